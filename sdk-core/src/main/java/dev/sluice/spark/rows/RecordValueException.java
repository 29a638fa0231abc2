package dev.sluice.spark.rows;

/**
 * A row holds a value that its record cannot: a NULL for a primitive component, or a text that is
 * no constant of the component's enum. The message names the record, the component and the way out.
 * Spark wraps it: look for it among the causes, or read rows with {@link RecordRows#collect}.
 */
public final class RecordValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RecordValueException(String message) {
    super(message);
  }

  RecordValueException(String message, Throwable cause) {
    super(message, cause);
  }
}
