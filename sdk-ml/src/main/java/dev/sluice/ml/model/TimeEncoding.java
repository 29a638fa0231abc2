package dev.sluice.ml.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a moment, a slot for each, and one for NULL.
 *
 * @param column the component
 * @param part which part
 * @param zone the time zone by which it is told, as {@link ZoneId} writes it
 */
public record TimeEncoding(String column, Part part, String zone) implements Encoding {

  /** A part of a moment. */
  public enum Part {
    /** From 0 to 23. */
    HOUR(24),
    /** From Monday to Sunday. */
    WEEKDAY(7);

    private final int values;

    Part(int values) {
      this.values = values;
    }
  }

  public TimeEncoding {
    Valid.present(column, "the column of a time");
    Valid.present(part, "the part of " + column);
    Valid.present(zone, "the time zone of " + column);
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s has no time zone: %s".formatted(column, e.getMessage()), e);
    }
  }

  @Override
  public String feature() {
    return column + "." + part.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> reads() {
    return List.of(column);
  }

  @Override
  public int width() {
    return part.values + 1;
  }

  @Override
  public List<String> slots() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < part.values; i++) {
      names.add(feature() + " = " + name(i));
    }
    names.add(column + " is NULL");
    return names;
  }

  private String name(int value) {
    return part == Part.HOUR ? Integer.toString(value) : DayOfWeek.of(value + 1).name();
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    slots.put(
        first + (inputs.isNull(columns[0]) ? part.values : value(inputs.micros(columns[0]))),
        1);
  }

  private int value(long micros) {
    ZonedDateTime time =
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(ZoneId.of(zone));
    return part == Part.HOUR ? time.getHour() : time.getDayOfWeek().getValue() - 1;
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0]) ? LevelTable.NULL : name(value(inputs.micros(columns[0])));
  }
}
