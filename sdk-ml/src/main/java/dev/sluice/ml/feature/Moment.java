package dev.sluice.ml.feature;

import dev.sluice.ml.model.TimeEncoding.Part;
import java.time.ZoneId;
import java.util.List;

/**
 * A moment of which no part is taken yet: by itself it is no feature.
 *
 * @param <T> the record
 */
public final class Moment<T extends Record> {

  private final Features<T> features;
  private final String column;
  private final List<String> wrong;

  Moment(Features<T> features, String column, List<String> wrong) {
    this.features = features;
    this.column = column;
    this.wrong = wrong;
  }

  /** Its hour, from 0 to 23, a level each. */
  public TimeFeature<T> hourOfDay(ZoneId zone) {
    return with(Part.HOUR, zone);
  }

  /** Its day of the week, a level each. */
  public TimeFeature<T> dayOfWeek(ZoneId zone) {
    return with(Part.WEEKDAY, zone);
  }

  private TimeFeature<T> with(Part part, ZoneId zone) {
    return new TimeFeature<>(features.with(new Feature.Time(column, part, zone), wrong), column);
  }
}
