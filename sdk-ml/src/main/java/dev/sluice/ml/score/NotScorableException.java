package dev.sluice.ml.score;

import java.util.List;

/**
 * A model cannot score a record: a number is no number or outside of the range that the model has learned, or something is missing. In a
 * stage such a row is rejected instead.
 */
public final class NotScorableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  /** For these reasons. */
  public NotScorableException(String model, List<String> reasons) {
    super("model '%s' cannot score the row: %s".formatted(model, String.join("; ", reasons)));
    this.reasons = List.copyOf(reasons);
  }

  /** The rules that the row does not keep, as they would be the reasons of a rejected row. */
  public List<String> reasons() {
    return reasons;
  }
}
