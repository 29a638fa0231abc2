package dev.sluice.expr;

/** Dates, times, texts and digests made of several values. Part of {@code Dsl}. */
public abstract class MadeFunctions extends OriginFunctions {

  MadeFunctions() {}

  /** The date of a year, month and day; where there is none, that is an error. */
  public static <S> DateExpr<S> makeDate(IntExpr<S> year, IntExpr<S> month, IntExpr<S> day) {
    return new DateExpr<>(Calls.of(Clocks.MAKE_DATE, year, month, day));
  }

  /** The time that clocks of the session's zone show so; where there is none, that is an error. */
  public static <S> TimestampExpr<S> makeTimestamp(
      IntExpr<S> year,
      IntExpr<S> month,
      IntExpr<S> day,
      IntExpr<S> hour,
      IntExpr<S> minute,
      DoubleExpr<S> second) {
    return new TimestampExpr<>(
        Calls.of(Clocks.MAKE_TIMESTAMP, year, month, day, hour, minute, seconds(second)));
  }

  /** As {@link #makeTimestamp}, with NULL where there is none. */
  public static <S> TimestampExpr<S> tryMakeTimestamp(
      IntExpr<S> year,
      IntExpr<S> month,
      IntExpr<S> day,
      IntExpr<S> hour,
      IntExpr<S> minute,
      DoubleExpr<S> second) {
    return new TimestampExpr<>(
        Calls.of(Clocks.TRY_MAKE_TIMESTAMP, year, month, day, hour, minute, seconds(second)));
  }

  /** The date and time of no zone of these parts; where there is none, that is an error. */
  public static <S> DateTimeExpr<S> makeDateTime(
      IntExpr<S> year,
      IntExpr<S> month,
      IntExpr<S> day,
      IntExpr<S> hour,
      IntExpr<S> minute,
      DoubleExpr<S> second) {
    return new DateTimeExpr<>(
        Calls.of(Clocks.MAKE_DATE_TIME, year, month, day, hour, minute, seconds(second)));
  }

  /** As {@link #makeDateTime}, with NULL where there is none. */
  public static <S> DateTimeExpr<S> tryMakeDateTime(
      IntExpr<S> year,
      IntExpr<S> month,
      IntExpr<S> day,
      IntExpr<S> hour,
      IntExpr<S> minute,
      DoubleExpr<S> second) {
    return new DateTimeExpr<>(
        Calls.of(Clocks.TRY_MAKE_DATE_TIME, year, month, day, hour, minute, seconds(second)));
  }

  /** The length of time of these parts, each of which may be negative. */
  public static <S> DurationExpr<S> makeDuration(
      IntExpr<S> days, IntExpr<S> hours, IntExpr<S> minutes, DoubleExpr<S> seconds) {
    return new DurationExpr<>(
        Calls.of(Clocks.MAKE_DURATION, days, hours, minutes, durationSeconds(seconds)));
  }

  /**
   * Values written into a pattern of Java's {@code Formatter}; NULL is written {@code null}.
   *
   * <pre>{@code
   * format("%s-%05d", col(Order::country), col(Order::orderId))
   * }</pre>
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S> StrExpr<S> format(String pattern, Expr<S, ?>... values) {
    return new StrExpr<>(Calls.of(Parts.FORMAT_STRING, Calls.arguments(pattern, values)));
  }

  /** Spark's hash of the values (Murmur3), NULL for nothing; the same on every machine. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S> IntExpr<S> hash(Expr<S, ?> first, Expr<S, ?>... others) {
    return new IntExpr<>(Calls.of(Codes.HASH, Calls.arguments(first, others)));
  }

  /** The 64 bits of xxHash of the values, NULL for nothing; the same on every machine. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S> LongExpr<S> xxhash64(Expr<S, ?> first, Expr<S, ?>... others) {
    return new LongExpr<>(Calls.of(Codes.XXHASH64, Calls.arguments(first, others)));
  }

  /** The first value; NULL where it equals the second. */
  public static <S, V, E extends Expr<S, V>> E nullIf(E value, E other) {
    return Expr.like(value, Calls.of(Texts.NULL_IF, value, other));
  }

  private static Object seconds(DoubleExpr<?> seconds) {
    return Casts.strict(seconds.finite(), Casts.decimal(8, 6));
  }

  private static Object durationSeconds(DoubleExpr<?> seconds) {
    return Casts.strict(seconds.finite(), Casts.decimal(18, 6));
  }
}
