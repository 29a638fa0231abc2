// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Constants as columns: {@code value("GB")}. Part of {@code Dsl}. */
public abstract class ConstantFunctions extends OverFunctions {

  ConstantFunctions() {}

  /** A constant column. */
  public static <S> BoolExpr<S> value(boolean value) {
    return new BoolExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> ByteExpr<S> value(byte value) {
    return new ByteExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> ShortExpr<S> value(short value) {
    return new ShortExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> IntExpr<S> value(int value) {
    return new IntExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> LongExpr<S> value(long value) {
    return new LongExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> FloatExpr<S> value(float value) {
    return new FloatExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> DoubleExpr<S> value(double value) {
    return new DoubleExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> DecimalExpr<S> value(BigDecimal value) {
    return new DecimalExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> StrExpr<S> value(String value) {
    return new StrExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> DateExpr<S> value(LocalDate value) {
    return new DateExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> TimestampExpr<S> value(Instant value) {
    return new TimestampExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> DateTimeExpr<S> value(LocalDateTime value) {
    return new DateTimeExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> DurationExpr<S> value(Duration value) {
    return new DurationExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S> BinaryExpr<S> value(byte[] value) {
    return new BinaryExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S, E extends Enum<E>> EnumExpr<S, E> value(E value) {
    return new EnumExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S, E> ListExpr<S, E> value(List<E> value) {
    return new ListExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S, K, V> MapExpr<S, K, V> value(Map<K, V> value) {
    return new MapExpr<>(Calls.literal(value));
  }

  /** A constant column. */
  public static <S, R extends Record> RecordExpr<S, R> value(R value) {
    return new RecordExpr<>(Calls.literal(value));
  }
}
