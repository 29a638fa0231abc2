package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Constants, conditions, and values made of several others. Part of {@code Dsl}. */
public abstract class ValueFunctions extends AggregateFunctions {

  ValueFunctions() {}

  /** A constant column. */
  public static <S> BoolExpr<S> value(boolean value) {
    return new BoolExpr<>(Calls.literal(value));
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
  public static <S, E extends Enum<E>> EnumExpr<S, E> value(E value) {
    return new EnumExpr<>(Calls.literal(value));
  }

  /** A number that stands first in a computation: {@code lit(1).minus(…)}. */
  public static IntLiteral lit(int value) {
    return new IntLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(1L).minus(…)}. */
  public static LongLiteral lit(long value) {
    return new LongLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(1.0).minus(…)}. */
  public static DoubleLiteral lit(double value) {
    return new DoubleLiteral(value);
  }

  /** A number that stands first in a computation: {@code lit(BigDecimal.ONE).minus(…)}. */
  public static DecimalLiteral lit(BigDecimal value) {
    return new DecimalLiteral(value);
  }

  /** Starts a conditional value: {@code when(…).then(…).otherwise(…)}. */
  public static <S> When<S> when(BoolExpr<S> condition) {
    return new When<>(condition);
  }

  /** The opposite. */
  public static <S> BoolExpr<S> not(BoolExpr<S> condition) {
    return condition.not();
  }

  /** The first of the values that is not NULL; NULL if all are. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S, V, E extends Expr<S, V>> E coalesce(E first, E... others) {
    return combined(first, others, Operators.COALESCE);
  }

  /** The largest of the values that are not NULL; NULL if all are. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S, V, E extends Expr<S, V> & Sortable<S>> E greatest(E first, E... others) {
    return combined(first, others, Operators.GREATEST);
  }

  /** The smallest of the values that are not NULL; NULL if all are. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S, V, E extends Expr<S, V> & Sortable<S>> E least(E first, E... others) {
    return combined(first, others, Operators.LEAST);
  }

  /**
   * Both texts and all further ones, one after the other, with a separator between them; NULLs are
   * left out.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S> StrExpr<S> concatWith(String separator, StrExpr<S>... texts) {
    return new StrExpr<>(Calls.of(Texts.CONCAT_WITH, Calls.arguments(separator, texts)));
  }

  /** A nested record: {@code struct(row(Address::new).of(…))}. */
  public static <S, R extends Record> RecordExpr<S, R> struct(Projection<S, R> row) {
    return new RecordExpr<>(new ExprNode.Struct(row.record(), row.values(), row.site()));
  }

  private static <E extends Expr<?, ?>> E combined(E first, E[] others, Fn fn) {
    return Expr.like(first, Calls.of(fn, Calls.arguments(first, others)));
  }
}
