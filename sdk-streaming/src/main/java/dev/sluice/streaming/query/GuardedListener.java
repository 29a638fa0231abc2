package dev.sluice.streaming.query;

import dev.sluice.run.RunReport;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each event to all listeners, one event at a time; what one throws goes no further. */
final class GuardedListener implements StreamListener {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

  private final List<StreamListener> listeners;

  GuardedListener(List<StreamListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void epochFinished(String query, long epoch, RunReport report) {
    tell("epochFinished", listener -> listener.epochFinished(query, epoch, report));
  }

  @Override
  public void progressed(StreamProgress progress) {
    tell("progressed", listener -> listener.progressed(progress));
  }

  @Override
  public void restarting(StreamFailedException failure, Duration pause) {
    tell("restarting", listener -> listener.restarting(failure, pause));
  }

  @Override
  public void ended(Optional<StreamFailedException> failure) {
    tell("ended", listener -> listener.ended(failure));
  }

  private synchronized void tell(String event, Consumer<StreamListener> call) {
    for (StreamListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (Throwable e) {
        LOG.warn(
            "The stream listener {} failed in {}; the stream goes on",
            listener.getClass().getName(),
            event,
            e);
      }
    }
  }
}
