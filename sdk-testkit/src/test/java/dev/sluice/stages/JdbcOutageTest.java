package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that goes away in the middle of a run and comes back. {@code -Dsluice.outage.rows=200000
 * -Dsluice.outage.millis=10000} is the long form.
 */
@SparkTest
@Timeout(180)
class JdbcOutageTest {

  record Item(long key, long sequence, long checksum) {}

  /** Rows that come slowly enough for something to happen meanwhile. */
  record Slowly(long rows) implements BoundedSource<Item> {

    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "slow rows";
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.range(0, rows, 1, 4)
          .selectExpr(
              "id AS key",
              "id * 7 AS sequence",
              // a string of hashes takes a while for each row
              "xxhash64(id) + length(sha2(repeat(cast(id AS string), 2000), 512)) AS checksum");
    }
  }

  private static final int ROWS = Integer.getInteger("sluice.outage.rows", 20_000);
  private static final int MILLIS = Integer.getInteger("sluice.outage.millis", 1_000);

  private final SparkKit kit;

  JdbcOutageTest(SparkKit kit) {
    this.kit = kit;
  }

  static Stream<Function<JdbcTable<Item>, Sink<Item>>> sinks() {
    return Stream.of(
        table -> table.upsert(Item::key).onlyIfNewer(Item::sequence),
        table -> table.upsert(Item::key).inOneTransaction(),
        JdbcTable::overwrite);
  }

  @ParameterizedTest
  @MethodSource("sinks")
  void aDatabaseThatGoesAwayFailsTheRunClearlyAndTheNextRunIsWhole(
      Function<JdbcTable<Item>, Sink<Item>> sink) throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      String url = server.jdbcUrl();
      TestDatabase.execute(
          url,
          "CREATE TABLE items (key BIGINT PRIMARY KEY, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)");
      Pipeline pipeline = Pipeline.named("items");
      pipeline
          .source("rows", new Slowly(ROWS))
          .sink("table", sink.apply(Jdbc.table(Item.class, "items").url(url)));

      CompletableFuture<Throwable> run =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  pipeline.run(kit.spark());
                  return null;
                } catch (RuntimeException e) {
                  return e;
                }
              });
      awaitConnections(url, 2);
      server.kill();
      Instant gone = Instant.now();
      Thread.sleep(MILLIS);
      server.restart();
      Throwable failure = run.get();

      assertThat(failure).isInstanceOf(RunFailedException.class);
      assertThat(failure.getMessage())
          .contains("sink 'table' failed: ")
          .containsAnyOf(
              "the connection to the database was lost",
              "I/O error occurred while sending to the backend",
              "Database connection failed",
              "terminating connection",
              "refused");
      assertThat(Duration.between(gone, Instant.now()))
          .isLessThan(Duration.ofMillis(MILLIS).plusSeconds(60));

      pipeline.run(kit.spark());

      assertThat(
          TestDatabase.texts(
              url,
              "SELECT CONCAT_WS(' ', COUNT(*), COUNT(DISTINCT key), SUM(sequence)) FROM items"))
          .containsExactly(
              "%d %1$d %d".formatted(ROWS, 7L * ROWS * (ROWS - 1) / 2));
    }
  }

  /** Until tasks write, besides ourselves. */
  private static void awaitConnections(String url, int most) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (Instant.now().isBefore(end)) {
      String writing =
          TestDatabase.texts(
              url,
              "SELECT COUNT(*) FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid()"
                  + " AND (query LIKE 'INSERT%' OR query LIKE 'COPY%')")
              .get(0);
      if (Integer.parseInt(writing) >= most - 1) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no task has written anything");
  }
}
