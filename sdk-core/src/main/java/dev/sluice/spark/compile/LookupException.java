package dev.sluice.spark.compile;

import dev.sluice.connect.Secrets;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A store that failed to answer, with the line of the stage that asked. */
public final class LookupException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String frame;

  LookupException(String frame, String message, Throwable cause) {
    super(Secrets.masked(message), travels(cause) ? Secrets.masked(cause) : null);
    this.frame = frame;
  }

  /** The line of the stage, as Spark writes it. */
  public String frame() {
    return frame;
  }

  /** What a failure says, without what only wraps it. */
  static String reason(Throwable failure) {
    Throwable reason = failure;
    while ((reason instanceof ExecutionException || reason instanceof CompletionException)
        && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason.getMessage() == null ? reason.getClass().getName() : reason.getMessage();
  }

  /** An exception that cannot be sent to the driver would keep this one from getting there. */
  private static boolean travels(Throwable cause) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(cause);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
