package dev.sluice.streaming.run;

import dev.sluice.run.RunReport;

/** A stream has failed. It says what, and what had been done before. */
public final class StreamFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RunReport report;

  /**
   * Of a stream.
   *
   * @param message what went wrong, without secrets
   * @param report what the epochs before did
   * @param cause what was thrown
   */
  public StreamFailedException(String message, RunReport report, Throwable cause) {
    super(message, cause);
    this.report = report;
  }

  /** What the epochs of this start did, together. */
  public RunReport report() {
    return report;
  }
}
