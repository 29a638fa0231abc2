package dev.sluice.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How event time is cut into windows. Durations are positive. */
public sealed interface TimeWindow {

  /** {@code windows of PT1M}. */
  String text();

  /**
   * The same windows, of which one begins at this time after 1970-01-01T00:00Z instead of at it:
   * {@code tumbling(Duration.ofDays(1)).startingAt(Duration.ofHours(6))} are days from six to six in
   * UTC.
   *
   * @param offset less than a window, or than what lies between the begins of two
   * @throws IllegalArgumentException for sessions, which begin with a row
   */
  TimeWindow startingAt(Duration offset);

  /** What is wrong with its durations. */
  List<String> problems();

  /** Windows of one length, one after the other. */
  record Tumbling(Duration length, Optional<Duration> offset) implements TimeWindow {
    @Override
    public String text() {
      return "windows of " + length + from(offset);
    }

    @Override
    public Tumbling startingAt(Duration time) {
      return new Tumbling(length, Optional.of(time));
    }

    @Override
    public List<String> problems() {
      return Stream.of(positive(length, "length"), small(offset, length))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /** Windows of one length that begin every {@code slide} and so overlap. */
  record Sliding(Duration length, Duration slide, Optional<Duration> offset)
      implements TimeWindow {
    @Override
    public String text() {
      return "windows of %s every %s%s".formatted(length, slide, from(offset));
    }

    @Override
    public Sliding startingAt(Duration time) {
      return new Sliding(length, slide, Optional.of(time));
    }

    @Override
    public List<String> problems() {
      Optional<String> gaps =
          slide.compareTo(length) > 0
              ? Optional.of(
                  "windows of %s every %s leave gaps: the slide must not be longer than the window"
                      .formatted(length, slide))
              : Optional.empty();
      return Stream
          .of(positive(length, "length"), positive(slide, "slide"), gaps, small(offset, slide))
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
    public Session startingAt(Duration time) {
      throw new IllegalArgumentException(
          "a session begins with its first row, so it cannot be told to start at " + time);
    }

    @Override
    public List<String> problems() {
      return positive(gap, "gap").stream().toList();
    }
  }

  private static String from(Optional<Duration> offset) {
    return offset.map(time -> " from " + time).orElse("");
  }

  private static Optional<String> small(Optional<Duration> offset, Duration slide) {
    return offset
        .filter(time -> time.abs().compareTo(slide) >= 0)
        .map(
            time -> "windows that begin every %s cannot start %s off: take less than %s"
                .formatted(slide, time, slide));
  }

  private static Optional<String> positive(Duration duration, String what) {
    return duration.isZero() || duration.isNegative()
        ? Optional.of("a window's %s must be positive, not %s".formatted(what, duration))
        : Optional.empty();
  }
}
