package dev.sluice.expr;

/**
 * What no column has: the clock, chance, and where a row comes from. Part of {@code Dsl}.
 *
 * <p>A column made of chance keeps its value in the stages that follow: a filter judges the value that
 * comes out. Computed again, as after a failure or for a second sink, it is another.
 */
public abstract class OriginFunctions extends SparkFunctions {

  OriginFunctions() {}

  /**
   * Today's date in the session's time zone, one for all rows of a query. Each sink is a query of its
   * own, and so is each batch of a stream.
   */
  public static <S> DateExpr<S> currentDate() {
    return new DateExpr<>(Calls.of(Clocks.CURRENT_DATE));
  }

  /** The time at which the query began, one for all its rows; as {@link #currentDate}. */
  public static <S> TimestampExpr<S> currentTimestamp() {
    return new TimestampExpr<>(Calls.of(Clocks.CURRENT_TIMESTAMP));
  }

  /** What clocks of the session's time zone showed when the query began; as {@link #currentDate}. */
  public static <S> DateTimeExpr<S> localTimestamp() {
    return new DateTimeExpr<>(Calls.of(Clocks.LOCAL_TIMESTAMP));
  }

  /** The session's time zone, such as {@code Europe/Berlin}. */
  public static <S> StrExpr<S> currentTimezone() {
    return new StrExpr<>(Calls.of(Clocks.CURRENT_TIMEZONE));
  }

  /** A number from 0, inclusive, to 1, another for each row. */
  public static <S> DoubleExpr<S> rand() {
    return new DoubleExpr<>(Calls.of(Origins.RAND));
  }

  /** As {@link #rand()}, of a seed: the same numbers for the same rows in the same partitions. */
  public static <S> DoubleExpr<S> rand(long seed) {
    return new DoubleExpr<>(Calls.of(Origins.RAND, seed));
  }

  /** A number of the normal distribution of mean 0 and deviation 1, another for each row. */
  public static <S> DoubleExpr<S> randn() {
    return new DoubleExpr<>(Calls.of(Origins.RANDN));
  }

  /** As {@link #randn()}, of a seed. */
  public static <S> DoubleExpr<S> randn(long seed) {
    return new DoubleExpr<>(Calls.of(Origins.RANDN, seed));
  }

  /** A whole number from one, inclusive, to another, another for each row. */
  public static <S> IntExpr<S> uniform(int from, int to) {
    return new IntExpr<>(Calls.of(Origins.UNIFORM, from, to));
  }

  /** A text of so many characters out of {@code 0-9}, {@code a-z} and {@code A-Z}. */
  public static <S> StrExpr<S> randstr(int length) {
    return new StrExpr<>(Calls.of(Origins.RANDSTR, length));
  }

  /** A random UUID, another for each row. */
  public static <S> StrExpr<S> uuid() {
    return new StrExpr<>(Calls.of(Origins.UUID));
  }

  /** A number that no other row of the query has, and that grows within a partition. */
  public static <S> LongExpr<S> monotonicallyIncreasingId() {
    return new LongExpr<>(Calls.of(Origins.MONOTONIC_ID));
  }

  /** The number of the partition that the row is in, from 0. */
  public static <S> IntExpr<S> sparkPartitionId() {
    return new IntExpr<>(Calls.of(Origins.PARTITION));
  }

  /** The file that the row was read from; empty if none is known, as behind a join. */
  public static <S> StrExpr<S> inputFileName() {
    return new StrExpr<>(Calls.of(Origins.INPUT_FILE));
  }

  /** Where the block begins that the row was read from, in bytes; -1 if it is not known. */
  public static <S> LongExpr<S> inputFileBlockStart() {
    return new LongExpr<>(Calls.of(Origins.INPUT_BLOCK_START));
  }

  /** The length of the block that the row was read from, in bytes; -1 if it is not known. */
  public static <S> LongExpr<S> inputFileBlockLength() {
    return new LongExpr<>(Calls.of(Origins.INPUT_BLOCK_LENGTH));
  }
}
