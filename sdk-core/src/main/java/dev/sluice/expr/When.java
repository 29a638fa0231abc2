// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The first condition of a conditional value: {@code when(…).then(…)}.
 *
 * @param <S> the scope
 */
public final class When<S> {

  private final BoolExpr<S> condition;

  When(BoolExpr<S> condition) {
    this.condition = condition;
  }

  /** The value where the condition is true. */
  public <V, E extends Expr<S, V>> Case<S, V, E> then(E value) {
    return Case.first(condition, value);
  }

  /** The value where the condition is true. */
  public Case<S, Boolean, BoolExpr<S>> then(boolean value) {
    return Case.first(condition, new BoolExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Byte, ByteExpr<S>> then(byte value) {
    return Case.first(condition, new ByteExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Short, ShortExpr<S>> then(short value) {
    return Case.first(condition, new ShortExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Integer, IntExpr<S>> then(int value) {
    return Case.first(condition, new IntExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public NumberCase<S, Long, LongExpr<S>> then(LongExpr<S> value) {
    return NumberCase.first(condition, value);
  }

  /** The value where the condition is true. */
  public NumberCase<S, Long, LongExpr<S>> then(long value) {
    return NumberCase.first(condition, new LongExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Float, FloatExpr<S>> then(float value) {
    return Case.first(condition, new FloatExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public NumberCase<S, Double, DoubleExpr<S>> then(DoubleExpr<S> value) {
    return NumberCase.first(condition, value);
  }

  /** The value where the condition is true. */
  public NumberCase<S, Double, DoubleExpr<S>> then(double value) {
    return NumberCase.first(condition, new DoubleExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public NumberCase<S, BigDecimal, DecimalExpr<S>> then(DecimalExpr<S> value) {
    return NumberCase.first(condition, value);
  }

  /** The value where the condition is true. */
  public NumberCase<S, BigDecimal, DecimalExpr<S>> then(BigDecimal value) {
    return NumberCase.first(condition, new DecimalExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, String, StrExpr<S>> then(String value) {
    return Case.first(condition, new StrExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, LocalDate, DateExpr<S>> then(LocalDate value) {
    return Case.first(condition, new DateExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Instant, TimestampExpr<S>> then(Instant value) {
    return Case.first(condition, new TimestampExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, LocalDateTime, DateTimeExpr<S>> then(LocalDateTime value) {
    return Case.first(condition, new DateTimeExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Duration, DurationExpr<S>> then(Duration value) {
    return Case.first(condition, new DurationExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, byte[], BinaryExpr<S>> then(byte[] value) {
    return Case.first(condition, new BinaryExpr<S>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public <E extends Enum<E>> Case<S, E, EnumExpr<S, E>> then(E value) {
    return Case.first(condition, new EnumExpr<S, E>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public <E> Case<S, List<E>, ListExpr<S, E>> then(List<E> value) {
    return Case.first(condition, new ListExpr<S, E>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public <K, V> Case<S, Map<K, V>, MapExpr<S, K, V>> then(Map<K, V> value) {
    return Case.first(condition, new MapExpr<S, K, V>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public <R extends Record> Case<S, R, RecordExpr<S, R>> then(R value) {
    return Case.first(condition, new RecordExpr<S, R>(Calls.literal(value)));
  }
}
