package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;

import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of every kind, and a second one of the kinds that are computed with: rows on which every
 * function can be tried.
 */
record TypicalRow(
    int k,
    boolean primitiveBoolean,
    byte primitiveByte,
    short primitiveShort,
    int primitiveInt,
    long primitiveLong,
    float primitiveFloat,
    double primitiveDouble,
    Boolean aBoolean,
    Boolean otherBoolean,
    Byte aByte,
    Byte otherByte,
    Short aShort,
    Short otherShort,
    Integer anInt,
    Integer otherInt,
    Long aLong,
    Long otherLong,
    Float aFloat,
    Float otherFloat,
    Double aDouble,
    Double otherDouble,
    @Precision(value = 10, scale = 2) BigDecimal decimal,
    @Precision(value = 10, scale = 2) BigDecimal otherDecimal,
    String text,
    String otherText,
    LocalDate date,
    LocalDate otherDate,
    Instant timestamp,
    Instant otherTimestamp,
    LocalDateTime dateTime,
    LocalDateTime otherDateTime,
    Duration interval,
    Duration otherInterval,
    byte[] binary,
    byte[] otherBinary,
    Colour colour,
    Colour otherColour,
    List<String> items,
    List<String> otherItems,
    Map<String, Integer> entries,
    Map<String, Integer> otherEntries,
    Zip nested,
    Zip otherNested,
    Inner wide) {

  enum Colour {
    RED,
    GREEN
  }

  /** A nested record with a column of every kind, of the same names. */
  record Inner(
      boolean primitiveBoolean,
      byte primitiveByte,
      short primitiveShort,
      int primitiveInt,
      long primitiveLong,
      float primitiveFloat,
      double primitiveDouble,
      Boolean aBoolean,
      Byte aByte,
      Short aShort,
      Integer anInt,
      Long aLong,
      Float aFloat,
      Double aDouble,
      @Precision(value = 10, scale = 2) BigDecimal decimal,
      String text,
      LocalDate date,
      Instant timestamp,
      LocalDateTime dateTime,
      Duration interval,
      byte[] binary,
      Colour colour,
      List<String> items,
      Map<String, Integer> entries,
      Zip nested) {}

  record Zip(int code) {}

  static TypicalRow row(int k) {
    return new TypicalRow(
        k,
        true,
        (byte) 5,
        (short) 50,
        17,
        170L,
        2.5f,
        7.25,
        true,
        false,
        (byte) 5,
        (byte) 3,
        (short) 50,
        (short) 7,
        17,
        5,
        170L,
        12L,
        2.5f,
        1.25f,
        7.25,
        2.0,
        new BigDecimal("12.50"),
        new BigDecimal("4.00"),
        "Ann b",
        "x",
        LocalDate.of(2024, 5, 31),
        LocalDate.of(2024, 2, 29),
        Instant.parse("2024-05-31T12:34:56.789Z"),
        Instant.parse("2024-05-30T00:00:00Z"),
        LocalDateTime.parse("2024-05-31T12:34:56.789"),
        LocalDateTime.parse("2024-05-30T00:00:00"),
        Duration.ofMinutes(90),
        Duration.ofSeconds(30),
        new byte[]{1, 2},
        new byte[]{3},
        Colour.RED,
        Colour.GREEN,
        List.of("a", "b"),
        List.of("c"),
        Map.of("a", 1),
        Map.of("b", 2),
        new Zip(1),
        new Zip(2),
        inner());
  }

  private static Inner inner() {
    return new Inner(
        true,
        (byte) 5,
        (short) 50,
        17,
        170L,
        2.5f,
        7.25,
        true,
        (byte) 5,
        (short) 50,
        17,
        170L,
        2.5f,
        7.25,
        new BigDecimal("12.50"),
        "Ann b",
        LocalDate.of(2024, 5, 31),
        Instant.parse("2024-05-31T12:34:56.789Z"),
        LocalDateTime.parse("2024-05-31T12:34:56.789"),
        Duration.ofMinutes(90),
        new byte[]{1, 2},
        Colour.RED,
        List.of("a", "b"),
        Map.of("a", 1),
        new Zip(1));
  }

  /** An accessor for each kind of component there is. */
  static List<Object> accessors() {
    return List.of(
        (Fields.PrimitiveBoolean<TypicalRow>) TypicalRow::primitiveBoolean,
        (Fields.PrimitiveByte<TypicalRow>) TypicalRow::primitiveByte,
        (Fields.PrimitiveShort<TypicalRow>) TypicalRow::primitiveShort,
        (Fields.PrimitiveInt<TypicalRow>) TypicalRow::primitiveInt,
        (Fields.PrimitiveLong<TypicalRow>) TypicalRow::primitiveLong,
        (Fields.PrimitiveFloat<TypicalRow>) TypicalRow::primitiveFloat,
        (Fields.PrimitiveDouble<TypicalRow>) TypicalRow::primitiveDouble,
        (Fields.BoxedBoolean<TypicalRow>) TypicalRow::aBoolean,
        (Fields.BoxedByte<TypicalRow>) TypicalRow::aByte,
        (Fields.BoxedShort<TypicalRow>) TypicalRow::aShort,
        (Fields.BoxedInt<TypicalRow>) TypicalRow::anInt,
        (Fields.BoxedLong<TypicalRow>) TypicalRow::aLong,
        (Fields.BoxedFloat<TypicalRow>) TypicalRow::aFloat,
        (Fields.BoxedDouble<TypicalRow>) TypicalRow::aDouble,
        (Fields.Decimal<TypicalRow>) TypicalRow::decimal,
        (Fields.Text<TypicalRow>) TypicalRow::text,
        (Fields.Date<TypicalRow>) TypicalRow::date,
        (Fields.Timestamp<TypicalRow>) TypicalRow::timestamp,
        (Fields.DateTime<TypicalRow>) TypicalRow::dateTime,
        (Fields.Interval<TypicalRow>) TypicalRow::interval,
        (Fields.Binary<TypicalRow>) TypicalRow::binary,
        (Fields.Enumeration<TypicalRow, Colour>) TypicalRow::colour,
        (Fields.Items<TypicalRow, String>) TypicalRow::items,
        (Fields.Entries<TypicalRow, String, Integer>) TypicalRow::entries,
        (Fields.Nested<TypicalRow, Zip>) TypicalRow::nested,
        (Fields.Numeric<TypicalRow>) TypicalRow::aDouble,
        (Fields.Named<TypicalRow>) TypicalRow::anInt,
        (Fields.Typed<TypicalRow, Integer>) TypicalRow::anInt);
  }

  /** A column of each kind, by its class, which is what methods are called on. */
  static Map<Class<?>, Expr<TypicalRow, ?>> columns() {
    return byClass(
        List.of(
            col(TypicalRow::aBoolean),
            col(TypicalRow::aByte),
            col(TypicalRow::aShort),
            col(TypicalRow::anInt),
            col(TypicalRow::aLong),
            col(TypicalRow::aFloat),
            col(TypicalRow::aDouble),
            col(TypicalRow::decimal),
            col(TypicalRow::text),
            col(TypicalRow::date),
            col(TypicalRow::timestamp),
            col(TypicalRow::dateTime),
            col(TypicalRow::interval),
            col(TypicalRow::binary),
            col(TypicalRow::colour),
            col(TypicalRow::items),
            col(TypicalRow::entries),
            col(TypicalRow::nested)));
  }

  /** A second column of each kind, which is given as an argument. */
  static Map<Class<?>, Expr<TypicalRow, ?>> others() {
    return byClass(
        List.of(
            col(TypicalRow::otherBoolean),
            col(TypicalRow::otherByte),
            col(TypicalRow::otherShort),
            col(TypicalRow::otherInt),
            col(TypicalRow::otherLong),
            col(TypicalRow::otherFloat),
            col(TypicalRow::otherDouble),
            col(TypicalRow::otherDecimal),
            col(TypicalRow::otherText),
            col(TypicalRow::otherDate),
            col(TypicalRow::otherTimestamp),
            col(TypicalRow::otherDateTime),
            col(TypicalRow::otherInterval),
            col(TypicalRow::otherBinary),
            col(TypicalRow::otherColour),
            col(TypicalRow::otherItems),
            col(TypicalRow::otherEntries),
            col(TypicalRow::otherNested)));
  }

  private static Map<Class<?>, Expr<TypicalRow, ?>> byClass(
      List<? extends Expr<TypicalRow, ?>> columns) {
    Map<Class<?>, Expr<TypicalRow, ?>> byClass = new LinkedHashMap<>();
    columns.forEach(column -> byClass.put(column.getClass(), column));
    return byClass;
  }
}
