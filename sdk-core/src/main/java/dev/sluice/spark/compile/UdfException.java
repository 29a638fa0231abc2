package dev.sluice.spark.compile;

/** A user's function that failed, with its name and the line it was called from. */
public final class UdfException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Of a function.
   *
   * @param message with the function's name and its line
   * @param cause what it threw; null if it threw nothing
   */
  public UdfException(String message, Throwable cause) {
    super(message, cause);
  }
}
