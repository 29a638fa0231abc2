package dev.sluice.streaming.checkpoint;

import java.util.Map;

/**
 * A checkpoint that was taken for a run.
 *
 * @param directory where it is, as Spark is told it
 * @param lease the right to run on it
 * @param byName whether Spark knows the query's sources by their names there
 * @param toTell what has to be set in the session besides, when a query with named sources starts
 */
public record Claim(
    String directory, Lease lease, boolean byName, Map<String, String> toTell) {

  /** Copies the map. */
  public Claim {
    toTell = Map.copyOf(toTell);
  }
}
