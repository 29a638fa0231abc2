package dev.sluice.testkit;

import java.util.List;

/**
 * A sink that has other rows after a stream than after a batch.
 *
 * @param sink its name
 * @param matching the rows that only one of them has; a batch has the expected ones
 */
record ReplayDifference(String sink, Matching<Record> matching) {

  /** How many rows are where, and which. */
  List<String> lines() {
    return new RowsDifference<>(
        matching, "only in the stream", List.of(), Sameness.butForRounding())
        .lines();
  }

  String summary() {
    return "sink '%s' got %s from the batch, %d from the stream; %d missing in the stream, %d only there"
        .formatted(
            sink,
            Shown.rows(matching.expected().size()),
            matching.actual().size(),
            matching.missing().size(),
            matching.unexpected().size());
  }
}
