package dev.sluice.io.format;

/**
 * What becomes of a row that can be read, and looks as if something else was meant: an object with
 * a field that the record does not have may be one whose producer has renamed a field.
 */
public enum InDoubt {
  /** It is a row as others. */
  ACCEPT,
  /** It is a row; the report says how many there were, and the task's log of which fields. */
  WARN,
  /** It is no row, and is rejected with this as its reason. */
  REJECT,
  /** The run, or the stream, fails. */
  FAIL
}
