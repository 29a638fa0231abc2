package dev.sluice.spark.run;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a run or a stream, who are told one event at a time though several threads have
 * something to tell. What a listener throws, also an error, is logged and goes no further: neither
 * the work nor its report is lost for one who only listens.
 *
 * @param <L> what a listener is
 */
public final class Audience<L> {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  private final String of;
  private final List<L> listeners;

  /**
   * An audience.
   *
   * @param of what they listen to, as a message says it: {@code "run"}
   * @param listeners those who are told, in this order
   */
  public Audience(String of, List<L> listeners) {
    this.of = of;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Tells all of them.
   *
   * @param event its name, for the message about a listener that fails
   * @param call tells one
   */
  public synchronized void tell(String event, Consumer<L> call) {
    for (L listener : listeners) {
      try {
        call.accept(listener);
      } catch (Throwable e) {
        LOG.warn(
            "The {} listener {} failed in {}; the {} goes on",
            of,
            listener.getClass().getName(),
            event,
            of,
            e);
      }
    }
  }
}
