package dev.sluice.io.format;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.DatePattern;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Options of Spark's formats, by name. */
@Internal
public final class FormatOptions {

  private FormatOptions() {}

  /**
   * Options with one more. As in Spark the case of a name does not matter, and the last one given
   * counts.
   *
   * @throws IllegalArgumentException if it is a pattern of dates or times with a known slip
   */
  public static Map<String, String> with(Map<String, String> options, String key, String value) {
    if (key.equalsIgnoreCase("dateFormat")) {
      DatePattern.ofDates(value);
    } else if (key.equalsIgnoreCase("timestampFormat")
        || key.equalsIgnoreCase("timestampNTZFormat")) {
      DatePattern.ofTimestamps(value);
    }
    Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(options);
    changed.put(key, value);
    return Collections.unmodifiableMap(changed);
  }
}
