package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types that PostgreSQL has and others have not. */
@SparkTest
class PostgresTypesTest {

  enum Colour {
    RED,
    GREEN
  }

  record Special(
      String id,
      String document,
      List<String> texts,
      List<Integer> numbers,
      List<Colour> colours,
      LocalDate day) {}

  private static final Special FULL =
      new Special(
          "c56a4180-65aa-42ec-a945-5fd21dec0538",
          "{\"a\": [1, 2.50]}",
          Arrays.asList("x", null, "y,\"z\""),
          List.of(1, -1),
          List.of(Colour.GREEN),
          LocalDate.of(1582, 10, 4));
  private static final Special BARE =
      new Special("00000000-65aa-42ec-a945-5fd21dec0538", null, null, null, null, null);

  private final SparkKit kit;
  private final String url = PostgresServer.shared().createDatabase();

  PostgresTypesTest(SparkKit kit) {
    this.kit = kit;
  }

  private void create(String columns) {
    TestDatabase.execute(url, "CREATE TABLE t (" + columns + ")");
  }

  private <T extends Record> JdbcTable<T> table(Class<T> type) {
    return Jdbc.table(type, "t").url(url);
  }

  @Test
  void uuidsDocumentsAndListsComeBackAsTheyWere() {
    create(
        "id UUID PRIMARY KEY, document JSONB, texts TEXT[], numbers INTEGER[], colours TEXT[], day DATE");
    JdbcTable<Special> table = table(Special.class);
    assertThat(table.upsert(Special::id).check(kit.spark())).isEmpty();

    Pipeline pipeline = Pipeline.named("special");
    pipeline
        .source("rows", InMemory.rows(Special.class, List.of(FULL, BARE)))
        .filter(col(Special::id).isNotNull())
        .sink("table", table.upsert(Special::id));
    pipeline.run(kit.spark());
    pipeline.run(kit.spark());

    assertThat(kit.source(table)).hasRows(FULL, BARE);
  }

  @Test
  void aMomentNeedsAZone() {
    record Event(Instant at) {}
    create("at TIMESTAMP");

    assertThat(table(Event.class).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("column \"at\"", "TIMESTAMP_NTZ");
    assertThat(table(Event.class).append().check(kit.spark()))
        .singleElement()
        .asString()
        .contains("column \"at\" is TIMESTAMP_NTZ in the table and cannot keep every TIMESTAMP");
  }

  @Test
  void whatNoDatabaseHoldsIsRefused() {
    record Inner(int x) {}
    record Odd(Duration took, Map<String, String> tags, Inner inner, List<List<String>> deep) {}
    create("took TEXT, tags TEXT, inner_ TEXT, deep TEXT");

    assertThat(table(Odd.class).append().check(kit.spark()))
        .filteredOn(problem -> problem.contains("for which databases have no column"))
        .hasSize(4);
  }
}
