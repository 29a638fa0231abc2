package dev.sluice.streaming.query;

import dev.sluice.run.RunReport;
import dev.sluice.spark.run.Audience;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Passes each event to all listeners of a stream, as an {@link Audience}. */
final class GuardedListener implements StreamListener {

  private final Audience<StreamListener> audience;

  GuardedListener(List<StreamListener> listeners) {
    this.audience = new Audience<>("stream", listeners);
  }

  @Override
  public void epochFinished(String query, long epoch, RunReport report) {
    audience.tell("epochFinished", listener -> listener.epochFinished(query, epoch, report));
  }

  @Override
  public void progressed(StreamProgress progress) {
    audience.tell("progressed", listener -> listener.progressed(progress));
  }

  @Override
  public void restarting(StreamFailedException failure, Duration pause) {
    audience.tell("restarting", listener -> listener.restarting(failure, pause));
  }

  @Override
  public void ended(Optional<StreamFailedException> failure) {
    audience.tell("ended", listener -> listener.ended(failure));
  }
}
