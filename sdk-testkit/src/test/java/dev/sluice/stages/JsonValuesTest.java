package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.JsonFiles;
import dev.sluice.quality.Rejected;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON becomes the value that is written, or a rejected row that says why not. */
@SparkTest
class JsonValuesTest {

  enum Color {
    RED,
    GREEN
  }

  record In(int x) {}

  record Sizes(byte b, short s, int i, long l) {}

  record Money(@Precision(value = 38, scale = 18) BigDecimal m) {}

  record Price(@Precision(value = 5, scale = 2) BigDecimal p) {}

  record Text(String t) {}

  record Deep(List<In> ins, Map<String, In> byName, List<Color> colors, In in) {}

  record Reals(List<Double> d, Map<String, Float> f) {}

  record Times(LocalDate d, Instant t, LocalDateTime l, Duration u) {}

  record Keys(Map<Integer, String> whole, Map<Color, Boolean> colors) {}

  record ByDay(Map<LocalDate, Integer> days) {}

  record Inner(String text, List<Integer> list, Double real) {}

  record Everything(
      int id,
      boolean flag,
      Byte tiny,
      Short small,
      Long large,
      Float real32,
      Double real64,
      String text,
      Color color,
      @Precision(value = 38, scale = 18) BigDecimal decimal,
      LocalDate date,
      Instant moment,
      LocalDateTime local,
      Duration length,
      List<String> texts,
      List<Instant> moments,
      Map<String, String> byText,
      Map<Integer, Double> byNumber,
      Map<Color, List<Inner>> byColor,
      Inner inner) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private List<String> reasons(JsonFiles<?> json) {
    return kit.source(json).rejected().collect(kit.spark()).stream()
        .flatMap((Rejected r) -> r.reasons().stream())
        .toList();
  }

  private <T extends Record> List<String> reasons(Class<T> type, String line) {
    JsonFiles<T> json = kit.jsonFile(type, line + "\n");
    assertThat(kit.source(json).collect(kit.spark())).isEmpty();
    return reasons(json);
  }

  @Test
  void decimalsKeepAllDigitsAlsoInArrays() {
    String written = "12345678901234567890.123456789012345678";
    Money money = new Money(new BigDecimal(written));

    assertThat(kit.source(kit.jsonFile(Money.class, "{\"m\":" + written + "}\n"))).hasRows(money);
    assertThat(kit.source(kit.jsonFile(Money.class, "[{\"m\":" + written + "}]").multiLine()))
        .hasRows(money);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "1.10",
          "1E5",
          "123456789012345678901234567890",
          "-0",
          "0.1000000000000000055511151231257827",
          "true",
          "[1.0, {\"a\" : 1.50}]",
          "{\"a\":  \"x\\u0041\"}"
      })
  void aTextKeepsJsonAsItIsWritten(String value) {
    String object = "{\"t\":" + value + "}";

    assertThat(kit.source(kit.jsonFile(Text.class, object + "\n"))).hasRows(new Text(value));
    assertThat(kit.source(kit.jsonFile(Text.class, "[" + object + " ]").multiLine()))
        .hasRows(new Text(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "[NaN]", "{\"a\":-INF}", "\"\\uD800\""})
  void whatIsNoJsonOrNoUnicodeIsNoText(String value) {
    assertThat(reasons(Text.class, "{\"t\":" + value + "}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\":128", "b\":-129", "s\":32768", "i\":2147483648", "l\":1e3"})
  void aWholeNumberOutOfRangeIsRejected(String field) {
    String others = "{\"b\":1,\"s\":1,\"i\":1,\"l\":1}";
    String name = field.substring(0, 1);

    assertThat(reasons(Sizes.class, others.replace(name + "\":1", field)))
        .singleElement()
        .asString()
        .startsWith("component '" + name + "' ");
  }

  @Test
  void limitsOfWholeNumbersAreKept() {
    String line = "{\"b\":-128,\"s\":32767,\"i\":-2147483648,\"l\":9223372036854775807}\n";

    assertThat(kit.source(kit.jsonFile(Sizes.class, line)))
        .hasRows(new Sizes(Byte.MIN_VALUE, Short.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1.234", "1e1000000000", "1e-1000000000", "\"12,5\"", "\" 1\""})
  void aDecimalThatDoesNotFitIsRejected(String value) {
    assertThat(reasons(Price.class, "{\"p\":" + value + "}"))
        .singleElement()
        .asString()
        .endsWith("is no decimal(5, 2)");
  }

  @Test
  void aDecimalMayBeATextAndHaveZerosMore() {
    assertThat(kit.source(kit.jsonFile(Price.class, "{\"p\":\"1.2000\"}\n{\"p\":1.5e2}\n")))
        .hasRows(new Price(new BigDecimal("1.20")), new Price(new BigDecimal("150.00")));
  }

  @Test
  void aRejectedRowSaysWhichComponentAndWhyAtAnyDepth() {
    JsonFiles<Deep> json =
        kit.jsonFile(
            Deep.class,
            """
            {"ins":[{"x":1},{"y":"a"}]}
            {"byName":{"k":{"x":null}}}
            {"colors":["RED","BLUE"]}
            {"in":{"x":"1"}}
            {"in":{"x":1,"x":2}}
            """);

    assertThat(reasons(json))
        .containsExactlyInAnyOrder(
            "component 'ins[1].x' is missing",
            "component 'byName[k].x' is NULL",
            "component 'colors[1]' 'BLUE' is not a constant of Color",
            "component 'in.x' '\"1\"' is no int",
            "component 'in.x' occurs twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"d\":[1e400]", "\"f\":{\"a\":1e39}", "\"d\":[\"1.5\"]", "\"d\":[true]"})
  void aNumberThatIsNoneIsRejectedInListsAndMaps(String field) {
    assertThat(reasons(Reals.class, "{" + field + "}")).hasSize(1);
  }

  @Test
  void nullsAreKeptInListsAndMaps() {
    List<Double> list = Arrays.asList(1.0, null, Double.NaN);
    Map<String, Float> map = new LinkedHashMap<>();
    map.put("", null);

    assertThat(kit.source(kit.jsonFile(Reals.class, "{\"d\":[1,null,NaN],\"f\":{\"\":null}}\n")))
        .hasRows(new Reals(list, map));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "\"d\":\"2024\"",
          "\"d\":\"2024-05\"",
          "\"d\":\"2024-02-30\"",
          "\"d\":\"2024-05-01 25:00\"",
          "\"d\":19000",
          "\"t\":\"12:00\"",
          "\"t\":\"2024-05\"",
          "\"t\":\"2024-05-01T24:00:00Z\"",
          "\"t\":1714521600000",
          "\"t\":\"1714521600000\"",
          "\"l\":\"12:00\"",
          "\"l\":\"2024-05-01T12:00:00Z\"",
          "\"u\":\"12:00\"",
          "\"u\":5"
      })
  void halfATimeIsRejected(String field) {
    assertThat(reasons(Times.class, "{" + field + "}")).hasSize(1);
  }

  @Test
  void wholeTimesAreRead() {
    String line =
        "{\"d\":\"2024-05-01\",\"t\":\"2024-05-01T12:00:00.000001+02:00\","
            + "\"l\":\"2024-05-01 12:00\",\"u\":\"PT1H\"}\n";

    assertThat(kit.source(kit.jsonFile(Times.class, line)))
        .hasRows(
            new Times(
                LocalDate.of(2024, 5, 1),
                Instant.parse("2024-05-01T10:00:00.000001Z"),
                LocalDateTime.of(2024, 5, 1, 12, 0),
                Duration.ofHours(1)));
  }

  @Test
  void aPatternSaysHowTimesAreWritten() {
    JsonFiles<Times> json =
        kit.jsonFile(Times.class, "{\"d\":20240501,\"t\":\"01.05.2024 12:00 +0200\"}\n")
            .dateFormat("yyyyMMdd")
            .timestampFormat("dd.MM.yyyy HH:mm xx");

    assertThat(kit.source(json))
        .hasRows(
            new Times(LocalDate.of(2024, 5, 1), Instant.parse("2024-05-01T10:00:00Z"), null, null));
  }

  @Test
  void aWrapperCannotBeBrokenOutOf() {
    String text = "{\"x\":1}],\"rows\":[{\"x\":2}";

    assertThat(reasons(In.class, text)).hasSize(1);
    assertThat(kit.source(kit.jsonFile(In.class, text).multiLine())).hasRejectedCount(1);
    assertThat(kit.source(kit.jsonFile(In.class, "{\"x\":1},{\"x\":2}").multiLine()))
        .hasRejectedCount(1);
  }

  @Test
  void keysOfMapsAreTyped() {
    String good = "{\"whole\":{\"1\":\"a\"},\"colors\":{\"RED\":true}}\n";
    JsonFiles<Keys> json =
        kit.jsonFile(
            Keys.class, good + "{\"whole\":{\"x\":\"a\"}}\n{\"colors\":{\"BLUE\":true}}\n");

    assertThat(kit.source(json))
        .hasRows(new Keys(Map.of(1, "a"), Map.of(Color.RED, true)))
        .hasRejectedCount(2);
  }

  @Test
  void aMapWhoseKeysCannotBeWrittenIsRefused() {
    assertThatThrownBy(() -> Files.json(ByDay.class, "/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ByDay.days")
        .hasMessageContaining("keys of a JSON map");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/St_Johns"})
  void whatIsWrittenIsReadBackEqual(String zone) {
    List<Everything> rows = everything();
    String before = kit.spark().conf().get("spark.sql.session.timeZone");
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    try {
      JsonFiles<Everything> json = Files.json(Everything.class, kit.path("everything"));
      json.errorIfExists()
          .write(
              kit.rows(Everything.class, rows.toArray(Everything[]::new)).toDataset(kit.spark()));
      assertThat(reasons(json)).isEmpty();
      CheckedStage<Everything> back = kit.source(json);

      assertThat(back).keyedBy(Everything::id).hasRows(rows.toArray(Everything[]::new));
    } finally {
      kit.spark().conf().set("spark.sql.session.timeZone", before);
    }
  }

  private static final List<String> HOSTILE =
      Arrays.asList(
          "", " ", "  a  ", "\n", "\r\n", "\t", "\"", "\\", "'", "null", "NaN", "{}", "]", "\u0000",
          "\u001b", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "😀", "é", "1.10", "a\nb", null);

  private static List<Everything> everything() {
    List<BigDecimal> decimals =
        Arrays.asList(
            new BigDecimal("99999999999999999999.999999999999999999"),
            new BigDecimal("-0.000000000000000001"),
            null);
    List<LocalDate> dates =
        Arrays.asList(
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(-1, 2, 3),
            LocalDate.of(12345, 1, 1),
            null);
    List<Instant> moments =
        Arrays.asList(
            Instant.parse("2024-10-27T00:30:00.000001Z"),
            Instant.parse("2024-10-27T01:30:00Z"),
            Instant.parse("1850-01-01T00:00:00.123456Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS),
            Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS),
            null);
    List<LocalDateTime> locals =
        Arrays.asList(
            LocalDateTime.parse("2024-03-31T02:30:00.000001"),
            LocalDateTime.parse("1800-01-01T00:00"),
            LocalDateTime.parse("9999-12-31T23:59:59.999999"),
            LocalDateTime.parse("1970-01-01T00:00").plus(Long.MIN_VALUE, ChronoUnit.MICROS),
            LocalDateTime.parse("1970-01-01T00:00").plus(Long.MAX_VALUE, ChronoUnit.MICROS),
            null);
    List<Duration> lengths =
        Arrays.asList(
            Duration.ZERO,
            Duration.ofNanos(1_000),
            Duration.ofDays(40_000).plusNanos(999_999_000),
            Duration.ofNanos(-1_000),
            Duration.ofDays(-1),
            Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS),
            Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS),
            null);
    List<Double> reals =
        Arrays.asList(
            0.0,
            0.1,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e21,
            null);
    List<Everything> rows = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      Double real = at(reals, i);
      Inner inner = new Inner(at(HOSTILE, i), Arrays.asList(i, null), real);
      Map<String, String> byText = new LinkedHashMap<>();
      byText.put(at(HOSTILE, i) == null ? "k" : at(HOSTILE, i), at(HOSTILE, i + 1));
      Map<Integer, Double> byNumber = new LinkedHashMap<>();
      byNumber.put(-i, real);
      Map<Color, List<Inner>> byColor = new LinkedHashMap<>();
      byColor.put(Color.RED, Arrays.asList(inner, null, new Inner(null, null, null)));
      rows.add(
          new Everything(
              i,
              i % 2 == 0,
              i % 3 == 0 ? null : Byte.MIN_VALUE,
              i % 3 == 1 ? null : Short.MAX_VALUE,
              i % 3 == 2 ? null : Long.MIN_VALUE,
              real == null ? null : real.floatValue(),
              real,
              at(HOSTILE, i),
              i % 3 == 0 ? null : Color.GREEN,
              at(decimals, i),
              at(dates, i),
              at(moments, i),
              at(locals, i),
              at(lengths, i),
              i % 5 == 0 ? null : i % 5 == 1 ? List.of() : HOSTILE,
              moments,
              i % 7 == 0 ? null : byText,
              byNumber,
              byColor,
              i % 4 == 0 ? null : inner));
    }
    return rows;
  }

  private static <T> T at(List<T> values, int i) {
    return values.get(i % values.size());
  }
}
