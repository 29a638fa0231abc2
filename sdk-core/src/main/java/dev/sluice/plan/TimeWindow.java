package dev.sluice.plan;

import java.time.Duration;

/** How event time is cut into windows. Durations are positive. */
public sealed interface TimeWindow {

  /** Windows of one length, one after the other. */
  record Tumbling(Duration length) implements TimeWindow {}

  /** Windows of one length that begin every {@code slide} and so overlap. */
  record Sliding(Duration length, Duration slide) implements TimeWindow {}

  /** A window for each run of rows with no longer pause than {@code gap}. */
  record Session(Duration gap) implements TimeWindow {}
}
