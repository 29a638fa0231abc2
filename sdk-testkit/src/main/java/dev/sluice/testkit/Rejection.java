package dev.sluice.testkit;

import dev.sluice.quality.Rejected;
import java.util.List;

/**
 * A row that was rejected, as {@link CheckedRowsAssert#rejects} found it. That it was is asserted
 * already; what follows is about the reasons.
 *
 * @param <T> the record
 */
public final class Rejection<T extends Record> {

  private final CheckedRowsAssert<T> stage;
  private final String row;
  private final List<Rejected> found;

  Rejection(CheckedRowsAssert<T> stage, String row, List<Rejected> found) {
    this.stage = stage;
    this.row = row;
    this.found = found;
  }

  /**
   * Asserts that the row broke exactly these rules, in the order the stage has them.
   *
   * @param reasons the names of the rules
   */
  public CheckedRowsAssert<T> because(String... reasons) {
    List<String> expected = List.of(reasons);
    for (Rejected candidate : found) {
      if (!candidate.reasons().equals(expected)) {
        throw stage.failure(
            "rejected %s because of %s, not of %s"
                .formatted(
                    row,
                    CheckedRowsAssert.reasons(candidate.reasons()),
                    CheckedRowsAssert.reasons(expected)));
      }
    }
    return stage.asserted();
  }

  /** Back to the stage, whatever the reasons. */
  public CheckedRowsAssert<T> and() {
    return stage.asserted();
  }
}
