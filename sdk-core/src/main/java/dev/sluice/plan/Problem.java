package dev.sluice.plan;

import dev.sluice.connect.Secrets;
import dev.sluice.text.OneLine;
import java.util.Optional;

/**
 * Something wrong with a pipeline, or doubtful, found before it runs.
 *
 * @param stage the stage's or sink's name
 * @param site where it was written
 * @param message what is wrong, and what to do about it
 * @param code the code of the rule that found it, such as {@code TIME-001}; empty if the rule has none
 * @param severity whether the pipeline can run with it
 */
public record Problem(
    String stage, CallSite site, String message, Optional<String> code, Severity severity) {

  /** Whether a pipeline can run with a problem. */
  public enum Severity {
    /** It cannot: nothing starts. */
    REFUSED,
    /** It can, and does what it says; whether that is what is wanted only its author knows. */
    WARNING
  }

  /** Takes secrets out of the message. */
  public Problem {
    message = Secrets.masked(message);
  }

  /** One without a code, with which the pipeline cannot run. */
  public Problem(String stage, CallSite site, String message) {
    this(stage, site, message, Optional.empty(), Severity.REFUSED);
  }

  /** The same, found by a rule that has this code. */
  public Problem coded(String code, Severity severity) {
    return new Problem(stage, site, message, Optional.of(code), severity);
  }

  /** Whether the pipeline can run nevertheless. */
  public boolean isWarning() {
    return severity == Severity.WARNING;
  }

  /** {@code stage 'daily sales' (DailySales.java:42): …}, with the code at the end, if there is one. */
  @Override
  public String toString() {
    return Secrets.masked("stage '" + OneLine.of(stage) + "'")
        + " ("
        + site
        + "): "
        + message
        + code.map(id -> " [" + id + "]").orElse("");
  }
}
