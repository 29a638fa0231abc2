package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.format.DebeziumFormat;
import dev.sluice.io.format.Formats;
import dev.sluice.io.memory.Datasets;
import dev.sluice.quality.Rejected;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of tables as Debezium tells them, of several databases and settings. */
@SparkTest
class DebeziumFormatTest {

  record Change(String op, long id, String status, long lsn, Instant at) {}

  record Priced(String op, long id, @Precision(value = 10, scale = 2) BigDecimal price) {}

  record Timed(
      String op, long id, LocalDate day, Instant moment, LocalDateTime local, Duration length) {}

  record Kept(
      String op,
      long id,
      List<String> texts,
      List<Integer> ints,
      List<Double> reals,
      List<byte[]> bytes,
      Map<String, String> pairs) {}

  private static final DebeziumFormat<Change> CHANGES =
      Formats.debezium(Change.class, Change::op)
          .source("lsn", Change::lsn)
          .source("ts_ms", Change::at);

  private static final DebeziumFormat<Priced> PRICED = Formats.debezium(Priced.class, Priced::op);
  private static final DebeziumFormat<Timed> TIMED = Formats.debezium(Timed.class, Timed::op);
  private static final DebeziumFormat<Kept> KEPT = Formats.debezium(Kept.class, Kept::op);

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final String SOURCE =
      """
      "source":{"version":"3.0.0.Final","connector":"postgresql","name":"shop","ts_ms":1772366400123,\
      "snapshot":"false","db":"shop","sequence":"[\\"24023119\\",\\"24023128\\"]","schema":"public",\
      "table":"orders","txId":555,"lsn":24023128,"xmin":null}\
      """;

  private final SparkKit kit;

  DebeziumFormatTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private static String change(String op, String before, String after) {
    return "{\"before\":%s,\"after\":%s,%s,\"transaction\":null,\"op\":\"%s\",\"ts_ms\":1772366400200}"
        .formatted(before, after, SOURCE, op);
  }

  private <T extends Record> CheckedStage<T> stage(DebeziumFormat<T> format, String... messages) {
    Dataset<Row> rows =
        kit.spark().createDataset(List.of(messages), Encoders.STRING()).toDF("value");
    return Pipeline.named("changes").source("changes", Datasets.texts(format, rows, "value"));
  }

  private <T extends Record> T only(DebeziumFormat<T> format, String message) {
    List<T> rows = stage(format, message).collect(kit.spark());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private <T extends Record> String reason(DebeziumFormat<T> format, String message) {
    CheckedStage<T> changes = stage(format, message);
    assertThat(changes.collect(kit.spark())).isEmpty();
    List<Rejected> rejected = changes.rejected().collect(kit.spark());
    assertThat(rejected).extracting(Rejected::row).containsExactly(message);
    return rejected.get(0).reasons().get(0);
  }

  @ParameterizedTest
  @CsvSource({"c", "r", "u"})
  void aRowThatIsThereIsAsItWasLeft(String op) {
    assertThat(
        only(CHANGES, change(op, "null", "{\"id\":7,\"status\":\"new\",\"further\":[1,2]}")))
        .isEqualTo(new Change(op, 7, "new", 24023128, AT));
  }

  @Test
  void aRowThatIsGoneIsAsItWas() {
    assertThat(only(CHANGES, change("d", "{\"id\":7}", "null")))
        .isEqualTo(new Change("d", 7, null, 24023128, AT));
  }

  @Test
  void aSchemaMayStandAroundTheChange() {
    String inner = change("u", "null", "{\"id\":7,\"status\":null}");

    assertThat(only(CHANGES, "{\"schema\":{\"type\":\"struct\"},\"payload\":%s}".formatted(inner)))
        .isEqualTo(new Change("u", 7, null, 24023128, AT));
    assertThat(only(CHANGES, "{\"schema\":null,\"payload\":%s}".formatted(inner)).id())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
          "{\"before\":null,\"after\":{\"id\":1,\"status\":null}} | is no change of a row: it has no 'op'",
          "{\"op\":\"t\",\"before\":null,\"after\":null} | says that the whole table was emptied, and not which rows are gone",
          "{\"op\":\"x\",\"after\":{\"id\":1}} | component 'op' '\"x\"' is no operation: c, r, u or d",
          "{\"op\":7} | component 'op' '7' is no operation: c, r, u or d",
          "{\"op\":\"c\",\"after\":null} | changes a row, and does not say to what: 'after' is NULL",
          "{\"op\":\"d\",\"before\":null} | deletes a row, and does not say which: 'before' is NULL, the table has no key or REPLICA IDENTITY",
          "{\"op\":\"c\",\"op\":\"d\",\"after\":{}} | has 'op' twice",
          "{\"op\":\"c\",\"after\":{\"id\":1,\"status\":\"x\"}} | component 'source.lsn' is missing",
          "{\"op\":\"c\",\"source\":{\"lsn\":null},\"after\":{\"id\":1,\"status\":\"x\"}} | component 'source.lsn' is NULL",
          "{\"op\":\"c\",\"source\":{\"lsn\":1.5},\"after\":{\"id\":1,\"status\":\"x\"}} | component 'source.lsn' '1.5' is no long",
          "{\"op\":\"c\",\"after\":{\"id\":1}} | component 'status' is missing",
          "{\"op\":\"c\",\"after\":{\"id\":\"1\",\"status\":\"x\"}} | component 'id' '\"1\"' is no long",
          "{\"op\":\"c\",\"after\":[1]} | '[1]' is no object",
          "{\"op\":\"d\",\"before\":{}} | component 'id' is missing",
          "{\"op\":\"u\",\"after\":{\"id\":1,\"status\":\"__debezium_unavailable_value\"}} | component 'status' was not told by the database, as it was not changed: set REPLICA IDENTITY FULL",
          "{\"schema\":null,\"payload\":null} | 'null' is no object",
          "{\"op\":\"c\",\"after\":{\"id\":1}}{} | has something behind the object",
          "{\"op\":\"c\",\"after\":{\"id\":1 | is not JSON: Unexpected end-of-input: expected close marker for Object (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 19])",
          "[] | '[]' is no object",
          "'' | is not JSON: Unexpected character (''' (code 39)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
      })
  void whatIsNoChangeIsRejectedWithItsReason(String message, String reason) {
    assertThat(reason(CHANGES, message))
        .startsWith(reason.substring(0, Math.min(40, reason.length())));
  }

  @Test
  void aNumberIsADecimalAsItIsWritten() {
    assertThat(only(PRICED, priced("12.5")).price()).isEqualByComparingTo("12.50");
    assertThat(reason(PRICED, priced("12.555"))).contains("no decimal(10, 2)");
  }

  @Test
  void theTextOfADecimalIsNotGuessed() {
    assertThat(reason(PRICED, priced("\"1234\"")))
        .isEqualTo(
            "component 'price' '1234' is the digits of a decimal or its bytes, and nothing says which: set decimalsAsText() or decimalsAsBytes()");
    assertThat(only(PRICED.decimalsAsText(), priced("\"1234\"")).price())
        .isEqualByComparingTo("1234");
    assertThat(only(PRICED.decimalsAsBytes(), priced("\"BNI=\"")).price())
        .isEqualByComparingTo("12.34");
    assertThat(reason(PRICED.decimalsAsText(), priced("\"NAN\""))).contains("no decimal");
    assertThat(reason(PRICED.decimalsAsBytes(), priced("\"?\""))).contains("no decimal");
  }

  @Test
  void aDecimalMayBringItsScale() {
    assertThat(only(PRICED, priced("{\"scale\":1,\"value\":\"BNI=\"}")).price())
        .isEqualByComparingTo("123.4");
    assertThat(reason(PRICED, priced("{\"scale\":-2000000000,\"value\":\"BNI=\"}")))
        .contains("no decimal(10, 2)");
    assertThat(reason(PRICED, priced("{\"scale\":1}"))).contains("without scale and value");
  }

  @Test
  void theSchemaSaysWhatADecimalIs() {
    String bytes =
        "{\"type\":\"bytes\",\"optional\":true,\"name\":\"org.apache.kafka.connect.data.Decimal\",\"version\":1,\"parameters\":{\"scale\":\"3\"},\"field\":\"price\"}";

    assertThat(only(PRICED, with(bytes, priced("\"MDQ=\""))).price())
        .isEqualByComparingTo("12.34");
    assertThat(
        only(PRICED.decimalsAsBytes(),
            with("{\"type\":\"string\",\"field\":\"price\"}", priced("\"1234\""))).price())
        .isEqualByComparingTo("1234");
  }

  private static String priced(String price) {
    return "{\"op\":\"c\",\"after\":{\"id\":1,\"price\":%s}}".formatted(price);
  }

  private static String with(String field, String change) {
    return """
        {"schema":{"type":"struct","fields":[\
        {"type":"struct","fields":[%s],"optional":true,"name":"shop.Value","field":"before"},\
        {"type":"struct","fields":[%s],"optional":true,"name":"shop.Value","field":"after"}]},\
        "payload":%s}"""
        .formatted(field, field, change);
  }

  private static String timed(String day, String moment, String local, String length) {
    return "{\"op\":\"c\",\"after\":{\"id\":1,\"day\":%s,\"moment\":%s,\"local\":%s,\"length\":%s}}"
        .formatted(day, moment, local, length);
  }

  private static final Timed NOON =
      new Timed(
          "c",
          1,
          LocalDate.parse("2026-03-01"),
          Instant.parse("2026-03-01T12:00:00.123456Z"),
          LocalDateTime.parse("2026-03-01T12:00:00.123456"),
          Duration.ofSeconds(90));

  @Test
  void numbersAreTimesInTheUnitThatIsSaid() {
    assertThat(
        only(
            TIMED.timesIn(ChronoUnit.MICROS),
            timed("20513", "1772366400123456", "1772366400123456", "90000000")))
        .isEqualTo(NOON);
    assertThat(
        only(
            TIMED.timesIn(ChronoUnit.NANOS),
            timed("20513", "1772366400123456000", "1772366400123456000", "90000000000")))
        .isEqualTo(NOON);
    assertThat(
        only(TIMED.timesIn(ChronoUnit.MILLIS), timed("null", "1772366400123", "null", "null"))
            .moment())
        .isEqualTo(AT);
  }

  @Test
  void textsAreTimesInIso() {
    assertThat(
        only(
            TIMED,
            timed(
                "\"2026-03-01Z\"",
                "\"2026-03-01T13:00:00.123456+01:00\"",
                "\"2026-03-01T12:00:00.123456Z\"",
                "\"PT1M30S\"")))
        .isEqualTo(NOON);
  }

  @Test
  void theSchemaSaysTheUnit() {
    String moment =
        "{\"type\":\"int64\",\"name\":\"io.debezium.time.MicroTimestamp\",\"version\":1,\"field\":\"moment\"}";

    assertThat(
        only(
            TIMED.timesIn(ChronoUnit.MILLIS),
            with(moment, timed("null", "1772366400123456", "null", "null"))).moment())
        .isEqualTo(NOON.moment());
  }

  @Test
  void aTimeThatMayBeAnotherIsRejected() {
    assertThat(reason(TIMED, timed("null", "1772366400123", "null", "null")))
        .isEqualTo(
            "component 'moment' '1772366400123' is a number, and nothing says of which unit: set timesIn(…)");
    assertThat(reason(TIMED, timed("null", "\"2026-03-01T12:00:00\"", "null", "null")))
        .contains("no timestamp");
    DebeziumFormat<Timed> micros = TIMED.timesIn(ChronoUnit.MICROS);
    assertThat(reason(micros, timed("null", "9223372036825200000", "null", "null")))
        .contains("no timestamp");
    assertThat(reason(micros, timed("99999999999", "null", "null", "null"))).contains("no date");
    assertThat(
        reason(
            TIMED.timesIn(ChronoUnit.NANOS),
            timed("null", "1772366400123456789", "null", "null")))
        .contains("no timestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "+294247-01-10T04:00:25.199999Z",
          "-290308-12-21T19:59:27.600001Z"
      })
  void aTimeMayBeOfAnyCentury(String text) {
    Timed row = only(TIMED, timed("null", quoted(text), quoted(text), "null"));

    assertThat(row.moment()).isEqualTo(Instant.parse(text));
    assertThat(row.local()).isEqualTo(LocalDateTime.ofInstant(row.moment(), ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
      "MICROS, 9223372036825200000",
      "MICROS, -9223372036832400000",
      "MICROS, 9223372036854775807",
      "MICROS, -9223372036854775808",
      "MILLIS, 9223372036825200",
      "MILLIS, -9223372036832400",
      "MILLIS, 9223372036825200000",
      "NANOS, 9223372036854775807"
  })
  void anInfiniteTimeIsRejectedInEachUnit(ChronoUnit unit, String number) {
    assertThat(reason(TIMED.timesIn(unit), timed("null", number, "null", "null")))
        .isEqualTo("component 'moment' '%s' is no timestamp".formatted(number));
    assertThat(reason(TIMED.timesIn(unit), timed("null", "null", number, "null")))
        .isEqualTo("component 'local' '%s' is no date and time without zone".formatted(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "+294247-01-10T04:00:25.2Z", "-290308-12-21T19:59:27.6Z", "+292278994-08-16T23:00:00Z",
          "infinity"
      })
  void theTextOfAnInfiniteTimeIsRejected(String text) {
    assertThat(reason(TIMED, timed("null", quoted(text), "null", "null"))).contains("no timestamp");
    assertThat(reason(TIMED, timed("null", "null", quoted(text), "null")))
        .contains("no date and time without zone");
  }

  /** As a log and as a first copy of a table tell it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
          "-2147472693", "-2147472692", "-2147472691", "2146033979", "-622191234", "-625821272",
          "\"-5877611-06-21Z\"", "\"-5877611-06-22Z\"", "\"+5877611-06-21Z\"",
          "\"+292278994-08-16Z\""
      })
  void anInfiniteDateIsRejected(String day) {
    assertThat(reason(TIMED, timed(day, "null", "null", "null"))).contains("no date");
  }

  @ParameterizedTest
  @CsvSource({
      "-2440588, -4713-11-24", "2145042905, +5874897-12-31", "-719162, 0001-01-01",
      "2932896, 9999-12-31"
  })
  void aDateIsOneThatADatabaseCanHave(String number, String text) {
    LocalDate day = LocalDate.parse(text);

    assertThat(only(TIMED, timed(number, "null", "null", "null")).day()).isEqualTo(day);
    assertThat(only(TIMED, timed(quoted(text), "null", "null", "null")).day()).isEqualTo(day);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static final String NOT_TOLD = "\"__debezium_unavailable_value\"";

  /** The placeholder's bytes as numbers. */
  private static final String NUMBERS_NOT_TOLD =
      "__debezium_unavailable_value".chars().mapToObj(String::valueOf)
          .collect(Collectors.joining(",", "[", "]"));

  private static String kept(String column, String value) {
    String columns =
        List.of("texts", "ints", "reals", "bytes", "pairs").stream()
            .map(name -> "\"%s\":%s".formatted(name, name.equals(column) ? value : "null"))
            .collect(Collectors.joining(","));
    return "{\"op\":\"u\",\"after\":{\"id\":1,%s}}".formatted(columns);
  }

  @Test
  void anArrayOrAMapThatWasNotToldIsRejected() {
    Map<String, String> untold =
        Map.of(
            "texts", "[" + NOT_TOLD + "]",
            "ints", NUMBERS_NOT_TOLD,
            "reals", NUMBERS_NOT_TOLD,
            "bytes", "[\"X19kZWJleml1bV91bmF2YWlsYWJsZV92YWx1ZQ==\"]",
            "pairs", "{%s:%s}".formatted(NOT_TOLD, NOT_TOLD));

    untold.forEach(
        (column, value) -> assertThat(reason(KEPT, kept(column, value)))
            .isEqualTo(
                "component '%s' was not told by the database, as it was not changed: set REPLICA IDENTITY FULL",
                column));
    assertThat(reason(KEPT, kept("texts", "[\"b68a35a7-17ad-35b3-af2a-ae46edb4545a\"]")))
        .contains("was not told");
  }

  @Test
  void anArrayOrAMapThatHasMoreThanThePlaceholderIsAsItIs() {
    assertThat(only(KEPT, kept("texts", "[%s,\"a\"]".formatted(NOT_TOLD))).texts()).hasSize(2);
    assertThat(only(KEPT, kept("ints", "[95,95,100]")).ints()).containsExactly(95, 95, 100);
    assertThat(only(KEPT, kept("ints", "[]")).ints()).isEmpty();
    assertThat(only(KEPT, kept("pairs", "{\"a\":%s}".formatted(NOT_TOLD))).pairs())
        .containsOnlyKeys("a");
    assertThat(only(KEPT, kept("pairs", "{}")).pairs()).isEmpty();
  }

  private static String named(String column, String name) {
    return "{\"type\":\"int64\",\"name\":\"%s\",\"version\":1,\"field\":\"%s\"}"
        .formatted(name, column);
  }

  private static String alone(String column, String value) {
    return timed(
        column.equals("day") ? value : "null",
        column.equals("moment") ? value : "null",
        column.equals("local") ? value : "null",
        column.equals("length") ? value : "null");
  }

  @ParameterizedTest
  @CsvSource({
      "moment, io.debezium.time.Date, 20513",
      "moment, org.apache.kafka.connect.data.Date, 20513",
      "moment, io.debezium.time.MicroTime, 20513",
      "moment, io.debezium.time.MicroDuration, 20513",
      "moment, io.debezium.time.Year, 2026",
      "moment, io.debezium.time.ZonedTimestamp, 20513",
      "moment, io.debezium.data.Bits, 20513",
      "local, io.debezium.time.Time, 20513",
      "local, io.debezium.time.Date, \"2026-03-01T12:00:00Z\"",
      "day, io.debezium.time.Timestamp, 20513",
      "day, io.debezium.time.Year, 2026",
      "day, io.debezium.time.IsoDate, 20513",
      "length, io.debezium.time.MicroTimestamp, 20513",
      "length, io.debezium.time.Interval, 20513",
      "length, io.debezium.time.Date, \"PT1M30S\""
  })
  void aColumnThatIsAnotherByTheSchemaIsRejected(String column, String name, String value) {
    assertThat(
        reason(
            TIMED.timesIn(ChronoUnit.MILLIS), with(named(column, name), alone(column, value))))
        .startsWith("component '%s' '".formatted(column))
        .endsWith(": the message's schema says %s".formatted(name));
  }

  @ParameterizedTest
  @CsvSource({
      "day, io.debezium.time.Date, 20513",
      "day, org.apache.kafka.connect.data.Date, 20513",
      "day, io.debezium.time.IsoDate, \"2026-03-01Z\"",
      "moment, io.debezium.time.NanoTimestamp, 1772366400123456000",
      "moment, io.debezium.time.ZonedTimestamp, \"2026-03-01T12:00:00.123456Z\"",
      "moment, com.example.Moment, \"2026-03-01T12:00:00.123456Z\"",
      "local, io.debezium.time.MicroTimestamp, 1772366400123456",
      "local, io.debezium.time.IsoTimestamp, \"2026-03-01T12:00:00.123456Z\"",
      "length, io.debezium.time.MicroDuration, 90000000",
      "length, io.debezium.time.Time, 90000",
      "length, io.debezium.time.Interval, \"PT1M30S\""
  })
  void aColumnThatIsTheSameByTheSchemaIsRead(String column, String name, String value) {
    Timed row =
        only(TIMED.timesIn(ChronoUnit.MILLIS), with(named(column, name), alone(column, value)));

    assertThat(
        switch (column) {
          case "day" -> row.day().equals(NOON.day());
          case "moment" -> row.moment().equals(NOON.moment());
          case "local" -> row.local().equals(NOON.local());
          default -> row.length().equals(NOON.length());
        })
        .isTrue();
  }

  @Test
  void aColumnOfWhichTheSchemaSaysNoMeaningIsAsIfThereWereNone() {
    String plain = "{\"type\":\"int64\",\"field\":\"moment\"}";

    assertThat(
        only(TIMED.timesIn(ChronoUnit.MILLIS), with(plain, alone("moment", "1772366400123")))
            .moment())
        .isEqualTo(AT);
  }

  @Test
  void bytesThatAreNoDecimalByTheSchemaAreRejected() {
    String bits =
        "{\"type\":\"bytes\",\"name\":\"io.debezium.data.Bits\",\"version\":1,\"field\":\"price\"}";

    assertThat(reason(PRICED.decimalsAsBytes(), with(bits, priced("\"BNI=\""))))
        .isEqualTo(
            "component 'price' '\"BNI=\"' is no decimal(10, 2): the message's schema says io.debezium.data.Bits");
  }

  @Test
  void aFormatSaysWhatItCannotBe() {
    assertThatThrownBy(() -> CHANGES.source("pos", Change::lsn))
        .hasMessage("Change.lsn is source.lsn already");
    assertThatThrownBy(() -> CHANGES.source("ts", Change::at))
        .hasMessage("source.ts: the name of a moment ends with _ms, _us or _ns, its unit");
    assertThatThrownBy(() -> CHANGES.timesIn(ChronoUnit.DAYS))
        .hasMessage(
            "Debezium writes times in milliseconds, microseconds or nanoseconds, not in Days");
    assertThatThrownBy(CHANGES::write).hasMessageContaining("only reads");
  }
}
