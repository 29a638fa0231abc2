package dev.sluice.io;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Overwrites that die with SIGKILL. {@code -Dsluice.kill.rounds=20} kills more often than a usual
 * build has time for.
 */
class KilledOverwriteTest {

  private static final int ROUNDS = Integer.getInteger("sluice.kill.rounds", 1);
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  private final SparkSession spark = IoSpark.session();
  @TempDir Path dir;

  @Test
  void whoReadsAfterAKilledOverwriteSeesTheOldOrTheNewWhole() throws Exception {
    Path target = dir.resolve("entries");
    Random random = new Random();
    for (int round = 0; round < ROUNDS; round++) {
      kill(target, false, random);

      Dataset<Row> seen = spark.read().parquet(target.toString());

      assertThat(seen.count()).as("rows after round %d", round).isEqualTo(OverwritingProcess.ROWS);
      assertThat(seen.select("version").distinct().count()).as("versions").isEqualTo(1);
    }
    assertNothingIsLeftByTheNextRun(target, false);
  }

  @Test
  void afterAKilledOverwriteOfPartitionsEachIsWholeAndTheNextReadFinishesThem() throws Exception {
    Path target = dir.resolve("partitions");
    Random random = new Random();
    for (int round = 0; round < ROUNDS; round++) {
      kill(target, true, random);

      Dataset<Row> plain = spark.read().parquet(target.toString());
      List<Row> parts =
          plain.groupBy("part").agg(countDistinct("version"), count("id")).collectAsList();
      assertThat(parts).as("partitions after round %d", round).hasSize(OverwritingProcess.PARTS);
      assertThat(parts)
          .allSatisfy(
              part -> {
                assertThat(part.getLong(1)).as("versions").isEqualTo(1);
                assertThat(part.getLong(2))
                    .as("rows")
                    .isEqualTo(OverwritingProcess.ROWS / OverwritingProcess.PARTS);
              });

      Dataset<Row> settled =
          Files.parquet(OverwritingProcess.Entry.class, target.toString()).read(spark);
      assertThat(settled.select("version").distinct().count()).isEqualTo(1);
    }
    assertNothingIsLeftByTheNextRun(target, true);
  }

  private void kill(Path target, boolean partitioned, Random random) throws Exception {
    VictimProcess.start(OverwritingProcess.class, target.toString(), String.valueOf(partitioned))
        .kill(random.nextInt(LONGEST_LIFE_MILLIS));
  }

  private void assertNothingIsLeftByTheNextRun(Path target, boolean partitioned)
      throws IOException {
    OverwritingProcess.sink(target.toString(), partitioned)
        .write(OverwritingProcess.version(spark, 1));

    try (Stream<Path> names = java.nio.file.Files.list(dir)) {
      assertThat(names).containsExactly(target);
    }
  }
}
