package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.state.ApplyChanges;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table of a database that is kept from changes. */
@SparkTest
@Timeout(180)
class ChangeDataTest {

  record OrderChange(String op, long orderId, String status, long lsn, Instant at) {}

  record Order(long orderId, String status) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final StreamInput<OrderChange> input = StreamInput.of(OrderChange.class);

  @TempDir
  Path checkpoints;

  private static OrderChange change(String op, long orderId, String status, long lsn) {
    return new OrderChange(op, orderId, status, lsn, START.plusSeconds(lsn));
  }

  private static void keep(
      Stage<OrderChange> changes, JdbcTable<Order> orders, JdbcTable<OrderChange> changed) {
    // #region apply
    ApplyChanges<OrderChange> applied =
        ApplyChanges.timed(changes.eventTime(OrderChange::at, Duration.ofMinutes(10)))
            .keys(OrderChange::orderId)
            .sequenceBy(OrderChange::lsn)
            .deletesWhen(col(OrderChange::op).eq("d"));

    applied.upserts()
        .select(row(Order::new).of(col(OrderChange::orderId), col(OrderChange::status)))
        .sink("orders", orders.upsert(Order::orderId));
    applied.deletes().sink("gone", changed.delete(OrderChange::orderId));
    // #endregion
  }

  private void aTableFollowsItsChanges(String url, SparkSession spark) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (\"orderId\" BIGINT PRIMARY KEY, \"status\" VARCHAR(20))");
      Pipeline pipeline = Pipeline.named("copy");
      JdbcTable<Order> orders = Jdbc.table(Order.class, "orders").url(url);
      keep(
          pipeline.source("changes", input),
          orders,
          Jdbc.table(OrderChange.class, "orders").url(url));
      input.add(
          change("c", 1, "new", 1),
          change("c", 2, "new", 2),
          change("u", 1, "paid", 3));

      try (StreamingRun run =
          Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
        run.processAllAvailable();
        assertThat(rows(orders, spark)).containsExactlyInAnyOrder(new Order(1, "paid"),
            new Order(2, "new"));
        input.add(change("d", 2, null, 6), change("u", 1, "sent", 7), change("c", 3, "new", 8));
        run.processAllAvailable();
        input.add(change("u", 2, "late", 5), change("u", 1, "late", 4), change("d", 3, null, 9));
        run.processAllAvailable();
      }

      assertThat(rows(orders, spark)).containsExactly(new Order(1, "sent"));
    }
  }

  @Test
  void deletesNeverRunAheadOfUpserts(SparkSession spark) {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch deleted = new CountDownLatch(1);
    List<String> written = new CopyOnWriteArrayList<>();
    Pipeline pipeline = Pipeline.named("copy");
    ApplyChanges<OrderChange> applied =
        ApplyChanges.of(pipeline.source("changes", input))
            .keys(OrderChange::orderId)
            .sequenceBy(OrderChange::lsn)
            .deletesWhen(col(OrderChange::op).eq("d"));
    applied.upserts().sink(
        "slow",
        Delivered.calling(
            OrderChange.class,
            epoch -> {
              await(deleted);
              written.add("upserts " + epoch.id());
            }));
    applied.deletes().sink(
        "quick",
        Delivered.calling(
            OrderChange.class,
            epoch -> {
              written.add("deletes " + epoch.id());
              (epoch.id() == 0 ? begun : deleted).countDown();
            }));
    input.add(change("c", 1, "new", 1));

    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).eachSinkAlone().start(spark)) {
      await(begun);
      input.add(change("d", 1, null, 2));
      run.processAllAvailable();
    }

    assertThat(written.indexOf("upserts 0")).isLessThan(written.indexOf("deletes 1"));
    assertThat(checkpoints.resolve("copy/sinks")).isDirectoryContaining("glob:**slow");
    assertThat(checkpoints.resolve("copy/sinks/quick")).doesNotExist();
  }

  /** At most as long as a query that runs ahead would need. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Order> rows(JdbcTable<Order> orders, SparkSession spark) {
    return Pipeline.named("look").source("orders", orders).collect(spark);
  }

  @Test
  void aTableOfH2FollowsItsChanges(SparkSession spark) throws Exception {
    aTableFollowsItsChanges("jdbc:h2:mem:changes;DB_CLOSE_DELAY=-1", spark);
  }

  @Test
  void aTableOfPostgresFollowsItsChanges(SparkSession spark) throws Exception {
    aTableFollowsItsChanges(PostgresServer.shared().createDatabase(), spark);
  }
}
