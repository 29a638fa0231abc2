package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Overwrites that die with SIGKILL. {@code -Dsluice.kill.rounds=20} kills more often than a usual
 * build has time for.
 */
class KilledOverwriteTest {

  private static final int ROUNDS = Integer.getInteger("sluice.kill.rounds", 1);
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  private final SparkSession spark = IoSpark.session();
  @TempDir
  Path dir;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKilledOverwriteIsThereAsAWholeOrNotAtAll(boolean partitioned) throws Exception {
    Path target = dir.resolve("entries");
    Random random = new Random();
    for (int round = 0; round < ROUNDS; round++) {
      kill(target, partitioned, random);

      Files.recover(spark, target.toString());

      Dataset<Row> seen =
          Files.parquet(OverwritingProcess.Entry.class, target.toString()).read(spark);
      assertThat(seen.count()).as("rows after round %d", round).isEqualTo(OverwritingProcess.ROWS);
      assertThat(seen.select("version").distinct().count()).as("versions").isEqualTo(1);
      assertNothingIsLeft(target);
    }
  }

  private void kill(Path target, boolean partitioned, Random random) throws Exception {
    VictimProcess.start(OverwritingProcess.class, target.toString(), String.valueOf(partitioned))
        .kill(random.nextInt(LONGEST_LIFE_MILLIS));
  }

  private void assertNothingIsLeft(Path target) throws IOException {
    try (Stream<Path> names = java.nio.file.Files.list(dir)) {
      assertThat(names).containsExactly(target);
    }
  }
}
