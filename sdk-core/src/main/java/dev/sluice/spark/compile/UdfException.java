package dev.sluice.spark.compile;

/** A user's function that failed, with its name and the line it was called from. */
public final class UdfException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UdfException(String message, Throwable cause) {
    super(message, cause);
  }
}
