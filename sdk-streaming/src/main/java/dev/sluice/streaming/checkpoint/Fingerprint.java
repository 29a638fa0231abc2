package dev.sluice.streaming.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a plan the files of a checkpoint were written for: what must be the same, or nearly, when
 * a stream goes on from them.
 *
 * @param pipeline the name of the pipeline
 * @param query which query of the pipeline: {@code stream}, or a sink's
 * @param place the directory itself, by which a copy is known
 * @param outputMode what of groups is handed over
 * @param spark the version of Spark that wrote last
 * @param reads the followed sources in the order in which Spark counts them, one that is read twice
 *     twice
 * @param keeps the stages that keep something from epoch to epoch, in the order of the plan, one that
 *     is computed twice twice
 * @param before the stages that only pass rows on to those
 */
record Fingerprint(
    String pipeline,
    String query,
    String place,
    String outputMode,
    String spark,
    List<OfSource> reads,
    List<OfState> keeps,
    List<OfStage> before) {

  Fingerprint {
    reads = List.copyOf(reads);
    keeps = List.copyOf(keeps);
    before = List.copyOf(before);
  }

  /**
   * A source.
   *
   * @param stage its name
   * @param identity what it is and what it reads; the format of its rows has no part in it
   * @param description the same in the source's own words
   */
  record OfSource(String stage, String identity, String description) {}

  /**
   * A stage that keeps something.
   *
   * @param stage its name
   * @param verb the name of its verb
   * @param hasState whether Spark certainly has a directory of state for it
   * @param aspects what its state depends on, each by a word of its own
   */
  record OfState(String stage, String verb, boolean hasState, Map<String, String> aspects) {
    OfState {
      aspects = new LinkedHashMap<>(aspects);
    }
  }

  /**
   * A stage that passes rows on.
   *
   * @param name its name
   * @param verb the name of its verb
   * @param text what it does
   */
  record OfStage(String name, String verb, String text) {}
}
