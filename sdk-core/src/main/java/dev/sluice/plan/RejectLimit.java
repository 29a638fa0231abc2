package dev.sluice.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many rows a clean stage may reject before the run fails.
 *
 * @param rows a number of rows
 * @param share a share of the rows that came in, from 0 to 1
 */
public record RejectLimit(OptionalLong rows, OptionalDouble share) {

  /** No limit. */
  public static final RejectLimit NONE =
      new RejectLimit(OptionalLong.empty(), OptionalDouble.empty());

  /** Whether that many rejected rows of so many are too many. */
  public boolean exceededBy(long rejected, long in) {
    return (rows.isPresent() && rejected > rows.getAsLong())
        || (share.isPresent() && in > 0 && rejected > share.getAsDouble() * in);
  }

  /** {@code ", at most 100 rejected"}; empty without a limit. */
  public String text() {
    return (rows.isPresent() ? ", at most %d rejected".formatted(rows.getAsLong()) : "")
        + (share.isPresent()
            ? ", at most a share of %s rejected".formatted(share.getAsDouble())
            : "");
  }
}
