package dev.sluice.plan;

import dev.sluice.connect.Secrets;
import dev.sluice.text.OneLine;

/**
 * Something wrong with a pipeline, found before it runs.
 *
 * @param stage the stage's or sink's name
 * @param site where it was written
 * @param message what is wrong, and what to do about it
 */
public record Problem(String stage, CallSite site, String message) {

  /** Takes secrets out of the message. */
  public Problem {
    message = Secrets.masked(message);
  }

  /** {@code stage 'daily sales' (DailySales.java:42): …}. */
  @Override
  public String toString() {
    return Secrets.masked("stage '" + OneLine.of(stage) + "'") + " (" + site + "): " + message;
  }
}
