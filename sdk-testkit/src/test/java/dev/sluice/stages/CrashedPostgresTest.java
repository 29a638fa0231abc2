package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.memory.Datasets;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
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
      TestDatabase.execute(SERVER.get().jdbcUrl(), "CREATE TABLE numbers (id BIGINT PRIMARY KEY)");
      TestDatabase.execute(SERVER.get().jdbcUrl(), "INSERT INTO numbers VALUES (-1)");
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
    TestDatabase.execute(SERVER.get().jdbcUrl(), "CHECKPOINT");
    SERVER.get().kill();
    SERVER.get().restart();
  }

  private static String first(String query) {
    return TestDatabase.texts(SERVER.get().jdbcUrl(), query).get(0);
  }
}
