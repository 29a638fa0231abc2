package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Udf;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.CassandraServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** A server that is killed while rows are on their way, and comes back. */
@SparkTest
@EnabledIf("dev.sluice.stages.CassandraTablesTest#canStart")
class CassandraFailuresTest {

  record User(long id, String name) {}

  private static final int ROWS = 2_000;

  private static CassandraServer server;

  /** The tasks run in this JVM. */
  private static final Udf<Long, Long> KILLING =
      udf(
          "killing",
          Long.class,
          Long.class,
          id -> {
            if (id == ROWS / 4) {
              synchronized (CassandraFailuresTest.class) {
                if (server.isRunning()) {
                  server.kill();
                }
              }
            }
            return id;
          });

  private final SparkKit kit;
  private String keyspace;

  CassandraFailuresTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void start() {
    server = CassandraServer.start();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @BeforeEach
  void makeTable() {
    if (!server.isRunning()) {
      server.restart();
    }
    keyspace = server.createKeyspace();
    try (CqlSession session = server.openSession()) {
      session.execute(
          "CREATE TABLE %s.users (id bigint PRIMARY KEY, name text)".formatted(keyspace));
    }
  }

  private CassandraTable<User> users() {
    return Cassandra.table(User.class, keyspace + ".users")
        .contactPoints("127.0.0.1:" + server.contactPoint().getPort())
        .timeout(Duration.ofSeconds(5));
  }

  private static List<User> rows() {
    return IntStream.range(0, ROWS).mapToObj(i -> new User(i, "user " + i)).toList();
  }

  private Pipeline write(boolean killing) {
    Pipeline pipeline = Pipeline.named("users");
    Stage<User> rows = pipeline.source("rows", InMemory.rows(User.class, rows()));
    Stage<User> sent =
        killing
            ? rows.select(row(User::new).of(killed(), col(User::name)))
            : rows;
    sent.sink("users", users().upsert(User::id).concurrency(16));
    return pipeline;
  }

  private static Expr<User, Long> killed() {
    return KILLING.call(col(User::id));
  }

  @Test
  @Timeout(150)
  void aWriteThatIsCutOffFailsInTimeAndRunAgainIsWhole() {
    assertThatThrownBy(() -> write(true).run(kit.spark()))
        .hasMessageContaining("sink 'users' failed")
        .hasMessageContaining("cassandra table " + keyspace + ".users of 127.0.0.1:")
        .hasMessageMatching("(?s).*(can be reached|answers|did not answer).*");
    server.restart();

    write(false).run(kit.spark());

    assertThat(kit.source(users())).hasRows(rows().toArray(User[]::new));
  }

  @Test
  @Timeout(150)
  void aReadThatIsCutOffFailsInTimeAndTheNextIsWhole() {
    write(false).run(kit.spark());
    Stage<User> read =
        kit.source(users().partitions(1).fetchSize(10))
            .select(row(User::new).of(killed(), col(User::name)));

    assertThatThrownBy(() -> read.collect(kit.spark()))
        .hasMessageContaining("cassandra table " + keyspace + ".users of 127.0.0.1:")
        .hasMessageMatching("(?s).*(can be reached|answers|did not answer).*");
    server.restart();

    assertThat(kit.source(users())).hasRows(rows().toArray(User[]::new));
  }

  @Test
  @Timeout(150)
  void aLookupThatIsCutOffFailsInTimeAndTheNextIsWhole() {
    write(false).run(kit.spark());
    server.kill();
    Stage<User> found =
        kit.rows(User.class, rows()).lookup(users().by(User::id)).on(User::id)
            .select((r, u) -> row(User::new).of(r.col(User::id), u.col(User::name)));

    assertThatThrownBy(() -> found.collect(kit.spark()))
        .hasMessageContaining("stage 'lookup User' (CassandraFailuresTest.java:")
        .hasMessageContaining("lookup in cassandra table " + keyspace + ".users of 127.0.0.1:")
        .hasMessageMatching("(?s).*(can be reached|answers|did not answer).*");
    server.restart();

    assertThat(found).hasRows(rows().toArray(User[]::new));
  }

  @Test
  @Timeout(60)
  void sessionsThatNobodyUsesAreClosed() throws InterruptedException {
    write(false).run(kit.spark());

    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(t -> t.getName().matches("s\\d+-(io|admin|timer).*|sluice-cassandra.*"))) {
      Thread.sleep(200);
    }
    assertThat(kit.source(users())).hasRows(rows().toArray(User[]::new));
  }
}
