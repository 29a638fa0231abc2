package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.bridge.SparkInternals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;

/**
 * Classes that come and go leave nothing: {@code -Dsluice.test.classes=200} runs more of them than
 * the daily build does.
 */
class ManyClassesTest {

  record Item(long id, String name) {}

  @SparkTest
  static class Tiny {
    @Test
    void usesWhatASessionHas(SparkSession spark, SparkKit kit) throws Exception {
      assertThatRows(Item.class, kit.csv(Item.class, "id,name\n1,a\n").collect(spark))
          .hasRows(new Item(1, "a"));
      spark.range(3).createOrReplaceTempView("numbers");
      spark.sql("select * from numbers").write().saveAsTable("saved");
      var cached = spark.table("saved").cache();
      assertThat(cached.count()).isEqualTo(3);
      cached.unpersist(true);
      Files.createDirectory(kit.directory().resolve("in"));
      Files.writeString(kit.directory().resolve("in/a.txt"), "a line");
      spark
          .readStream()
          .text(kit.path("in"))
          .writeStream()
          .format("noop")
          .option("checkpointLocation", kit.path("checkpoint"))
          .trigger(Trigger.AvailableNow())
          .start()
          .awaitTermination();
    }
  }

  /** Pools of Spark whose threads come as needed, up to a number, and end when they are idle. */
  private static final Pattern POOLS =
      Pattern.compile(
          "(block-manager|QueryStageCreator|ResultQueryStage|shuffle-exchange|Executor"
              + " task|map-output|stream execution|process"
              + " reaper|Thread-|broadcast-exchange|task-result|files-client|rpc-).*");

  private record Level(
      List<String> threads, int cached, List<String> files, int handles, int listeners) {
    static Level now() {
      System.gc();
      SparkSession spark = SparkInternals.defaultSession().orElseThrow();
      return new Level(
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> !POOLS.matcher(thread.getName()).matches())
              .map(thread -> thread.getName().replaceAll("\\d+", "#"))
              .sorted()
              .toList(),
          SparkInternals.persisted(spark).size(),
          files(SparkInternals.contextSetting(spark, "spark.sluice.test.directory").orElseThrow()),
          Directories.entries(Path.of("/proc/self/fd")).size(),
          spark.sparkContext().listenerBus().listeners().size());
    }

    private static List<String> files(String directory) {
      return Directories.entries(Path.of(directory)).stream().map(Path::toString).toList();
    }
  }

  @Test
  void keepEverythingAtItsLevel() {
    int classes = Integer.getInteger("sluice.test.classes", 12);
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      FixtureRun run = FixtureRun.run(Tiny.class);
      assertThat(run.failures()).isEmpty();
      levels.add(Level.now());
    }
    // the first ones start pools that stay
    Level before = levels.get(3);
    Level after = levels.get(classes - 1);
    assertThat(after.cached()).isLessThanOrEqualTo(before.cached());
    assertThat(after.files()).isEqualTo(before.files());
    assertThat(after.listeners()).isLessThanOrEqualTo(before.listeners());
    // what a class leaves behind would be there once for each of the classes in between
    assertThat(more(after.threads(), before.threads())).hasSizeLessThan(classes - 4);
    assertThat(after.handles() - before.handles()).isLessThan(classes - 4);
  }

  /** What is in the first list beyond the second, which may have lost some that ended. */
  private static List<String> more(List<String> after, List<String> before) {
    List<String> more = new ArrayList<>(after);
    before.forEach(more::remove);
    return more;
  }
}
