package dev.sluice.streaming.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a plan the files of a checkpoint were written for: what must be the same, or nearly, when
 * a stream goes on from them.
 *
 * @param pipeline the name of the pipeline
 * @param query which query of the pipeline: {@code stream}, or a sink's
 * @param place the directory itself, by which a copy is known
 * @param outputMode what of groups is handed over
 * @param spark the version of Spark that wrote last
 * @param partitions in how many partitions state is kept
 * @param reads the followed sources in the order in which Spark counts them, one that is read twice
 *     twice
 * @param gone the sources that were taken out since it was begun
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
    String partitions,
    List<OfSource> reads,
    List<OfSource> gone,
    List<OfState> keeps,
    List<OfStage> before) {

  Fingerprint {
    reads = List.copyOf(reads);
    gone = List.copyOf(gone);
    keeps = List.copyOf(keeps);
    before = List.copyOf(before);
  }

  /**
   * The same for a checkpoint that goes on: it also knows what is not read any more.
   *
   * @param was what it was written for
   * @param kept in how many partitions its state is kept
   */
  Fingerprint after(Fingerprint was, String kept) {
    List<String> read = reads.stream().map(OfSource::name).toList();
    List<OfSource> missing =
        Stream.concat(was.gone.stream(), was.reads.stream())
            .filter(source -> !read.contains(source.name()))
            .toList();
    return new Fingerprint(
        pipeline, query, place, outputMode, spark, kept, reads, missing, keeps, before);
  }

  /**
   * A source.
   *
   * @param name by which Spark knows it where it goes by names
   * @param stage its stage's name
   * @param identity what it is and what it reads; the format of its rows has no part in it
   * @param description the same in the source's own words
   */
  record OfSource(String name, String stage, String identity, String description) {

    /** {@code 'bids' (topic bids)}. */
    String text() {
      return "'%s' (%s)".formatted(stage, description);
    }
  }

  /**
   * A stage that keeps something.
   *
   * @param stage its name
   * @param verb the name of its verb
   * @param hasState whether Spark certainly has a directory of state for it
   * @param from of each of its inputs the stages of the sources, in the order of their names
   * @param aspects what its state depends on, each by a word of its own
   */
  record OfState(
      String stage,
      String verb,
      boolean hasState,
      List<List<String>> from,
      Map<String, String> aspects) {
    OfState {
      from = List.copyOf(from);
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
