package dev.sluice.stages;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows of any record with the values that files lose: each hostile value of a type occurs in each
 * column of it, the rest is drawn. The same seed gives the same rows in every JVM.
 *
 * <p>Not among them, because a format does not keep them: the days from 1582-10-05 to 14 (a row
 * with one fails in ORC), the ends of the range of microseconds, 290,000 years from here (JSON and
 * ORC), and U+FFFF (CSV).
 */
final class HostileRows {

  private static final int MOST_ITEMS = 3;

  private static final String[] PIECES = {
      "",
      " ",
      "  ",
      "\t",
      "a",
      "\"",
      "\"\"",
      "'",
      ",",
      ";",
      "|",
      "\n",
      "\r",
      "\r\n",
      "\\",
      "\\n",
      "\\\"",
      "#",
      "NULL",
      "null",
      "NaN",
      "{}",
      "]",
      "\u0000",
      "\u0001",
      "\u001b",
      "\u007f",
      "\u0085",
      "\u00a0",
      "\u2028",
      "\ufeff",
      "\ufffd",
      "é",
      "e\u0301",
      "漢",
      "ع",
      "😀",
      "1.10",
      "-",
      "true",
      "2024-01-01",
      "a,b"
  };

  /** Around changes of clocks and of calendars, before there were zones, and far away. */
  private static final List<LocalDateTime> LOCALS =
      List.of(
          LocalDateTime.parse("1970-01-01T00:00"),
          LocalDateTime.parse("1969-12-31T23:59:59.999999"),
          LocalDateTime.parse("2024-03-31T02:30:00.000001"),
          LocalDateTime.parse("2024-10-27T02:30"),
          LocalDateTime.parse("2024-03-10T02:30"),
          LocalDateTime.parse("2024-11-03T01:30:00.123456"),
          LocalDateTime.parse("1986-01-01T00:07:30"),
          LocalDateTime.parse("2015-01-01T00:00:00.999999"),
          LocalDateTime.parse("1900-01-01T00:00"),
          LocalDateTime.parse("1899-12-31T23:59:59.999999"),
          LocalDateTime.parse("1893-03-31T23:55:00"),
          LocalDateTime.parse("1883-11-18T12:00:00.000001"),
          LocalDateTime.parse("1582-10-04T23:59:59.999999"),
          LocalDateTime.parse("1582-10-15T00:00"),
          LocalDateTime.parse("1500-02-28T23:59:59"),
          LocalDateTime.parse("1000-02-28T00:00:00.5"),
          LocalDateTime.parse("0001-01-01T00:00"),
          LocalDateTime.parse("0001-01-02T00:00:00.000001"),
          LocalDateTime.parse("9999-12-31T23:59:59.999999"),
          LocalDateTime.parse("2262-04-11T23:47:16.854775"),
          LocalDateTime.parse("1677-09-21T00:12:43.145224"),
          LocalDateTime.parse("0000-02-29T00:00"),
          LocalDateTime.parse("-0043-03-15T12:00"),
          LocalDateTime.parse("+12345-06-07T08:09:10.111213"));

  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");

  private static final Map<ColumnType, List<Object>> KNOWN =
      Map.ofEntries(
          Map.entry(Scalar.BOOLEAN, List.of(true, false)),
          Map.entry(
              Scalar.BYTE, List.of((byte) 0, (byte) 1, (byte) -1, Byte.MIN_VALUE, Byte.MAX_VALUE)),
          Map.entry(Scalar.SHORT, List.of((short) 0, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE)),
          Map.entry(Scalar.INT, List.of(0, -1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(
              Scalar.LONG,
              List.of(0L, -1L, (1L << 53) + 1, Long.MIN_VALUE, Long.MAX_VALUE, 1_714_521_600_000L)),
          Map.entry(
              Scalar.FLOAT,
              List.of(
                  0f,
                  -0f,
                  0.1f,
                  Float.MIN_VALUE,
                  -Float.MAX_VALUE,
                  Float.MIN_NORMAL,
                  1.17549435E-38f,
                  16_777_217f,
                  Float.NaN,
                  Float.POSITIVE_INFINITY,
                  Float.NEGATIVE_INFINITY)),
          Map.entry(
              Scalar.DOUBLE,
              List.of(
                  0d,
                  -0d,
                  0.1,
                  1d / 3,
                  2e-3,
                  1e21,
                  1e-7,
                  9007199254740993d,
                  Double.MIN_VALUE,
                  -Double.MAX_VALUE,
                  Double.MIN_NORMAL,
                  Double.NaN,
                  Double.POSITIVE_INFINITY,
                  Double.NEGATIVE_INFINITY)),
          Map.entry(Scalar.STRING, Arrays.asList((Object[]) PIECES)),
          Map.entry(
              Scalar.DATE,
              with(
                  LOCALS.stream().map(LocalDateTime::toLocalDate).map(Object.class::cast).toList(),
                  LocalDate.of(2024, 2, 29),
                  LocalDate.of(1500, 3, 1),
                  LocalDate.of(10_000, 1, 1),
                  LocalDate.of(-9_999, 1, 1),
                  LocalDate.of(294_000, 12, 31))),
          Map.entry(Scalar.TIMESTAMP_NTZ, List.copyOf(LOCALS)),
          Map.entry(Scalar.TIMESTAMP, moments()),
          Map.entry(
              Scalar.DURATION,
              List.of(
                  Duration.ZERO,
                  Duration.ofNanos(1_000),
                  Duration.ofNanos(-1_000),
                  Duration.ofSeconds(-1),
                  Duration.ofDays(-1).plusNanos(1_000),
                  Duration.ofDays(40_000).plusNanos(999_999_000),
                  Duration.ofDays(100_000_000),
                  Duration.ofDays(-100_000_000),
                  Duration.ofHours(24),
                  Duration.ofMinutes(-61))),
          Map.entry(
              Scalar.BINARY,
              List.of(
                  new byte[0],
                  new byte[]{0},
                  new byte[]{-1, -128, 127, 10, 13, 34},
                  "text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80})));

  private final Random random;

  private HostileRows(Random random) {
    this.random = random;
  }

  /** At least as many rows as are needed for each hostile value to occur; the first is all null. */
  static <T extends Record> List<T> of(Class<T> type, int least, long seed) {
    HostileRows rows = new HostileRows(new Random(seed));
    int most =
        RecordType.of(type).components().stream()
            .mapToInt(c -> hostile(c.logicalType()).size())
            .max()
            .orElse(0);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < Math.max(least, most + 2); i++) {
      all.add(rows.row(type, i));
    }
    return all;
  }

  private <T extends Record> T row(Class<T> type, int i) {
    List<RecordComponentType> components = RecordType.of(type).components();
    Object[] values = new Object[components.size()];
    for (int c = 0; c < values.length; c++) {
      RecordComponentType component = components.get(c);
      if (component.name().equals("id")) {
        values[c] = i;
      } else if (i == 0 || component.nullable() && i > 1 && random.nextInt(10) == 0) {
        values[c] = component.nullable() ? null : value(component.logicalType());
      } else {
        values[c] = value(component.logicalType(), i - 1);
      }
    }
    return make(type, values);
  }

  /** The hostile values one after the other, then any. */
  private Object value(ColumnType type, int i) {
    List<?> hostile = hostile(type);
    return i < hostile.size() ? hostile.get(i) : value(type);
  }

  /** A value of the type, not null itself. */
  private Object value(ColumnType type) {
    List<?> hostile = hostile(type);
    if (!hostile.isEmpty() && random.nextInt(3) > 0) {
      return hostile.get(random.nextInt(hostile.size()));
    }
    if (type instanceof Scalar scalar) {
      return drawn(scalar);
    } else if (type instanceof ColumnType.Decimal decimal) {
      BigInteger most = BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE);
      BigInteger digits = new BigInteger(most.bitLength() - 1, random);
      return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), decimal.scale());
    } else if (type instanceof ColumnType.ListOf list) {
      List<Object> values = new ArrayList<>();
      for (int n = random.nextInt(MOST_ITEMS + 1); n > 0; n--) {
        values.add(random.nextInt(5) == 0 ? null : value(list.element()));
      }
      return Collections.unmodifiableList(values);
    } else if (type instanceof ColumnType.MapOf map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      for (int n = random.nextInt(MOST_ITEMS + 1); n > 0; n--) {
        entries.put(value(map.key()), random.nextInt(5) == 0 ? null : value(map.value()));
      }
      return Collections.unmodifiableMap(entries);
    } else if (type instanceof ColumnType.Struct struct) {
      return nested(struct.type().asSubclass(Record.class));
    }
    return hostile.get(random.nextInt(hostile.size()));
  }

  private <T extends Record> T nested(Class<T> type) {
    return make(
        type,
        RecordType.of(type).components().stream()
            .map(c -> c.nullable() && random.nextInt(4) == 0 ? null : value(c.logicalType()))
            .toArray());
  }

  private Object drawn(Scalar type) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) random.nextInt();
      case SHORT -> (short) random.nextInt();
      case INT -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> canonical(Float.intBitsToFloat(random.nextInt()));
      case DOUBLE -> canonical(Double.longBitsToDouble(random.nextLong()));
      case STRING -> text();
      case DATE -> LocalDate.ofEpochDay(random.nextInt(4_000_000) - 1_000_000);
      case TIMESTAMP -> moment(random.nextLong() / 64);
      case TIMESTAMP_NTZ -> LocalDateTime.ofInstant(moment(random.nextLong() / 64), ZoneOffset.UTC);
      case DURATION -> Duration.of(random.nextLong() >> random.nextInt(60), ChronoUnit.MICROS);
      case BINARY -> bytes();
    };
  }

  /** There are many NaNs, and Java tells them apart only by their bits. */
  private static Object canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  private static Object canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(9)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<?> hostile(ColumnType type) {
    if (type instanceof ColumnType.Decimal decimal) {
      BigInteger most = BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE);
      return List.of(
          new BigDecimal(BigInteger.ZERO, decimal.scale()),
          new BigDecimal(BigInteger.ONE, decimal.scale()),
          new BigDecimal(BigInteger.ONE.negate(), decimal.scale()),
          new BigDecimal(most, decimal.scale()),
          new BigDecimal(most.negate(), decimal.scale()));
    } else if (type instanceof ColumnType.Enumeration constants) {
      return List.of(constants.type().getEnumConstants());
    } else if (type instanceof ColumnType.ListOf list) {
      return List.of(
          List.of(),
          Collections.singletonList(null),
          Collections.unmodifiableList(new ArrayList<Object>(hostile(list.element()))));
    } else if (type instanceof ColumnType.MapOf map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      hostile(map.key()).forEach(key -> all.put(key, null));
      return List.of(Map.of(), Collections.unmodifiableMap(all));
    }
    return KNOWN.getOrDefault(type, List.of());
  }

  /** Each of the local times as each zone understands it, both meanings where there are two. */
  private static List<Object> moments() {
    List<Object> all = new ArrayList<>();
    for (LocalDateTime local : LOCALS) {
      all.add(local.toInstant(ZoneOffset.UTC));
    }
    for (String zone : ZONES) {
      for (LocalDateTime local : LOCALS.subList(0, 12)) {
        Instant at = local.atZone(ZoneId.of(zone)).toInstant();
        all.add(at);
        all.add(at.plus(1, ChronoUnit.HOURS));
      }
    }
    return List.copyOf(all);
  }

  private static List<Object> with(List<Object> values, Object... others) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(others));
    return List.copyOf(all);
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static <T extends Record> T make(Class<T> type, Object[] values) {
    try {
      Constructor<T> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
