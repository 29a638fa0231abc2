package dev.sluice.io.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many messages one batch of a stream has.
 *
 * @param most at most; 0 for all there are
 * @param least as many are waited for; 0 for none
 * @param longest for so long
 */
record Pace(long most, long least, Duration longest) {

  static final Pace FREE = new Pace(0, 0, Duration.ZERO);

  Pace {
    if (most > 0 && least > most) {
      throw new IllegalArgumentException(
          "a batch cannot wait for %d messages and have %d at most".formatted(least, most));
    }
  }

  Pace most(long messages) {
    return new Pace(Reading.positive(messages), least, longest);
  }

  Pace least(long messages, Duration atLongest) {
    if (atLongest.toMillis() < 1) {
      throw new IllegalArgumentException("a batch waits for 1 ms or longer, not " + atLongest);
    }
    return new Pace(most, Reading.positive(messages), atLongest);
  }

  /** What Spark is told. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    if (most > 0) {
      options.put("maxOffsetsPerTrigger", String.valueOf(most));
    }
    if (least > 0) {
      options.put("minOffsetsPerTrigger", String.valueOf(least));
      options.put("maxTriggerDelay", longest.toMillis() + "ms");
    }
    return options;
  }
}
