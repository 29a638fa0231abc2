package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.record.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a function of Spark's gives that Sluice has no method for, before anybody says of which type
 * it is: {@code spark("log1p", col(Reading::level)).asDouble()}. Nothing is known of it but that, so it
 * can always be NULL.
 *
 * <p>A result of another type than the one said here is converted to it as a {@code cast} of SQL does,
 * and what cannot be converted is an error when the row is computed; what Spark cannot convert at all
 * is one before the run.
 *
 * @param <S> the scope
 */
public final class SparkValue<S> {

  private final ExprNode node;

  /** Of a node that calls the function. */
  SparkValue(ExprNode node) {
    this.node = node;
  }

  private ExprNode as(Class<?> type) {
    return as(ColumnType.of(type));
  }

  /**
   * A window cannot be laid over a conversion, so an aggregate has none around it; where its value is
   * stored it is converted all the same.
   */
  private ExprNode as(ColumnType type) {
    return node instanceof ExprNode.Call call && call.fn().isAggregate()
        ? call.giving(type)
        : Casts.strict(node, type);
  }

  /** As a truth value. */
  public BoolExpr<S> asBoolean() {
    return new BoolExpr<>(as(Boolean.class));
  }

  /** As a whole number of 32 bits. */
  public IntExpr<S> asInt() {
    return new IntExpr<>(as(Integer.class));
  }

  /** As a whole number of 64 bits. */
  public LongExpr<S> asLong() {
    return new LongExpr<>(as(Long.class));
  }

  /** As a floating point number of 64 bits. */
  public DoubleExpr<S> asDouble() {
    return new DoubleExpr<>(as(Double.class));
  }

  /** As a decimal number of that precision and scale; further digits are rounded half up. */
  public DecimalExpr<S> asDecimal(int precision, int scale) {
    return new DecimalExpr<>(Casts.strict(node, Casts.decimal(precision, scale)));
  }

  /** As a text. */
  public StrExpr<S> asText() {
    return new StrExpr<>(as(String.class));
  }

  /** As a date. */
  public DateExpr<S> asDate() {
    return new DateExpr<>(as(LocalDate.class));
  }

  /** As a point in time. */
  public TimestampExpr<S> asTimestamp() {
    return new TimestampExpr<>(as(Instant.class));
  }

  /** As a date and time of no zone. */
  public DateTimeExpr<S> asDateTime() {
    return new DateTimeExpr<>(as(LocalDateTime.class));
  }

  /** As a length of time. */
  public DurationExpr<S> asDuration() {
    return new DurationExpr<>(as(Duration.class));
  }

  /** As bytes. */
  public BinaryExpr<S> asBytes() {
    return new BinaryExpr<>(as(byte[].class));
  }

  /** As a list. */
  public <E> ListExpr<S, E> asList(Class<E> element) {
    return new ListExpr<>(as(new ColumnType.ListOf(ColumnType.of(element))));
  }

  /** As a map. */
  public <K, V> MapExpr<S, K, V> asMap(Class<K> key, Class<V> value) {
    return new MapExpr<>(
        as(new ColumnType.MapOf(ColumnType.of(key), ColumnType.of(value))));
  }

  /** As a nested record, whose components are those of Spark's struct in their order. */
  public <R extends Record> RecordExpr<S, R> asRecord(Class<R> record) {
    return new RecordExpr<>(as(record));
  }
}
