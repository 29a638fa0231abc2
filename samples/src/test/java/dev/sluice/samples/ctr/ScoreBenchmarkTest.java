package dev.sluice.samples.ctr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.samples.bench.Goal;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmark runs, whatever its figures are. */
@SparkTest
class ScoreBenchmarkTest {

  @TempDir
  Path folder;

  @Test
  void measuresAllThatIsAskedFor(SparkSession spark) throws Exception {
    ScoreBenchmark benchmark =
        CommandLine.populateCommand(
            new ScoreBenchmark(),
            "--rows=1000", "--training-rows=2000", "--iterations=3", "--rounds=1", "--starts=1",
            "--levels=50", "--millis=100", "--forks=0", "--output=" + folder);

    List<Goal> goals = new ArrayList<>(benchmark.withSpark(spark));
    goals.addAll(benchmark.withoutSpark());

    assertThat(goals)
        .allMatch(goal -> goal.value() > 0)
        .extracting(Goal::figure)
        .containsExactly(
            "rows/s of a stage against MLlib's",
            "scoreAlone, median",
            "scoreByTrees, median",
            "scoreWithReasons, median",
            "JVM start to first score, median",
            "document with 50 levels");
  }
}
