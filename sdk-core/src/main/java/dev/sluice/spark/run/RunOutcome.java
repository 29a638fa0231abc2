package dev.sluice.spark.run;

import dev.sluice.connect.Secrets;
import dev.sluice.plan.Problem;
import dev.sluice.run.RunStatus;
import dev.sluice.text.OneLine;
import java.util.Optional;

/**
 * How a run stands: the first thing that goes wrong decides how it ends. Several threads may use
 * it.
 */
final class RunOutcome {

  private RunStatus status = RunStatus.SUCCEEDED;
  private String reason = "";
  private Throwable cause;

  /** Whether nothing has gone wrong so far. */
  synchronized boolean goesOn() {
    return status == RunStatus.SUCCEEDED;
  }

  /** Records a failure; false if the run had failed or been cancelled already. */
  synchronized boolean fail(Problem problem, Throwable failure) {
    return end(RunStatus.FAILED, problem.toString(), failure);
  }

  /** Records that the user wants no more; false if the run had failed or been cancelled already. */
  synchronized boolean cancel(String why) {
    return end(RunStatus.CANCELLED, why, null);
  }

  private boolean end(RunStatus how, String why, Throwable failure) {
    if (status != RunStatus.SUCCEEDED) {
      return false;
    }
    status = how;
    reason = why;
    cause = Secrets.masked(failure);
    return true;
  }

  synchronized RunStatus status() {
    return status;
  }

  synchronized Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  synchronized String message(String pipeline) {
    return status == RunStatus.CANCELLED
        ? "run of pipeline '%s' was cancelled: %s".formatted(OneLine.of(pipeline), reason)
        : "run of pipeline '%s' failed: %s".formatted(OneLine.of(pipeline), reason);
  }
}
