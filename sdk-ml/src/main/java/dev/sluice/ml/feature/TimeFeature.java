package dev.sluice.ml.feature;

import java.time.ZoneId;
import java.util.List;

/**
 * Features of which the last is a part of a moment; more parts of it can be taken.
 *
 * @param <T> the record
 */
public final class TimeFeature<T extends Record> extends Features<T> {

  private final String column;

  TimeFeature(Features<T> features, String column) {
    super(features);
    this.column = column;
  }

  /** Its hour too, from 0 to 23, a level each. */
  public TimeFeature<T> hourOfDay(ZoneId zone) {
    return new Moment<>(this, column, List.of()).hourOfDay(zone);
  }

  /** Its day of the week too, a level each. */
  public TimeFeature<T> dayOfWeek(ZoneId zone) {
    return new Moment<>(this, column, List.of()).dayOfWeek(zone);
  }
}
