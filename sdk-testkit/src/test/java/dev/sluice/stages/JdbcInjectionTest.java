package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, keys and names that try to be SQL are values, keys and names. */
@SparkTest
class JdbcInjectionTest {

  record Item(String key, String text, List<String> tags) {}

  record Odd(
      @ColumnName("id\"); DROP TABLE victim; --") long id,
      @ColumnName("x' OR '1'='1") String quoted,
      @ColumnName("? $1 :name {d}") String marks,
      @ColumnName("a.b") String dotted,
      @ColumnName("back\\slash") String backslash) {}

  private final SparkKit kit;
  private final String url = PostgresServer.shared().createDatabase();

  JdbcInjectionTest(SparkKit kit) {
    this.kit = kit;
  }

  static Stream<String> hostile() {
    return Stream.of(
        "'; DROP TABLE victim; --",
        "\"; DROP TABLE victim; --",
        "\\'; DROP TABLE victim; --",
        "x'); DELETE FROM victim; --",
        "x\"); DELETE FROM victim; --",
        "' OR '1'='1",
        "$$; DROP TABLE victim; $$",
        "?",
        "{fn now()}",
        "{d '2020-01-01'}",
        "\t\\.\nDROP TABLE victim;",
        "\\.",
        "\\N",
        "{\"a\",NULL}",
        "); COPY victim FROM PROGRAM 'false'; --",
        "${password} :victim @victim",
        "/* */ -- #",
        "E'\\x27'",
        "U&'\\0027'",
        "; BEGIN; DROP TABLE victim; COMMIT");
  }

  @BeforeEach
  void aVictim() {
    TestDatabase.execute(url, "CREATE TABLE victim (id BIGINT)", "INSERT INTO victim VALUES (7)");
  }

  @AfterEach
  void isUnharmed() {
    assertThat(TestDatabase.texts(url, "SELECT SUM(id) FROM victim")).containsExactly("7");
  }

  private <T extends Record> void write(Sink<T> sink, List<T> rows) {
    Pipeline pipeline = Pipeline.named("hostile");
    pipeline
        .source("rows", InMemory.rows(sink.type(), rows))
        .sink("table", sink);
    pipeline.run(kit.spark());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aValueIsAValue(String text) {
    TestDatabase.execute(url, "CREATE TABLE items (key TEXT, text TEXT, tags TEXT[])");
    JdbcTable<Item> items = Jdbc.table(Item.class, "items").url(url);
    Item item = new Item(text, text, List.of(text, "x"));

    write(items.append(), List.of(item));

    assertThat(kit.source(items)).hasRows(item);
    assertThat(kit.source(items).filter(col(Item::text).eq(text))).hasRows(item);
    assertThat(kit.source(items).filter(col(Item::text).startsWith(text))).hasRows(item);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aKeyIsAKey(String text) {
    record Keyed(String key, int value) {}
    TestDatabase.execute(url, "CREATE TABLE items (key TEXT PRIMARY KEY, value INT NOT NULL)");
    JdbcTable<Keyed> items = Jdbc.table(Keyed.class, "items").url(url);
    for (int value = 1; value <= 2; value++) {
      Pipeline pipeline = Pipeline.named("keys");
      pipeline
          .source("rows", InMemory.rows(Keyed.class, List.of(new Keyed(text, value))))
          .filter(col(Keyed::key).isNotNull())
          .sink("table", items.upsert(Keyed::key));
      pipeline.run(kit.spark());
    }
    TestDatabase.execute(url, "INSERT INTO items VALUES ('', 0), ('zzz', 9)");

    assertThat(kit.source(items.partitionedByKey(3)))
        .hasRows(new Keyed("", 0), new Keyed(text, 2), new Keyed("zzz", 9));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void theNameOfATableIsAName(String name) {
    record Number(long id) {}
    String written = "\"" + name.replace("\"", "\"\"") + "\"";
    TestDatabase.execute(url, "CREATE TABLE " + written + " (id BIGINT NOT NULL)");
    JdbcTable<Number> table = Jdbc.table(Number.class, written).url(url);

    write(table.append(), List.of(new Number(1)));
    write(table.overwrite(), List.of(new Number(2)));
    write(table.overwrite().byRename(), List.of(new Number(3)));

    assertThat(kit.source(table.partitionedBy(Number::id, 2))).hasRows(new Number(3));
  }

  @Test
  void theNameOfAColumnIsAName() {
    JdbcTable<Odd> table = Jdbc.table(Odd.class, "odd").url(url);
    TestDatabase.execute(url, table.upsert(Odd::id).createTable());
    Odd row = new Odd(1, "a", "b", "c", "d");

    write(table.append(), List.of(row));
    write(table.upsert(Odd::id).onlyIfNewer(Odd::id).inOneTransaction(), List.of(row));

    assertThat(kit.source(table.partitionedByKey(2)).filter(col(Odd::marks).eq("b"))).hasRows(row);
  }
}
