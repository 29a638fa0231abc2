package dev.sluice.stages;

import static dev.sluice.Dsl.desc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the rows of a table are divided among tasks. */
@SparkTest
class JdbcPartsTest {

  record Word(String word, Integer length) {}

  record Number(long id, Integer length) {}

  private final SparkKit kit;

  JdbcPartsTest(SparkKit kit) {
    this.kit = kit;
  }

  static Stream<String> databases() {
    return TestDatabase.ofEachKind();
  }

  private static JdbcTable<Word> words(String url) {
    return Jdbc.table(Word.class, "words").url(url);
  }

  private static JdbcTable<Number> numbers(String url) {
    return Jdbc.table(Number.class, "numbers").url(url);
  }

  private static void createNumbers(String url, String key, int rows) {
    String series =
        url.startsWith("jdbc:h2:") ? "SYSTEM_RANGE(1, %d)" : "generate_series(1, %d) AS x(x)";
    TestDatabase.execute(
        url,
        "CREATE TABLE numbers (id BIGINT %s, length INT)".formatted(key),
        ("INSERT INTO numbers SELECT x, 1 FROM " + series).formatted(rows));
  }

  /** How many rows each task reads. */
  private List<Integer> sizes(JdbcTable<?> table) {
    Dataset<Row> rows = kit.source(table).toDataset(kit.spark());
    return Arrays.stream((Object[]) rows.rdd().glom().collect())
        .map(part -> ((Object[]) part).length)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("databases")
  @Tag("smoke")
  void partsOfAKeyHaveAsManyRowsEach(String url) {
    createNumbers(url, "PRIMARY KEY", 90);
    TestDatabase.execute(url,
        "INSERT INTO numbers VALUES (1000000, 1), (2000000, 1), (-1000000, 1)");

    assertThat(sizes(numbers(url).partitionedByKey(3))).containsExactly(31, 31, 31);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void textsOfAKeyAreNeverSql(String url) {
    TestDatabase.execute(
        url,
        "CREATE TABLE words (word VARCHAR(50) PRIMARY KEY, length INT)",
        "INSERT INTO words VALUES ('a', 1), ('''; DROP TABLE words; --', 2), ('\\''', 3),"
            + " ('\\', 4), ('ä''b', 5), ('', 6), ('%', 7), ('?', 8), ('z', 9)");

    assertThat(sizes(words(url).partitionedByKey(9))).containsOnly(1).hasSize(9);
  }

  @Test
  void aUuidIsAKey() {
    String url = PostgresServer.shared().createDatabase();
    TestDatabase.execute(
        url,
        "CREATE TABLE words (word UUID PRIMARY KEY, length INT)",
        "INSERT INTO words SELECT gen_random_uuid(), 1 FROM generate_series(1, 40)");

    assertThat(sizes(words(url).partitionedByKey(4))).containsExactly(10, 10, 10, 10);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void rowsWithoutAValueInAUniqueIndexAreRead(String url) {
    TestDatabase.execute(
        url,
        "CREATE TABLE words (word VARCHAR(50) UNIQUE, length INT)",
        "INSERT INTO words VALUES ('a', 1), ('b', 2), (NULL, 3)");

    assertThat(sizes(words(url).partitionedByKey(2))).containsExactly(2, 1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anEmptyTableHasOnePart(String url) {
    TestDatabase.execute(url, "CREATE TABLE words (word VARCHAR(50) PRIMARY KEY, length INT)");

    assertThat(sizes(words(url).partitionedByKey(4))).containsExactly(0);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTableWithoutAKeyCannotBeDividedByIt(String url) {
    TestDatabase.execute(url, "CREATE TABLE words (word VARCHAR(50), length INT)");

    assertThat(words(url).partitionedByKey(4).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("it has no key to divide its rows by: take partitionedBy(…), or make an index");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aKeyOfTimesCannotDivide(String url) {
    record Event(java.time.Instant at) {}
    TestDatabase.execute(url, "CREATE TABLE events (at TIMESTAMP(6) WITH TIME ZONE PRIMARY KEY)");

    assertThat(
        Jdbc.table(Event.class, "events").url(url).partitionedByKey(4).check(kit.spark()))
        .singleElement()
        .asString()
        .containsIgnoringCase("its rows cannot be divided by the key \"at\"")
        .contains("take partitionedBy(…)");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theFirstRowsOfAllPartsAreTheFirstOfTheTable(String url) {
    createNumbers(url, "PRIMARY KEY", 90);

    assertThat(
        kit.source(numbers(url).partitionedByKey(3))
            .sort(desc(Number::id))
            .limit(2)
            .collect(kit.spark()))
        .containsExactly(new Number(90, 1), new Number(89, 1));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sortedLimitsAreSentToTheDatabase(String url) {
    createNumbers(url, "PRIMARY KEY", 9);

    assertThat(
        kit.source(numbers(url))
            .sort(desc(Number::id))
            .limit(2)
            .toDataset(kit.spark())
            .queryExecution()
            .executedPlan()
            .toString())
        .contains("PushedTopN: ORDER BY");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aBigTableThatOneTaskReadsIsWarnedOf(String url) {
    createNumbers(url, "", 1_000_000);
    if (!url.startsWith("jdbc:h2:")) {
      TestDatabase.execute(url, "ANALYZE numbers");
    }

    try (CapturedLog log = CapturedLog.warnings()) {
      kit.source(numbers(url)).toDataset(kit.spark());
      assertThat(log.texts()).anyMatch(text -> text.contains(" rows, and one task reads them all"));
    }
    try (CapturedLog log = CapturedLog.warnings()) {
      kit.source(numbers(url).partitionedBy(Number::id, 4)).toDataset(kit.spark());
      assertThat(log.texts()).isEmpty();
    }
  }
}
