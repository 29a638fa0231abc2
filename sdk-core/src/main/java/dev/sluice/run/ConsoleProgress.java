package dev.sluice.run;

import dev.sluice.text.OneLine;
import dev.sluice.text.Terminal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Shows a progress bar on the terminal for each sink that is being written. A run that is short
 * shows none, and neither does a program whose output is not a terminal.
 *
 * <p>It needs a library that Sluice does not bring along; add {@code me.tongfei:progressbar} to the
 * dependencies of the application. The bars go to the standard error stream.
 *
 * <p>One instance may listen to several runs.
 */
public final class ConsoleProgress implements RunListener {
  private static final String LIBRARY = "me.tongfei.progressbar.ProgressBar";
  private static final Duration SHOW_AFTER = Duration.ofSeconds(2);

  private record SinkOfRun(String runId, String sink) {}

  private final Duration showAfter;
  private final LongSupplier nanoClock;
  private final ProgressBars bars;
  private final Map<String, Long> runsStarted = new HashMap<>();
  private final Map<SinkOfRun, ProgressBars.Bar> sinks = new HashMap<>();

  /**
   * Shows the bars of runs that last longer than two seconds.
   *
   * @throws IllegalStateException if the library {@code me.tongfei:progressbar} is not there
   */
  public ConsoleProgress() {
    this(SHOW_AFTER);
  }

  /**
   * Shows the bars of runs that last longer than a given time.
   *
   * @param showAfter the time; zero shows them from the first task on
   * @throws IllegalStateException if the library {@code me.tongfei:progressbar} is not there
   */
  public ConsoleProgress(Duration showAfter) {
    this(Objects.requireNonNull(showAfter, "showAfter"), System::nanoTime, barsOfTerminal());
  }

  ConsoleProgress(Duration showAfter, LongSupplier nanoClock, ProgressBars bars) {
    this.showAfter = showAfter;
    this.nanoClock = nanoClock;
    this.bars = bars;
  }

  private static ProgressBars barsOfTerminal() {
    try {
      Class.forName(LIBRARY, false, ConsoleProgress.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "ConsoleProgress needs the library me.tongfei:progressbar, which is not on the class"
              + " path. Add it to the dependencies of the application, or leave ConsoleProgress"
              + " out.",
          e);
    }
    return Terminal.isThere() ? ProgressBars.onTerminal() : ProgressBars.none();
  }

  @Override
  public synchronized void runStarted(RunStarted event) {
    runsStarted.put(event.runId(), nanoClock.getAsLong());
  }

  @Override
  public synchronized void sinkStarted(SinkStarted event) {
    sinks.put(new SinkOfRun(event.runId(), event.sink()), bars.bar(OneLine.of(event.sink())));
  }

  @Override
  public synchronized void sinkProgress(SinkProgress event) {
    ProgressBars.Bar bar = sinks.get(new SinkOfRun(event.runId(), event.sink()));
    Long started = runsStarted.get(event.runId());
    // The last events of a sink may come after its end, when its bar is closed.
    if (bar != null && started != null && nanoClock.getAsLong() - started >= showAfter.toNanos()) {
      bar.show(event.tasksDone(), event.tasksKnown());
    }
  }

  @Override
  public synchronized void sinkFinished(SinkFinished event) {
    ProgressBars.Bar bar = sinks.remove(new SinkOfRun(event.runId(), event.sink()));
    if (bar != null) {
      bar.close();
    }
  }

  @Override
  public synchronized void runFinished(RunReport report) {
    runsStarted.remove(report.runId());
    sinks.forEach((sink, bar) -> closeIf(sink.runId().equals(report.runId()), bar));
    sinks.keySet().removeIf(sink -> sink.runId().equals(report.runId()));
  }

  private static void closeIf(boolean ofRun, ProgressBars.Bar bar) {
    if (ofRun) {
      bar.close();
    }
  }
}
