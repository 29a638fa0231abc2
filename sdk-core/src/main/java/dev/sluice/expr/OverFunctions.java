// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * Aggregates over analytic windows: {@code over(partitionBy(Line::customerId), sum(Line::amount))}.
 * Part of {@code Dsl}.
 */
public abstract class OverFunctions extends RowFunctions {

  OverFunctions() {}

  /** This aggregate over the rows of the window, for every row. */
  public static <T> BoolExpr<T> over(AnalyticWindow<T> window, BoolExpr<Group<T>> aggregate) {
    return new BoolExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> ByteExpr<T> over(AnalyticWindow<T> window, ByteExpr<Group<T>> aggregate) {
    return new ByteExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> ShortExpr<T> over(AnalyticWindow<T> window, ShortExpr<Group<T>> aggregate) {
    return new ShortExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> IntExpr<T> over(AnalyticWindow<T> window, IntExpr<Group<T>> aggregate) {
    return new IntExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> LongExpr<T> over(AnalyticWindow<T> window, LongExpr<Group<T>> aggregate) {
    return new LongExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> FloatExpr<T> over(AnalyticWindow<T> window, FloatExpr<Group<T>> aggregate) {
    return new FloatExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> DoubleExpr<T> over(AnalyticWindow<T> window, DoubleExpr<Group<T>> aggregate) {
    return new DoubleExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> DecimalExpr<T> over(AnalyticWindow<T> window, DecimalExpr<Group<T>> aggregate) {
    return new DecimalExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> StrExpr<T> over(AnalyticWindow<T> window, StrExpr<Group<T>> aggregate) {
    return new StrExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> DateExpr<T> over(AnalyticWindow<T> window, DateExpr<Group<T>> aggregate) {
    return new DateExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> TimestampExpr<T> over(
      AnalyticWindow<T> window, TimestampExpr<Group<T>> aggregate) {
    return new TimestampExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> DateTimeExpr<T> over(
      AnalyticWindow<T> window, DateTimeExpr<Group<T>> aggregate) {
    return new DateTimeExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> DurationExpr<T> over(
      AnalyticWindow<T> window, DurationExpr<Group<T>> aggregate) {
    return new DurationExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T> BinaryExpr<T> over(AnalyticWindow<T> window, BinaryExpr<Group<T>> aggregate) {
    return new BinaryExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T, E extends Enum<E>> EnumExpr<T, E> over(
      AnalyticWindow<T> window, EnumExpr<Group<T>, E> aggregate) {
    return new EnumExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T, E> ListExpr<T, E> over(
      AnalyticWindow<T> window, ListExpr<Group<T>, E> aggregate) {
    return new ListExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T, K, V> MapExpr<T, K, V> over(
      AnalyticWindow<T> window, MapExpr<Group<T>, K, V> aggregate) {
    return new MapExpr<>(window.over(aggregate));
  }

  /** This aggregate over the rows of the window, for every row. */
  public static <T, R extends Record> RecordExpr<T, R> over(
      AnalyticWindow<T> window, RecordExpr<Group<T>, R> aggregate) {
    return new RecordExpr<>(window.over(aggregate));
  }
}
