package dev.sluice.ml.model;

/**
 * The values of one row that a model reads, by the position of their columns in its {@link Signature}.
 * A record in a plain JVM and a row of Spark's are read alike.
 */
public interface Inputs {

  /** Whether the value is NULL; the other methods are asked only if it is not. */
  boolean isNull(int column);

  /** A number of whatever type, as the nearest double. */
  double number(int column);

  /** A text, or the text of a number, a boolean or an enum's constant. */
  String text(int column);

  /** A moment, in microseconds since 1970 in UTC; a date is its beginning. */
  long micros(int column);
}
