package dev.sluice.ml.feature;

import dev.sluice.ml.model.TimeEncoding.Part;
import java.time.ZoneId;
import java.util.List;

/**
 * Features and a moment, of which parts are taken.
 *
 * @param <T> the record
 */
public final class TimeFeature<T extends Record> extends Features<T> {

  private final String column;
  private final List<String> wrong;

  TimeFeature(Features<T> features, String column, List<String> wrong) {
    super(features);
    this.column = column;
    this.wrong = wrong;
  }

  /** Its hour, from 0 to 23, a level each. */
  public TimeFeature<T> hourOfDay(ZoneId zone) {
    return new TimeFeature<>(part(column, Part.HOUR, zone, wrong), column, List.of());
  }

  /** Its day of the week, a level each. */
  public TimeFeature<T> dayOfWeek(ZoneId zone) {
    return new TimeFeature<>(part(column, Part.WEEKDAY, zone, wrong), column, List.of());
  }
}
