package dev.sluice.run;

import java.util.ArrayList;
import java.util.List;

/**
 * How a pipeline runs. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * pipeline.run(spark, RunOptions.defaults().parallelSinks(2).listener(new ConsoleProgress()));
 * }</pre>
 */
public final class RunOptions {

  private static final RunOptions DEFAULTS = new RunOptions(3, List.of());

  private final int parallelSinks;
  private final List<RunListener> listeners;

  private RunOptions(int parallelSinks, List<RunListener> listeners) {
    this.parallelSinks = parallelSinks;
    this.listeners = List.copyOf(listeners);
  }

  /** Three sinks at once, no listener. */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /**
   * How many sinks may be written at once; they share the session's cores.
   *
   * @param sinks at least 1
   */
  public RunOptions parallelSinks(int sinks) {
    if (sinks < 1) {
      throw new IllegalArgumentException("at least 1 sink must be written at a time, not " + sinks);
    }
    return new RunOptions(sinks, listeners);
  }

  /** Tells this listener, too, how the run goes. */
  public RunOptions listener(RunListener listener) {
    List<RunListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return new RunOptions(parallelSinks, more);
  }

  /** How many sinks may be written at once. */
  public int parallelSinks() {
    return parallelSinks;
  }

  /** Who is told how the run goes. */
  public List<RunListener> listeners() {
    return listeners;
  }
}
