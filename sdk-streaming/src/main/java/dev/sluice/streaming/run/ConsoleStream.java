package dev.sluice.streaming.run;

import dev.sluice.text.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows on a terminal how a stream goes, in one line that is written over: how many rows came, how
 * fast, how far the watermark is behind, how much is remembered. Where there is no terminal it shows
 * nothing.
 *
 * <pre>{@code
 * Streaming.of(p).listener(new ConsoleStream())
 * }</pre>
 */
public final class ConsoleStream implements StreamListener {

  private static final String ERASE = "\r\u001b[2K";

  private final Optional<PrintStream> out;
  private final TreeMap<String, StreamProgress> last = new TreeMap<>();
  private long rows;

  /** On the standard error stream, if that is a terminal. */
  public ConsoleStream() {
    this(Terminal.isThere() ? Optional.of(System.err) : Optional.empty());
  }

  ConsoleStream(Optional<PrintStream> out) {
    this.out = out;
  }

  @Override
  public void progressed(StreamProgress progress) {
    rows += progress.rows();
    last.put(progress.query(), progress);
    show(line());
  }

  @Override
  public void restarting(StreamFailedException failure, Duration pause) {
    show("%s; started again in %s%n".formatted(failure.getMessage(), seconds(pause)));
  }

  @Override
  public void ended(Optional<StreamFailedException> failure) {
    out.ifPresent(terminal -> terminal.println());
  }

  private void show(String line) {
    out.ifPresent(
        terminal -> {
          terminal.print(ERASE + line);
          terminal.flush();
        });
  }

  private String line() {
    StreamProgress slowest =
        last.values().stream()
            .min((a, b) -> Long.compare(a.epoch(), b.epoch()))
            .orElseThrow();
    double perSecond = last.values().stream().mapToDouble(StreamProgress::inputRowsPerSecond).sum();
    return "%s  epoch %,d  %,d rows  %,.0f rows/s%s%s"
        .formatted(
            slowest.pipeline(),
            slowest.epoch(),
            rows,
            perSecond,
            slowest.watermark()
                .map(time -> "  watermark %s behind".formatted(
                    seconds(Duration.between(time, slowest.at()))))
                .orElse(""),
            slowest.stateRows() == 0
                ? ""
                : "  %,d rows remembered".formatted(slowest.stateRows()));
  }

  private static String seconds(Duration time) {
    return "%,.1f s".formatted(time.toMillis() / 1e3);
  }
}
