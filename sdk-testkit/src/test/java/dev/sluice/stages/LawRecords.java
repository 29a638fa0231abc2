package dev.sluice.stages;

import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Records that have columns of all types, at several depths. */
final class LawRecords {

  private LawRecords() {}

  enum Color {
    RED,
    GREEN,
    Ümlaut_1
  }

  record Leaf(Color color, Double real, byte tiny) {}

  record Inner(
      int whole,
      Long large,
      String text,
      @Precision(value = 20, scale = 7) BigDecimal decimal,
      Boolean flag,
      LocalDate day,
      LocalDateTime local,
      Duration length,
      byte[] bytes,
      Leaf leaf,
      List<Leaf> leaves,
      Map<String, Leaf> byName) {}

  /** What a line of CSV can hold. */
  record Flat(
      int id,
      boolean flag,
      byte tiny,
      short small,
      int whole,
      long large,
      float single,
      double real,
      Boolean flagOrNull,
      Byte tinyOrNull,
      Short smallOrNull,
      Integer wholeOrNull,
      Long largeOrNull,
      Float singleOrNull,
      Double realOrNull,
      String text,
      Color color,
      BigDecimal decimal,
      @Precision(1) BigDecimal digit,
      @Precision(38) BigDecimal digits,
      @Precision(value = 38, scale = 38) BigDecimal fraction,
      @Precision(value = 9, scale = 2) BigDecimal amount,
      @Precision(value = 18, scale = 6) BigDecimal rate,
      LocalDate day,
      LocalDateTime local,
      Instant moment,
      Duration length) {}

  /** All but points in time, which ORC holds in UTC alone. */
  record Nested(
      int id,
      byte[] bytes,
      Inner inner,
      List<Integer> wholes,
      List<Float> singles,
      List<Double> reals,
      List<Boolean> flags,
      List<String> texts,
      List<Color> colors,
      List<@Precision(value = 30, scale = 10) BigDecimal> decimals,
      List<LocalDate> days,
      List<LocalDateTime> locals,
      List<Duration> lengths,
      List<byte[]> blobs,
      List<Inner> inners,
      List<List<String>> lists,
      List<Map<String, Integer>> maps,
      Map<String, String> byText,
      Map<Integer, Double> byWhole,
      Map<Long, LocalDateTime> byLarge,
      Map<Color, List<Inner>> byColor,
      Map<String, Map<String, Duration>> byName) {}

  record Within(
      int whole, String text, @Precision(value = 20, scale = 7) BigDecimal decimal, Instant at) {}

  /** What every format that knows its schema can hold. */
  record Common(
      int id,
      boolean flag,
      Integer whole,
      Long large,
      Float single,
      Double real,
      String text,
      Color color,
      BigDecimal decimal,
      @Precision(38) BigDecimal digits,
      @Precision(value = 9, scale = 2) BigDecimal amount,
      LocalDate day,
      LocalDateTime local,
      Instant moment,
      byte[] bytes,
      Within within,
      List<String> texts,
      List<Instant> moments,
      List<Within> records,
      List<List<Integer>> lists,
      Map<String, Double> byText,
      Map<Color, List<Within>> byColor) {}

  /** Points in time at all depths. */
  record Moments(
      int id,
      Instant at,
      List<Instant> list,
      Map<String, Instant> byName,
      Map<String, List<Instant>> byList,
      Only.Moment in,
      List<Only.Moment> records) {}

  /** What can be no name of a member of JSON. */
  record Keys(
      int id,
      Map<LocalDate, Integer> byDay,
      Map<LocalDateTime, Integer> byLocal,
      Map<Duration, Integer> byLength,
      Map<@Precision(value = 12, scale = 3) BigDecimal, Integer> byDecimal,
      Map<Boolean, Integer> byFlag,
      Map<Leaf, Integer> byLeaf,
      Map<List<Integer>, Integer> byList) {}

  /** Records of one column. */
  static final class Only {

    private Only() {}

    record Text(String value) {}

    record Whole(Integer value) {}

    record Primitive(long value) {}

    record Real(Double value) {}

    record Day(LocalDate value) {}

    record Moment(Instant value) {}

    record Bytes(byte[] value) {}

    record Texts(List<String> value) {}

    record ByText(Map<String, Integer> value) {}

    record Within(Leaf value) {}
  }
}
