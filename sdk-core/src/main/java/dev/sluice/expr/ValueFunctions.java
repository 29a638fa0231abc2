package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.record.ColumnType;
import java.math.BigDecimal;

/** Conditions, and values made of several others. Part of {@code Dsl}. */
public abstract class ValueFunctions extends MadeFunctions {

  ValueFunctions() {}

  /**
   * A decimal constant, exactly as it is written: {@code col(Item::discount).in(dec("0.05"),
   * dec("0.07"))}.
   *
   * @throws NumberFormatException if it is no number
   */
  public static BigDecimal dec(String value) {
    return new BigDecimal(value);
  }

  /**
   * NULL of a type. Where the operators of its kind are needed, wrap it: {@code
   * StrExpr.of(nullOf(String.class))}.
   *
   * @param type of a column, without type parameters; a {@code BigDecimal} has the default precision
   */
  public static <S, V> ValueExpr<S, V> nullOf(Class<V> type) {
    return new PlainExpr<>(new ExprNode.Null(ColumnType.of(type)));
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
