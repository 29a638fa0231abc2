package dev.sluice.spark.run;

import dev.sluice.run.RunListener;
import dev.sluice.run.RunReport;
import java.util.List;

/** Passes each event to all listeners of a run, as an {@link Audience}. */
final class GuardedListeners implements RunListener {
  private final Audience<RunListener> audience;

  GuardedListeners(List<RunListener> listeners) {
    this.audience = new Audience<>("run", listeners);
  }

  @Override
  public void runStarted(RunStarted event) {
    audience.tell("runStarted", listener -> listener.runStarted(event));
  }

  @Override
  public void sinkStarted(SinkStarted event) {
    audience.tell("sinkStarted", listener -> listener.sinkStarted(event));
  }

  @Override
  public void sinkProgress(SinkProgress event) {
    audience.tell("sinkProgress", listener -> listener.sinkProgress(event));
  }

  @Override
  public void sinkFinished(SinkFinished event) {
    audience.tell("sinkFinished", listener -> listener.sinkFinished(event));
  }

  @Override
  public void runFinished(RunReport report) {
    audience.tell("runFinished", listener -> listener.runFinished(report));
  }
}
