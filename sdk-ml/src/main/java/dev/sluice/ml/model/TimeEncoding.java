package dev.sluice.ml.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a moment, a slot for each, and one for NULL.
 *
 * @param column the component
 * @param part which part
 * @param zone the time zone by which it is told
 */
public record TimeEncoding(String column, Part part, ZoneId zone) implements Encoding {

  private static final long MICROS_OF_A_SECOND = 1_000_000;
  private static final int SECONDS_OF_AN_HOUR = 3_600;
  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final int DAYS_OF_A_WEEK = 7;

  /** From Monday as 0: the first of January 1970 was a Thursday. */
  private static final int WEEKDAY_OF_DAY_0 = 3;

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

  /** By arithmetic on seconds, for this is done for each row. */
  private int value(long micros) {
    long second = Math.floorDiv(micros, MICROS_OF_A_SECOND);
    ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(second));
    long local = second + offset.getTotalSeconds();
    return part == Part.HOUR
        ? Math.floorMod(local, SECONDS_OF_A_DAY) / SECONDS_OF_AN_HOUR
        : Math.floorMod(Math.floorDiv(local, SECONDS_OF_A_DAY) + WEEKDAY_OF_DAY_0, DAYS_OF_A_WEEK);
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0]) ? LevelTable.NULL : name(value(inputs.micros(columns[0])));
  }
}
