package dev.sluice.streaming.query;

import dev.sluice.run.RunOptions;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a pipeline runs as a stream.
 *
 * @param checkpoints the directory of all checkpoints; empty if none was said
 * @param trigger when new rows are looked for
 * @param eachSinkAlone whether each sink has a query of its own
 * @param run how the sinks of an epoch are written
 * @param restarts whether it is started again after a failure
 * @param listeners who is told
 */
public record StreamOptions(
    Optional<String> checkpoints,
    Trigger trigger,
    boolean eachSinkAlone,
    RunOptions run,
    Restarts restarts,
    List<StreamListener> listeners) {

  /** As soon as there is something, all sinks together. */
  public static final StreamOptions DEFAULT =
      new StreamOptions(
          Optional.empty(),
          Trigger.every(Duration.ZERO),
          false,
          RunOptions.defaults(),
          Restarts.none(),
          List.of());

  /** Copies the list. */
  public StreamOptions {
    listeners = List.copyOf(listeners);
  }

  /** How often a stream in real time writes down how far it is; empty if it goes by epochs. */
  public Optional<Duration> realTime() {
    return trigger instanceof Trigger.RealTime realTime
        ? Optional.of(realTime.checkpointInterval())
        : Optional.empty();
  }

  public StreamOptions checkpoints(String directory) {
    return new StreamOptions(Optional.of(directory), trigger, eachSinkAlone, run, restarts,
        listeners);
  }

  public StreamOptions trigger(Trigger changed) {
    return new StreamOptions(checkpoints, changed, eachSinkAlone, run, restarts, listeners);
  }

  public StreamOptions eachSinkAlone(boolean alone) {
    return new StreamOptions(checkpoints, trigger, alone, run, restarts, listeners);
  }

  public StreamOptions run(RunOptions changed) {
    return new StreamOptions(checkpoints, trigger, eachSinkAlone, changed, restarts, listeners);
  }

  public StreamOptions restarts(Restarts changed) {
    return new StreamOptions(checkpoints, trigger, eachSinkAlone, run, changed, listeners);
  }

  public StreamOptions listener(StreamListener listener) {
    return new StreamOptions(
        checkpoints,
        trigger,
        eachSinkAlone,
        run,
        restarts,
        Stream.concat(listeners.stream(), Stream.of(listener)).toList());
  }
}
