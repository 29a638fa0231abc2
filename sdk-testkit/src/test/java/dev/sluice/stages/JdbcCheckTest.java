package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a table and a record disagree is found before any job, and nothing else. */
@SparkTest
class JdbcCheckTest {

  enum Size {
    S,
    XL
  }

  record Item(
      long id, String name, Integer stock, @Precision(value = 10, scale = 2) BigDecimal price) {}

  record Pair(long id, long other) {}

  record Text(long id, String value) {}

  record Whole(long id, int value) {}

  record Large(long id, long value) {}

  record Real(long id, double value) {}

  record Moment(long id, Instant value) {}

  record Local(long id, LocalDateTime value) {}

  record Day(long id, LocalDate value) {}

  record Flag(long id, boolean value) {}

  record Bytes(long id, byte[] value) {}

  record Sized(long id, Size value) {}

  record Tags(long id, List<String> value) {}

  record Numbers(long id, List<Integer> value) {}

  record Money(long id, @Precision(value = 10, scale = 2) BigDecimal value) {}

  record Took(long id, Duration value) {}

  record Attributes(long id, Map<String, String> value) {}

  record Part(int a) {}

  record Nested(long id, Part value) {}

  record Renamed(long id, @ColumnName("Odd \"Name\"") String name) {}

  private static final String ITEMS =
      "CREATE TABLE items (id BIGINT PRIMARY KEY, name TEXT, stock INTEGER, price DECIMAL(10, 2))";

  private static final String PAIRS = "CREATE TABLE items (id BIGINT PRIMARY KEY, other BIGINT)";

  private final SparkKit kit;

  JdbcCheckTest(SparkKit kit) {
    this.kit = kit;
  }

  private static <T extends Record> Arguments reads(
      String kind, String sql, Class<T> type, String problem) {
    return reads(kind, sql, type, table -> table, problem);
  }

  private static <T extends Record> Arguments reads(
      String kind, String sql, Class<T> type, Function<JdbcTable<T>, JdbcTable<T>> set,
      String problem) {
    return Arguments.of(
        "reads: " + kind,
        sql,
        (Checked) (url, kit) -> set.apply(Jdbc.table(type, "items").url(url)).check(kit.spark()),
        problem);
  }

  private static <T extends Record> Arguments writes(
      String kind, String sql, Class<T> type, Function<JdbcTable<T>, Sink<T>> set,
      String problem) {
    return Arguments.of(
        "writes: " + kind, sql, (Checked) (url, kit) -> problems(url, kit, type, set), problem);
  }

  private static <T extends Record> Arguments appends(
      String kind, String sql, Class<T> type, String problem) {
    return writes(kind, sql, type, JdbcTable::append, problem);
  }

  /** All problems of a pipeline that writes there. */
  private static <T extends Record> List<String> problems(
      String url, SparkKit kit, Class<T> type, Function<JdbcTable<T>, Sink<T>> set) {
    Pipeline pipeline = Pipeline.named("check");
    pipeline
        .source("rows", InMemory.rows(type, List.of()))
        .sink("table", set.apply(Jdbc.table(type, "items").url(url)));
    try {
      pipeline.check(kit.spark());
      return List.of();
    } catch (PipelineException e) {
      return e.problems().stream().map(problem -> problem.message()).toList();
    }
  }

  /** What is looked at. */
  interface Checked {
    List<String> problems(String url, SparkKit kit);
  }

  private static String value(String type) {
    return "CREATE TABLE items (id BIGINT PRIMARY KEY, value %s)".formatted(type);
  }

  static Stream<Arguments> mismatches() {
    return Stream.of(
        reads("no table", "CREATE TABLE item (id BIGINT)", Item.class,
            "there is no table or view items; did you mean \"item\"?"),
        reads("a missing column", ITEMS.replace("stock", "stok"), Item.class,
            "column \"stock\" (INT) of Item.stock is missing; did you mean \"stok\"?"),
        reads("a text for a number", value("TEXT"), Whole.class,
            "column \"value\" is STRING in the data"),
        reads("a wider whole number", value("BIGINT NOT NULL"), Whole.class,
            "column \"value\" is BIGINT in the data"),
        reads("a wider real number", value("DECIMAL(20, 4) NOT NULL"), Money.class,
            "column \"value\" is DECIMAL(20,4)"),
        reads("a number for a flag", value("INTEGER NOT NULL"), Flag.class,
            "column \"value\" is INT in the data"),
        reads("a time for a day", value("TIMESTAMP"), Day.class,
            "column \"value\" is TIMESTAMP_NTZ in the data"),
        reads("a time without a zone for a moment", value("TIMESTAMP"), Moment.class,
            "column \"value\" is TIMESTAMP_NTZ in the data"),
        reads("a moment for a time without a zone", value("TIMESTAMP WITH TIME ZONE"), Local.class,
            "column \"value\" is TIMESTAMP in the data"),
        reads("other elements", value("INTEGER[]"), Tags.class,
            "column \"value[]\" is INT in the data"),
        reads("one value for a list", value("TEXT"), Tags.class,
            "column \"value\" is STRING in the data"),
        reads("bytes for a text", value("BYTEA"), Text.class,
            "column \"value\" is BINARY in the data"),
        reads("NULL for a primitive", value("INTEGER"), Whole.class,
            "column \"value\" can be NULL, but Whole.value is a primitive: make it Integer, or the column NOT NULL"),
        reads("no key to divide by", "CREATE TABLE items (id BIGINT NOT NULL, value TEXT)",
            Text.class,
            table -> table.partitionedByKey(4), "it has no key to divide its rows by"),
        appends("no table", "CREATE TABLE item (id BIGINT)", Item.class,
            "there is no such table; did you mean \"item\"?; createIfMissing() makes one: CREATE TABLE \"items\""),
        appends("a missing column", ITEMS.replace("stock", "stok"), Item.class,
            "column \"stock\" of Item.stock is not in the table; did you mean \"stok\"?"),
        appends("a column that nothing fills",
            ITEMS.replace("name TEXT", "name TEXT, owner TEXT NOT NULL"), Item.class,
            "column \"owner\" (STRING) of the table is not in record Item: add a component for it"),
        appends("a narrower whole number", value("INTEGER"), Large.class,
            "column \"value\" is INT in the table and cannot keep every BIGINT"),
        appends("a narrower decimal", value("DECIMAL(8, 2)"), Money.class,
            "column \"value\" is DECIMAL(8,2) in the table"),
        appends("a decimal of fewer places", value("DECIMAL(10, 1)"), Money.class,
            "column \"value\" is DECIMAL(10,1) in the table"),
        appends("a single for a double", value("REAL"), Real.class,
            "column \"value\" is FLOAT in the table"),
        appends("a text that is cut", value("VARCHAR(1)"), Sized.class,
            "column \"value\" is VARCHAR(1) in the table"),
        appends("a day for a time", value("DATE"), Local.class,
            "column \"value\" is DATE in the table"),
        appends("a time without a zone for a moment", value("TIMESTAMP"), Moment.class,
            "column \"value\" is TIMESTAMP_NTZ in the table"),
        appends("a number for a text", value("INTEGER"), Text.class,
            "column \"value\" is INT in the table"),
        appends("NULL for a column that takes none",
            ITEMS.replace("name TEXT", "name TEXT NOT NULL"), Item.class,
            "takes no NULL for Item.name, which can be NULL: rule it out before"),
        appends("a duration", value("INTERVAL"), Took.class, "Took.value is a "),
        appends("a map", value("TEXT"), Attributes.class,
            "Attributes.value is a MAP<STRING, STRING>"),
        appends("a record in a record", value("TEXT"), Nested.class, "Nested.value is a STRUCT<"),
        writes("a key that is none", PAIRS, Pair.class, table -> table.upsert(Pair::other),
            "the key (other) is neither the primary key nor a unique index of the table, which has (id)"),
        writes("half of a key",
            ITEMS.replace("id BIGINT PRIMARY KEY", "id BIGINT").replace("10, 2))",
                "10, 2), PRIMARY KEY (id, stock))"),
            Item.class, table -> table.upsert(Item::id), "the key (id) is neither the primary key"),
        writes("what renaming would lose",
            ITEMS + "; CREATE VIEW goods AS SELECT * FROM items; GRANT SELECT ON items TO PUBLIC",
            Item.class, table -> table.overwrite().byRename(),
            "it has grants, views of it, which a table in its place would not have"),
        writes("a counted column that renaming would lose",
            "CREATE TABLE items (id BIGSERIAL PRIMARY KEY, value TEXT)",
            Text.class, table -> table.overwrite().byRename(), "it has a counted column"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mismatches")
  void everyMismatchIsFoundBeforeAnyJob(
      String kind, String sql, Checked checked, String problem) {
    String url = created(sql);

    assertThat(checked.problems(url, kit)).anyMatch(found -> found.contains(problem));
  }

  private static String created(String sql) {
    String url = PostgresServer.shared().createDatabase();
    TestDatabase.execute(url, sql);
    return url;
  }

  @ParameterizedTest
  @CsvSource({"TIMESTAMP(3), 3", "TIMESTAMP(0), 0"})
  void digitsOfASecondThatAreLostAreWarnedOf(String type, int kept) {
    String url = created(value(type));

    try (CapturedLog log = CapturedLog.warnings()) {
      assertThat(Jdbc.table(Local.class, "items").url(url).append().check(kit.spark())).isEmpty();
      assertThat(log.texts())
          .singleElement()
          .asString()
          .contains(
              "column \"value\" keeps %d digits of a second, Local.value has 6".formatted(kept));
    }
  }

  static Stream<Arguments> matches() {
    return Stream.of(
        reads("as it is", ITEMS, Item.class, ""),
        reads("in another order",
            "CREATE TABLE items (price DECIMAL(10, 2), stock INTEGER, name TEXT, id BIGINT NOT NULL)",
            Item.class, ""),
        reads("with more columns", ITEMS.replace("name TEXT", "name TEXT, more TEXT"), Item.class,
            ""),
        reads("in other case", "CREATE TABLE items (\"ID\" BIGINT PRIMARY KEY, \"VALUE\" TEXT)",
            Text.class, ""),
        reads("a narrower whole number", value("SMALLINT NOT NULL"), Whole.class, ""),
        reads("a narrower decimal", value("DECIMAL(8, 2)"), Money.class, ""),
        reads("a short text", value("VARCHAR(3)"), Text.class, ""),
        reads("a uuid", value("UUID"), Text.class, ""),
        reads("json", value("JSONB"), Text.class, ""),
        reads("an enum", value("TEXT"), Sized.class, ""),
        reads("a list", value("TEXT[]"), Tags.class, ""),
        reads("a coarser time", value("TIMESTAMP(0)"), Local.class, ""),
        reads("a view",
            ITEMS + "; ALTER TABLE items RENAME TO x; CREATE VIEW items AS SELECT * FROM x",
            Item.class, ""),
        reads("by key", ITEMS, Item.class, table -> table.partitionedByKey(4), ""),
        appends("as it is", ITEMS, Item.class, ""),
        appends("with a column that may be NULL",
            ITEMS.replace("name TEXT", "name TEXT, more TEXT"), Item.class, ""),
        appends("with a column that has a default",
            ITEMS.replace("name TEXT", "name TEXT, more TEXT NOT NULL DEFAULT 'x'"), Item.class,
            ""),
        appends("with a counted column", "CREATE TABLE items (n BIGSERIAL, id BIGINT, value TEXT)",
            Text.class, ""),
        appends("with a computed column",
            "CREATE TABLE items (id BIGINT, value TEXT, twice BIGINT GENERATED ALWAYS AS (id * 2) STORED)",
            Text.class, ""),
        appends("a wider whole number", value("BIGINT"), Whole.class, ""),
        appends("a wider decimal", value("DECIMAL(20, 2)"), Money.class, ""),
        appends("an enum that fits", value("VARCHAR(2)"), Sized.class, ""),
        appends("a text that is looked at", value("VARCHAR(10)"), Text.class, ""),
        appends("a primitive for a column that takes no NULL", value("INTEGER NOT NULL"),
            Whole.class, ""),
        appends("a uuid", value("UUID"), Text.class, ""),
        appends("bytes", value("BYTEA"), Bytes.class, ""),
        appends("a list", value("INTEGER[]"), Numbers.class, ""),
        writes("by the primary key", ITEMS, Item.class,
            table -> table.upsert(Item::id).onlyIfNewer(Item::stock), ""),
        writes("by a unique index", PAIRS + "; CREATE UNIQUE INDEX ON items (other, id)",
            Pair.class, table -> table.upsert(Pair::id, Pair::other), ""),
        writes("by renaming", ITEMS + "; CREATE INDEX ON items (name)", Item.class,
            table -> table.overwrite().byRename(), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matches")
  void whatFitsIsNotFoundFaultWith(String kind, String sql, Checked checked, String none) {
    assertThat(checked.problems(created(sql), kit)).isEmpty();
  }
}
