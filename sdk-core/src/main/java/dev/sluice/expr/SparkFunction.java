package dev.sluice.expr;

import java.io.Serializable;
import org.apache.spark.sql.Column;

/**
 * A method of Spark's {@code functions}, referred to: {@code functions::log1p}. It is never called; it
 * names the function, so that javac knows that there is one.
 */
public interface SparkFunction extends Serializable {

  /** One of a single argument. */
  @FunctionalInterface
  interface OfOne extends SparkFunction {
    /** Never called. */
    Column of(Column argument);
  }

  /** One of two arguments. */
  @FunctionalInterface
  interface OfTwo extends SparkFunction {
    /** Never called. */
    Column of(Column first, Column second);
  }

  /** One of three arguments. */
  @FunctionalInterface
  interface OfThree extends SparkFunction {
    /** Never called. */
    Column of(Column first, Column second, Column third);
  }
}
