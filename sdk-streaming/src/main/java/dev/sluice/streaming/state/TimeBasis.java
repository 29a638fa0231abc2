package dev.sluice.streaming.state;

import org.apache.spark.sql.streaming.TimeMode;

/** Which time a function with state goes by, and in which order it gets the rows of a key. */
enum TimeBasis {
  /** Rows as they come; there is no time. */
  NONE("as they come"),
  /** Rows as they come; timers by the clock of the machine. */
  CLOCK("as they come, timers by the clock"),
  /** Rows as they come; timers by event time. */
  EVENT("as they come, timers by event time"),
  /** Rows and timers in the order of event time. */
  ORDER("in order of event time");

  private final String words;

  TimeBasis(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether moments are those at which rows happened. */
  boolean isEventTime() {
    return this == EVENT || this == ORDER;
  }

  TimeMode mode() {
    return switch (this) {
      case NONE -> TimeMode.None();
      case CLOCK -> TimeMode.ProcessingTime();
      case EVENT, ORDER -> TimeMode.EventTime();
    };
  }
}
