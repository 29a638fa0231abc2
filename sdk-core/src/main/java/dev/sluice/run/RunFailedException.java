package dev.sluice.run;

import dev.sluice.connect.Secrets;

/**
 * A run that failed or was cancelled. The message names the stage, the user's line and the reason.
 */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient RunReport report;

  /** For the engine: the failure of a run, with what it did until then. */
  public RunFailedException(String message, RunReport report, Throwable cause) {
    super(Secrets.masked(message), Secrets.masked(cause));
    this.report = report;
  }

  /** What the run did until it failed. */
  public RunReport report() {
    return report;
  }
}
