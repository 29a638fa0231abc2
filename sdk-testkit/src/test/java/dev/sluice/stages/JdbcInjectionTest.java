package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Sink;
import dev.sluice.expr.BoolExpr;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  private static final List<String> HOSTILE =
      List.of(
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

  /** A condition that must hold for the rows of hostile texts, and for no other. */
  private static BoolExpr<Item> any(Function<String, BoolExpr<Item>> condition) {
    return HOSTILE.stream().map(condition).reduce(BoolExpr::or).orElseThrow();
  }

  @Test
  void aValueIsAValue() {
    TestDatabase.execute(
        url,
        "CREATE TABLE items (key TEXT, text TEXT, tags TEXT[])",
        "INSERT INTO items VALUES ('decoy', 'decoy', '{}')");
    JdbcTable<Item> items = Jdbc.table(Item.class, "items").url(url);
    List<Item> hostile =
        HOSTILE.stream().map(text -> new Item(text, text, List.of(text, "x"))).toList();

    write(items.append(), hostile);

    assertThat(kit.source(items))
        .hasRows(and(hostile, List.of(new Item("decoy", "decoy", List.of()))));
    assertThat(kit.source(items).filter(any(text -> col(Item::text).eq(text)))).hasRows(hostile);
    assertThat(kit.source(items).filter(any(text -> col(Item::text).startsWith(text))))
        .hasRows(hostile);
  }

  @Test
  void aKeyIsAKey() {
    record Keyed(String key, int value) {}
    TestDatabase.execute(url, "CREATE TABLE items (key TEXT PRIMARY KEY, value INT NOT NULL)");
    JdbcTable<Keyed> items = Jdbc.table(Keyed.class, "items").url(url);
    for (int value = 1; value <= 2; value++) {
      Pipeline pipeline = Pipeline.named("keys");
      pipeline
          .source("rows", InMemory.rows(Keyed.class, keyed(Keyed::new, value)))
          .filter(col(Keyed::key).isNotNull())
          .sink("table", items.upsert(Keyed::key));
      pipeline.run(kit.spark());
    }
    TestDatabase.execute(url, "INSERT INTO items VALUES ('', 0), ('zzz', 9)");

    // each key is the bound of a part
    assertThat(kit.source(items.partitionedByKey(HOSTILE.size() + 2)))
        .hasRows(and(keyed(Keyed::new, 2), List.of(new Keyed("", 0), new Keyed("zzz", 9))));
  }

  private static <T> List<T> keyed(BiFunction<String, Integer, T> row, int value) {
    return HOSTILE.stream().map(text -> row.apply(text, value)).toList();
  }

  private static <T> List<T> and(List<T> rows, List<T> more) {
    return Stream.concat(rows.stream(), more.stream()).toList();
  }

  /**
   * One run for each way to write, where every table gets a row that no other has. A name is two of
   * the texts, which make a mistake no better than each of them alone.
   */
  @Test
  void theNameOfATableIsAName() {
    record Number(int table, int write) {}
    List<JdbcTable<Number>> tables = new ArrayList<>();
    int pairs = HOSTILE.size() / 2;
    for (int i = 0; i < pairs; i++) {
      String name = HOSTILE.get(i) + HOSTILE.get(HOSTILE.size() - 1 - i);
      String written = "\"" + name.replace("\"", "\"\"") + "\"";
      TestDatabase.execute(url, "CREATE TABLE " + written + " (\"table\" INT, write INT)");
      tables.add(Jdbc.table(Number.class, written).url(url));
    }
    List<Function<JdbcTable<Number>, Sink<Number>>> ways =
        List.of(
            table -> table.append().byPartition(),
            JdbcTable::overwrite,
            table -> table.overwrite().byRename());
    for (int way = 0; way < ways.size(); way++) {
      Pipeline pipeline = Pipeline.named("hostile");
      for (int i = 0; i < tables.size(); i++) {
        pipeline
            .source("row of " + i, InMemory.rows(Number.class, List.of(new Number(i, way))))
            .sink("table " + i, ways.get(way).apply(tables.get(i)));
      }
      pipeline.run(kit.spark());
    }

    Stage<Number> all =
        tables.stream()
            .<Stage<Number>>map(table -> kit.source(table.partitionedBy(Number::table, 2)))
            .reduce(Stage::union)
            .orElseThrow();
    assertThat(all)
        .hasRows(
            IntStream.range(0, tables.size())
                .mapToObj(i -> new Number(i, ways.size() - 1))
                .toList());
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
