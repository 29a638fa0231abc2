package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.memory.Datasets;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A server that is killed while rows are written, and is there again before they are moved. */
@SparkTest
class CrashedPostgresTest {

  record Number(long id) {}

  private static final AtomicReference<PostgresServer> SERVER = new AtomicReference<>();

  private final SparkKit kit;

  CrashedPostgresTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void movesNotTheHalfOfTheRowsThatIsLeft() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      SERVER.set(server);
      execute("CREATE TABLE numbers (id BIGINT PRIMARY KEY)");
      execute("INSERT INTO numbers VALUES (-1)");
      // the rows of the last partition come when those of the first are committed and lost
      Dataset<Row> rows =
          kit.spark()
              .range(0, 20, 1, 2)
              .mapPartitions(
                  (MapPartitionsFunction<Long, Long>) ids -> {
                    List<Long> all = new ArrayList<>();
                    ids.forEachRemaining(all::add);
                    if (all.contains(19L)) {
                      crashAfterTheFirstPartition();
                    }
                    return all.iterator();
                  },
                  Encoders.LONG())
              .toDF("id");
      Pipeline pipeline = Pipeline.named("numbers");
      pipeline
          .source("numbers", Datasets.of(Number.class, rows))
          .sink("table", Jdbc.table(Number.class, "numbers").url(server.jdbcUrl()).overwrite());

      assertThatThrownBy(() -> pipeline.run(kit.spark()))
          .hasMessageContaining(
              "of 10 rows that a task has written, 0 are left; the server has crashed or failed over meanwhile, and nothing was moved: run again");
      assertThat(first("SELECT string_agg(id::text, ' ') FROM numbers")).isEqualTo("-1");
    }
  }

  private static void crashAfterTheFirstPartition() throws Exception {
    String stage =
        first("SELECT relname FROM pg_class WHERE relname LIKE 'sluice%' AND relkind = 'r'");
    while (first("SELECT COUNT(*) FROM \"" + stage + "\"").equals("0")) {
      Thread.sleep(20);
    }
    execute("CHECKPOINT");
    SERVER.get().kill();
    SERVER.get().restart();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(SERVER.get().jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String first(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(SERVER.get().jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getString(1);
    }
  }
}
