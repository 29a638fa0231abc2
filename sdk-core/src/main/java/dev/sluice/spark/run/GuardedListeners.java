package dev.sluice.spark.run;

import dev.sluice.run.RunListener;
import dev.sluice.run.RunReport;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each event to all listeners of a run, one event at a time though sinks run on several
 * threads. What a listener throws, also an error, is logged and goes no further: neither the work
 * nor the report of a run is lost for one who only listens.
 */
final class GuardedListeners implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedListeners.class);

  private final List<RunListener> listeners;

  GuardedListeners(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void runStarted(RunStarted event) {
    tell("runStarted", listener -> listener.runStarted(event));
  }

  @Override
  public void sinkStarted(SinkStarted event) {
    tell("sinkStarted", listener -> listener.sinkStarted(event));
  }

  @Override
  public void sinkProgress(SinkProgress event) {
    tell("sinkProgress", listener -> listener.sinkProgress(event));
  }

  @Override
  public void sinkFinished(SinkFinished event) {
    tell("sinkFinished", listener -> listener.sinkFinished(event));
  }

  @Override
  public void runFinished(RunReport report) {
    tell("runFinished", listener -> listener.runFinished(report));
  }

  private synchronized void tell(String event, Consumer<RunListener> call) {
    for (RunListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (Throwable e) {
        LOG.warn(
            "The run listener {} failed in {}; the run goes on",
            listener.getClass().getName(),
            event,
            e);
      }
    }
  }
}
