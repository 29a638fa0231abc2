package dev.sluice.plan;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A Spark function or operator as the plan sees it.
 *
 * @param name as shown in descriptions and messages: a function's SQL name, or an operator's symbol
 * @param kind over one row, over a group of rows, or over an ordered window only
 * @param nulls when the result can be NULL
 * @param decimals what becomes of the digits of decimals
 * @param builder makes Spark's expression from those of the arguments
 */
public record Fn(String name, Kind kind, Nulls nulls, Decimals decimals, Builder builder) {

  /** What a function is computed over. */
  public enum Kind {
    /** One row. */
    SCALAR,
    /** A group of rows, or a window of them. */
    AGGREGATE,
    /** An ordered window of rows, as {@code row_number} and {@code lag} are. */
    RANKING
  }

  /** Makes Spark's expression from those of the arguments. */
  @FunctionalInterface
  public interface Builder {
    /** The call with these arguments. */
    Column build(List<Column> arguments);
  }

  /** A function over one row that gives NULL if any argument is NULL. */
  public static Fn scalar(String name, Builder builder) {
    return new Fn(name, Kind.SCALAR, Nulls.IF_ANY, Decimals.NONE, builder);
  }

  /** A function over one row with a null rule of its own. */
  public static Fn scalar(String name, Nulls nulls, Builder builder) {
    return new Fn(name, Kind.SCALAR, nulls, Decimals.NONE, builder);
  }

  /** An aggregate that gives NULL where {@link Nulls#AGGREGATE} says so. */
  public static Fn aggregate(String name, Builder builder) {
    return new Fn(name, Kind.AGGREGATE, Nulls.AGGREGATE, Decimals.NONE, builder);
  }

  /** An aggregate with a null rule of its own. */
  public static Fn aggregate(String name, Nulls nulls, Builder builder) {
    return new Fn(name, Kind.AGGREGATE, nulls, Decimals.NONE, builder);
  }

  /** A function over an ordered window. */
  public static Fn ranking(String name, Nulls nulls, Builder builder) {
    return new Fn(name, Kind.RANKING, nulls, Decimals.NONE, builder);
  }

  /** The same function, which gives a decimal of these digits where its arguments are decimals. */
  public Fn decimals(Decimals rule) {
    return new Fn(name, kind, nulls, rule, builder);
  }
}
