package dev.sluice.io;

import java.util.Objects;

/**
 * What a {@link Sink} did. Rows and bytes are not here: they come from Spark's own metrics of the
 * run.
 *
 * @param location where the rows are: a path, a table name
 * @param skipped true if nothing was written because the target was there already and the sink is
 *     set to leave it alone
 */
public record Written(String location, boolean skipped) {

  /**
   * Checks the location.
   *
   * @throws NullPointerException if the location is null
   */
  public Written {
    Objects.requireNonNull(location, "location");
  }

  /**
   * The rows were written.
   *
   * @param location where they are
   * @return the result
   */
  public static Written to(String location) {
    return new Written(location, false);
  }

  /**
   * Nothing was written, because the target was there already.
   *
   * @param location the target
   * @return the result
   */
  public static Written skipped(String location) {
    return new Written(location, true);
  }
}
