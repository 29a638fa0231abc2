package dev.sluice.connect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@link Sink} did, as the report of the run tells it.
 *
 * <pre>{@code
 * return Written.to("orders").withRows(inserted);
 * return Written.skipped("orders", "epoch 7 is there already");
 * }</pre>
 *
 * @param location where the rows are: a path, a table name
 * @param reason why nothing was written; empty if the rows were
 * @param rows the rows written, if the sink itself knows; else they come from Spark's metrics
 * @param files the files written, likewise
 * @param bytes the size of what was written, likewise
 */
public record Written(
    String location,
    Optional<String> reason,
    OptionalLong rows,
    OptionalLong files,
    OptionalLong bytes) {

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException if a component is null
   */
  public Written {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(bytes, "bytes");
  }

  /**
   * The rows were written.
   *
   * @param location where they are
   * @return the result
   */
  public static Written to(String location) {
    return new Written(
        location,
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /**
   * Nothing was written, and that is as it should be: the sink is set to leave alone what is there.
   *
   * @param location the target
   * @param reason why, such as {@code /out/sales is there already}
   * @return the result
   */
  public static Written skipped(String location, String reason) {
    OptionalLong none = OptionalLong.of(0);
    return new Written(location, Optional.of(reason), none, none, none);
  }

  /** Whether nothing was written. */
  public boolean skipped() {
    return reason.isPresent();
  }

  /**
   * With the number of rows, where the sink knows it and Spark does not, as with a table of a
   * database.
   *
   * @param rows the rows written, or replaced
   * @return a changed copy
   */
  public Written withRows(long rows) {
    return new Written(location, reason, OptionalLong.of(rows), files, bytes);
  }

  /**
   * With the number of files.
   *
   * @param files the files written
   * @return a changed copy
   */
  public Written withFiles(long files) {
    return new Written(location, reason, rows, OptionalLong.of(files), bytes);
  }

  /**
   * With the size of what was written.
   *
   * @param bytes the size in bytes
   * @return a changed copy
   */
  public Written withBytes(long bytes) {
    return new Written(location, reason, rows, files, OptionalLong.of(bytes));
  }
}
