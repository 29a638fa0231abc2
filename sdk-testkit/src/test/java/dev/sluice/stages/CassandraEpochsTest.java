package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.Pipeline;
import dev.sluice.connect.EpochSink;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.CassandraServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Batches of streams in a real Cassandra, by a time of writing that is in the rows. */
@SparkTest(
    conf = {
        // compiling the plans takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    })
@EnabledIf("dev.sluice.stages.CassandraTablesTest#canStart")
class CassandraEpochsTest extends EpochSinkContract {

  record Visit(long id, String page, Instant at) {}

  private static CassandraServer server;
  private static CqlSession session;
  private static String keyspace;

  private final SparkKit kit;

  CassandraEpochsTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void start() {
    server = CassandraServer.shared();
    session = server.openSession();
    keyspace = server.createKeyspace();
    session.execute(
        "CREATE TABLE %s.items (id bigint PRIMARY KEY, part int, text text, version bigint)"
            .formatted(keyspace));
    session.execute(
        "CREATE TABLE %s.visits (id bigint PRIMARY KEY, page text, at timestamp)"
            .formatted(keyspace));
  }

  @AfterAll
  static void end() {
    session.close();
  }

  @BeforeEach
  void empty() {
    session.execute("TRUNCATE %s.items".formatted(keyspace));
    session.execute("TRUNCATE %s.visits".formatted(keyspace));
  }

  private static <T extends Record> CassandraTable<T> table(Class<T> type, String name) {
    return Cassandra.table(type, keyspace + "." + name)
        .contactPoints("127.0.0.1:" + server.contactPoint().getPort())
        .localDatacenter(server.datacenter())
        .timeout(Duration.ofSeconds(20));
  }

  @Override
  SparkSession spark() {
    return kit.spark();
  }

  @Override
  EpochSink<Item> sink() {
    return table(Item.class, "items").upsert(Item::id).writtenAt(Item::version);
  }

  @Override
  List<Item> there() {
    return session.execute("SELECT * FROM %s.items".formatted(keyspace)).all().stream()
        .map(
            row -> new Item(
                row.getLong("id"), row.getInt("part"), row.getString("text"),
                row.getLong("version")))
        .toList();
  }

  @Override
  boolean isKeyed() {
    return true;
  }

  @Override
  boolean isWhole() {
    return false;
  }

  @Override
  boolean tellsLastEpoch() {
    return false;
  }

  @Test
  void withoutATimeOfWritingTheRowThatIsSentLastStays() {
    CassandraTable<Item> items = table(Item.class, "items");
    items.upsert(Item::id).write(rows(new Item(1, 1, "newer", 2)));
    items.upsert(Item::id).write(rows(new Item(1, 1, "older", 1)));

    assertThat(there()).extracting(Item::text).containsExactly("older");
  }

  @Test
  void anInstantOrdersRowsByMicroseconds() {
    var visits = table(Visit.class, "visits").upsert(Visit::id).writtenAt(Visit::at)
        .truncatingTimes().ttl(Duration.ofHours(1));
    Instant noon = Instant.parse("2026-03-29T12:00:00.000010Z");
    for (Visit visit : List.of(
        new Visit(1, "second", noon.plusNanos(1_000)), new Visit(1, "first", noon))) {
      visits.write(RecordRows.dataset(kit.spark(), List.of(visit), Visit.class));
    }

    assertThat(
        session.execute("SELECT page, WRITETIME(page) AS at FROM %s.visits".formatted(keyspace))
            .all())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getString("page")).isEqualTo("second");
          assertThat(row.getLong("at")).isEqualTo(1_774_785_600_000_011L);
        });
    assertThat(visits.description()).contains("written at at");
  }

  @Test
  void aTimeOfWritingMayBeOfAnyCentury() {
    Visit last = new Visit(1, "last", Instant.parse("9999-12-31T23:59:59Z"));
    table(Visit.class, "visits").upsert(Visit::id).writtenAt(Visit::at)
        .write(RecordRows.dataset(kit.spark(), List.of(last), Visit.class));

    assertThat(
        session.execute("SELECT WRITETIME(page) AS at FROM %s.visits".formatted(keyspace)).all())
        .extracting(row -> row.getLong("at"))
        .containsExactly(253_402_300_799_000_000L);
  }

  @Test
  void aRowWithoutATimeOfWritingFailsTheRun() {
    Pipeline pipeline = Pipeline.named("visits");
    pipeline.source("visits", InMemory.rows(Visit.class, List.of(new Visit(1, "a", null))))
        .sink("table", table(Visit.class, "visits").upsert(Visit::id).writtenAt(Visit::at));

    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .hasMessageContaining("Visit.at");
  }
}
