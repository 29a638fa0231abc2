package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that go into PostgreSQL by {@code COPY}. */
@SparkTest
class PostgresCopyTest {

  enum Colour {
    RED,
    GREEN
  }

  record Every(
      long id,
      Boolean yes,
      Byte tiny,
      Integer whole,
      Float single,
      Double real,
      @Precision(value = 20, scale = 4) BigDecimal decimal,
      String text,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      byte[] bytes,
      Colour colour,
      String uuid,
      String json,
      String jsonb,
      List<String> texts,
      List<Double> reals,
      List<Boolean> flags,
      List<LocalDate> days,
      List<LocalDateTime> times,
      List<Colour> colours) {}

  private static final String COLUMNS =
      """
      id BIGINT PRIMARY KEY, yes BOOLEAN, tiny SMALLINT, whole NUMERIC, single DOUBLE PRECISION,
      real DOUBLE PRECISION, decimal NUMERIC, text TEXT, day DATE, at TIMESTAMPTZ, local TIMESTAMP,
      bytes BYTEA, colour TEXT, uuid UUID, json JSON, jsonb JSONB, texts TEXT[],
      reals DOUBLE PRECISION[], flags BOOLEAN[], days DATE[], times TIMESTAMP[], colours TEXT[]""";

  record Text(int id, String text) {}

  record Version(long id, String text, Integer version) {}

  private final SparkKit kit;
  private final String url = PostgresServer.shared().createDatabase();

  PostgresCopyTest(SparkKit kit) {
    this.kit = kit;
  }

  private static Every row(
      long id, String text, LocalDate day, LocalDateTime local, float single, double real) {
    return new Every(
        id,
        id % 2 == 0,
        (byte) -id,
        Integer.MIN_VALUE,
        single,
        real,
        new BigDecimal("-1234567890123456.5000"),
        text,
        day,
        local.toInstant(ZoneOffset.UTC),
        local,
        new byte[]{0, -1, '\\', '\n', 9},
        Colour.GREEN,
        "c56a4180-65aa-42ec-a945-5fd21dec0538",
        "{\"a\" :  \"\\n\\\"\"}",
        "{\"b\": [1, 2.50], \"a\": \"\\t\\\\\"}",
        Arrays.asList(text, null, "", "NULL", "{\"a\",b}", "\\N"),
        Arrays.asList(real, null),
        Arrays.asList(true, null, false),
        Arrays.asList(day, null),
        Arrays.asList(local, null),
        List.of(Colour.RED, Colour.GREEN));
  }

  private static List<Every> rows() {
    LocalDateTime time = LocalDateTime.parse("2026-03-29T02:30:00.123456");
    return List.of(
        row(1, "tab\t line\n return\r back\\slash \\N \\. 'quotes' \"\" \b\f漢😀", LocalDate.EPOCH,
            time, 0.1f, 0.1),
        row(2, "", LocalDate.of(1, 1, 1), LocalDateTime.parse("0001-01-01T00:00:00.000001"),
            Float.NaN, Double.NaN),
        row(3, "\\N", LocalDate.of(0, 12, 31), LocalDateTime.parse("0000-12-31T23:59:59.999999"),
            Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        row(4, "\\.", LocalDate.of(-4712, 1, 1), LocalDateTime.parse("-4712-01-01T00:00"),
            Float.MIN_VALUE, Double.MIN_VALUE),
        row(5, " ", LocalDate.of(99_999, 12, 31), LocalDateTime.parse("+99999-12-31T23:59:59.9"),
            Float.MAX_VALUE, Double.MAX_VALUE),
        row(6, "x".repeat(200_000), LocalDate.of(1582, 10, 4),
            LocalDateTime.parse("1582-10-04T12:00"), -0.0f, -0.0),
        new Every(7, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null));
  }

  static Stream<List<Sink<Every>>> sinks() {
    String url = PostgresServer.shared().createDatabase();
    JdbcTable<Every> copied = Jdbc.table(Every.class, "copied").url(url);
    JdbcTable<Every> stated = Jdbc.table(Every.class, "stated").url(url);
    return Stream.of(
        List.of(copied.append(), stated.append().withoutCopy()),
        List.of(copied.append().byPartition(), stated.append().byPartition().withoutCopy()),
        List.of(copied.upsert(Every::id), stated.upsert(Every::id).withoutCopy()),
        List.of(copied.overwrite(), stated.overwrite().withoutCopy()));
  }

  @ParameterizedTest
  @MethodSource("sinks")
  void areThoseThatStatementsWrite(List<Sink<Every>> sinks) {
    String database =
        sinks.get(0).description().replaceFirst(".* of (jdbc:\\S+) .*", "$1?user=postgres");
    TestDatabase.execute(
        database,
        "DROP TABLE IF EXISTS copied, stated",
        "CREATE TABLE copied (" + COLUMNS + ")",
        "CREATE TABLE stated (LIKE copied INCLUDING ALL)");

    for (Sink<Every> sink : sinks) {
      write(Every.class, sink, rows());
    }

    assertThat(TestDatabase.texts(database, "SELECT c::text FROM copied c ORDER BY id"))
        .hasSize(7)
        .isEqualTo(TestDatabase.texts(database, "SELECT s::text FROM stated s ORDER BY id"));
  }

  @Test
  void aTriggerSeesOneStatementForAllRowsOfAPartition() {
    TestDatabase.execute(
        url,
        "CREATE TABLE t (id INT, text TEXT)",
        "CREATE TABLE seen (what TEXT)",
        "CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO seen VALUES (current_query()); RETURN NULL; END'",
        "CREATE TRIGGER t AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION see()");

    write(texts().append().byPartition(), onePartition(Text.class, List.of(
        new Text(1, "a"), new Text(2, "b"))));

    assertThat(TestDatabase.texts(url, "SELECT what FROM seen"))
        .containsExactly("COPY \"public\".\"t\" (\"id\", \"text\") FROM STDIN (ENCODING 'UTF8')");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTextWithTheCharacterZeroFailsAndIsNamed(boolean whole) {
    TestDatabase.execute(url, "CREATE TABLE t (id INT PRIMARY KEY, text TEXT)");
    var upsert = texts().upsert(Text::id);

    assertThatThrownBy(
        () -> write(
            whole ? upsert.inOneTransaction() : upsert,
            onePartition(
                Text.class, List.of(new Text(1, "good"), new Text(2, "before\0behind")))))
        .hasMessageContaining(
            "row 2 of the partition, column \"text\": PostgreSQL stores no texts with the character U+0000, such as \"before\\u0000behind\": remove it before");
    assertThat(TestDatabase.texts(url, "SELECT id FROM t")).isEmpty();
  }

  @Test
  void whatTheDatabaseRefusesIsNamedWithRowAndColumn() {
    TestDatabase.execute(url, "CREATE TABLE t (id INT PRIMARY KEY, text VARCHAR(3))");

    assertThatThrownBy(
        () -> write(
            texts().upsert(Text::id),
            onePartition(Text.class, List.of(new Text(1, "a"), new Text(2, "long")))))
        .hasMessageContaining(
            "row 2 of the partition, column text: value too long for type character varying(3)");
  }

  @Test
  void rowsThatCannotBeComputedLeaveNothing() {
    TestDatabase.execute(url, "CREATE TABLE t (id INT PRIMARY KEY, text TEXT)");
    Dataset<Row> failing =
        kit.spark().sql(
            "SELECT CAST(id AS INT) AS id, IF(id = 9000, raise_error('no such text'), 'a') AS text FROM range(0, 10000, 1, 1)");

    for (Sink<Text> sink : List.<Sink<Text>>of(
        texts().append().byPartition(), texts().append(), texts().upsert(Text::id))) {
      assertThatThrownBy(() -> write(sink, Datasets.of(Text.class, failing)))
          .hasMessageContaining("no such text");
    }

    assertThat(TestDatabase.texts(url, "SELECT id FROM t")).isEmpty();
    assertThat(TestDatabase.texts(url, "SELECT relname FROM pg_class WHERE relname LIKE 'sluice%'"))
        .isEmpty();
  }

  @Test
  void theLastRowOfAKeyStaysOrTheNewest() {
    TestDatabase.execute(url, "CREATE TABLE t (id BIGINT PRIMARY KEY, text TEXT, version INT)");
    JdbcTable<Version> table = Jdbc.table(Version.class, "t").url(url);
    List<Version> rows =
        List.of(
            new Version(1, "first", 3),
            new Version(2, "only", 1),
            new Version(1, "second", 5),
            new Version(1, "third", 5),
            new Version(1, "last", 4));

    write(table.upsert(Version::id), onePartition(Version.class, rows));
    assertThat(TestDatabase.texts(url, "SELECT text FROM t ORDER BY id")).containsExactly("last",
        "only");

    TestDatabase.execute(url, "TRUNCATE t");
    write(
        table.upsert(Version::id).onlyIfNewer(Version::version),
        onePartition(Version.class, rows));
    assertThat(TestDatabase.texts(url, "SELECT text FROM t ORDER BY id")).containsExactly("second",
        "only");

    TestDatabase.execute(url, "TRUNCATE t");
    write(
        table.upsert(Version::id).onlyIfNewer(Version::version).inOneTransaction(),
        onePartition(Version.class, rows));
    assertThat(TestDatabase.texts(url, "SELECT version FROM t ORDER BY id")).containsExactly("5",
        "1");
  }

  @Test
  void whatTakesNoCopyGetsInserts() {
    TestDatabase.execute(
        url,
        "CREATE TABLE other (id INT PRIMARY KEY, text TEXT)",
        "CREATE VIEW t AS SELECT id, text FROM other");

    write(Text.class, texts().append().byPartition(), List.of(new Text(1, "a")));
    write(Text.class, texts().append(), List.of(new Text(2, "b")));

    assertThat(TestDatabase.texts(url, "SELECT text FROM other ORDER BY id")).containsExactly("a",
        "b");
  }

  @Test
  void anIdentityThatTheDatabaseGivesIsNotOverwritten() {
    TestDatabase.execute(url, "CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY, text TEXT)");

    for (var append : List.of(texts().append(), texts().append().byPartition())) {
      assertThatThrownBy(() -> write(Text.class, append, List.of(new Text(1, "a"))))
          .hasMessageContaining("cannot insert a non-DEFAULT value into column \"id\"");
    }
  }

  @Test
  void whoMayMakeNoTemporaryTableUpsertsAsWell() {
    String database = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
    TestDatabase.execute(
        url,
        "CREATE TABLE t (id INT PRIMARY KEY, text TEXT)",
        "DROP ROLE IF EXISTS writer",
        "CREATE ROLE writer LOGIN",
        "GRANT SELECT, INSERT, UPDATE ON t TO writer",
        "REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
    JdbcTable<Text> table =
        Jdbc.table(Text.class, "t").url(url.replace("user=postgres", "user=writer"));

    write(Text.class, table.upsert(Text::id), List.of(new Text(1, "a")));

    assertThat(TestDatabase.texts(url, "SELECT text FROM t")).containsExactly("a");
    TestDatabase.execute(url, "DROP OWNED BY writer", "DROP ROLE writer");
  }

  private JdbcTable<Text> texts() {
    return Jdbc.table(Text.class, "t").url(url);
  }

  /** The rows in their order. */
  private <T extends Record> BoundedSource<T> onePartition(
      Class<T> type, List<T> rows) {
    return Datasets.of(type, kit.rows(type, rows).toDataset(kit.spark()).coalesce(1));
  }

  private <T extends Record> void write(Class<T> type, Sink<T> sink, List<T> rows) {
    write(sink, InMemory.rows(type, rows));
  }

  private <T extends Record> void write(
      Sink<T> sink, BoundedSource<T> source) {
    Pipeline pipeline = Pipeline.named("rows");
    pipeline.source("rows", source).sink("table", sink);
    pipeline.run(kit.spark());
  }
}
