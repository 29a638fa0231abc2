package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import dev.sluice.testkit.RecordArbitrary;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was written into a database is read back equal, however it was written. {@code
 * -Dsluice.law.rows=5000} tries more rows.
 */
@SparkTest
class JdbcRoundTripTest {

  enum Color {
    RED,
    GREEN
  }

  record Everything(
      long id,
      boolean flag,
      Boolean maybe,
      byte tiny,
      Short small,
      Integer number,
      Long large,
      Float single,
      Double real,
      String text,
      @Precision(value = 38, scale = 18) BigDecimal exact,
      @Precision(value = 10, scale = 0) BigDecimal whole,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Color color,
      byte[] bytes) {}

  record Lists(
      long id,
      List<String> texts,
      List<Integer> numbers,
      List<Double> reals,
      List<Boolean> flags,
      List<LocalDate> days,
      List<Instant> moments,
      List<Color> colors,
      @Precision(value = 12, scale = 2) List<BigDecimal> amounts) {}

  private static final LocalDate GREGORIAN = LocalDate.of(1582, 10, 15);
  private static final int ROWS = Integer.getInteger("sluice.law.rows", 150);

  private final SparkKit kit;

  JdbcRoundTripTest(SparkKit kit) {
    this.kit = kit;
  }

  /** Rows with ids that no other has. */
  private static <T extends Record> List<T> rows(
      RecordArbitrary<T> arbitrary, Function<T, Long> id) {
    return List.copyOf(
        arbitrary
            .sampleStream()
            .limit(ROWS)
            .collect(java.util.stream.Collectors.toMap(id, row -> row, (one, other) -> one))
            .values());
  }

  private <T extends Record> JdbcTable<T> created(JdbcTable<T> table, String url) {
    TestDatabase.execute(
        url,
        table
            .append()
            .createTable()
            .replace("\"id\" BIGINT NOT NULL", "\"id\" BIGINT PRIMARY KEY"));
    return table;
  }

  private <T extends Record> void comesBack(List<T> rows, JdbcTable<T> table, Sink<T> sink) {
    Pipeline pipeline = Pipeline.named("there");
    pipeline.source("rows", InMemory.rows(table.type(), rows)).sink("table", sink);
    pipeline.run(kit.spark());

    assertThat(kit.source(table)).distinguishingNegativeZero().hasRows(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"append", "append by partition", "upsert", "upsert in one", "overwrite"})
  void postgresKeepsEveryValue(String way) {
    String url = PostgresServer.shared().createDatabase();
    JdbcTable<Everything> table = created(Jdbc.table(Everything.class, "t").url(url), url);
    List<Everything> rows =
        rows(
            RecordArbitrary.of(Everything.class).set(Everything::text).to(writable()),
            Everything::id);

    comesBack(
        rows,
        table,
        switch (way) {
          case "append" -> table.append();
          case "append by partition" -> table.append().byPartition().batchSize(7);
          case "upsert" -> table.upsert(Everything::id).batchSize(7);
          case "upsert in one" -> table.upsert(Everything::id).inOneTransaction();
          default -> table.overwrite();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"append", "upsert"})
  void postgresKeepsListsOfEveryKind(String way) {
    String url = PostgresServer.shared().createDatabase();
    JdbcTable<Lists> table = created(Jdbc.table(Lists.class, "t").url(url), url);
    List<Lists> rows =
        rows(
            RecordArbitrary.of(Lists.class)
                .set(Lists::texts)
                .to(writable().injectNull(0.1).list().ofMaxSize(4).map(ArrayList::new)),
            Lists::id);

    comesBack(rows, table, way.equals("append") ? table.append() : table.upsert(Lists::id));
  }

  /** H2 has one zero, and moves days and moments before the Gregorian calendar. */
  @ParameterizedTest
  @ValueSource(strings = {"append", "upsert"})
  void h2KeepsEveryValueButNegativeZeroAndOldTimes(String way) {
    String url = TestDatabase.h2();
    JdbcTable<Everything> table = created(Jdbc.table(Everything.class, "t").url(url), url);
    List<Everything> rows =
        rows(
            RecordArbitrary.of(Everything.class)
                .set(Everything::single)
                .to(Arbitraries.floats().filter(value -> value != 0))
                .set(Everything::real)
                .to(Arbitraries.doubles().filter(value -> value != 0))
                .set(Everything::day)
                .to(
                    Arbitraries.longs()
                        .between(GREGORIAN.toEpochDay(), 2_932_000)
                        .map(LocalDate::ofEpochDay))
                .set(Everything::at)
                .to(
                    Arbitraries.longs()
                        .between(GREGORIAN.toEpochDay() * 86_400_000_000L, 253_402_300_799_999_999L)
                        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))),
            Everything::id);

    comesBack(rows, table, way.equals("append") ? table.append() : table.upsert(Everything::id));
  }

  /** PostgreSQL has no text with a NUL in it. */
  private static net.jqwik.api.Arbitrary<String> writable() {
    return Arbitraries.strings()
        .withChars("aZ09 \t\n\r\\'\",;{}%_?$:|/*-äß€\u2028\uFEFF\u0001NULL")
        .ofMaxLength(12);
  }

  @Test
  void aTextThatPostgresCannotHoldIsRefusedWithItsReason() {
    record Text(long id, String text) {}
    String url = PostgresServer.shared().createDatabase();
    JdbcTable<Text> table = created(Jdbc.table(Text.class, "t").url(url), url);

    org.assertj.core.api.Assertions.assertThatThrownBy(
        () -> comesBack(List.of(new Text(1, "a\0b")), table, table.append()))
        .hasMessageContaining("U+0000");
  }
}
