package dev.sluice.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How event time is cut into windows. Durations are positive. */
public sealed interface TimeWindow {

  /** {@code windows of PT1M}. */
  String text();

  /** What is wrong with its durations. */
  List<String> problems();

  /** Windows of one length, one after the other. */
  record Tumbling(Duration length) implements TimeWindow {
    @Override
    public String text() {
      return "windows of " + length;
    }

    @Override
    public List<String> problems() {
      return positive(length, "length").stream().toList();
    }
  }

  /** Windows of one length that begin every {@code slide} and so overlap. */
  record Sliding(Duration length, Duration slide) implements TimeWindow {
    @Override
    public String text() {
      return "windows of %s every %s".formatted(length, slide);
    }

    @Override
    public List<String> problems() {
      Optional<String> gaps =
          slide.compareTo(length) > 0
              ? Optional.of(
                  "windows of %s every %s leave gaps: the slide must not be longer than the window"
                      .formatted(length, slide))
              : Optional.empty();
      return Stream.of(positive(length, "length"), positive(slide, "slide"), gaps)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /** A window for each run of rows with no longer pause than {@code gap}. */
  record Session(Duration gap) implements TimeWindow {
    @Override
    public String text() {
      return "sessions with pauses up to " + gap;
    }

    @Override
    public List<String> problems() {
      return positive(gap, "gap").stream().toList();
    }
  }

  private static Optional<String> positive(Duration duration, String what) {
    return duration.isZero() || duration.isNegative()
        ? Optional.of("a window's %s must be positive, not %s".formatted(what, duration))
        : Optional.empty();
  }
}
