package dev.sluice.samples.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunOptions;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SparkTest
class JobTest {

  private record Item(String name) {}

  @Test
  void endsWithZeroWhenEveryOutputHasRows(SparkKit kit) throws IOException {
    copies(kit, new Item("lamp"));

    assertThat(exitCode(kit)).isZero();
  }

  @Test
  void endsWithOneWhenAnOutputIsEmpty(SparkKit kit) throws IOException {
    copies(kit);

    assertThat(exitCode(kit)).isEqualTo(1);
  }

  @Test
  void endsWithOneWhenTheInputIsMissing(SparkKit kit) throws IOException {
    kit.source(Files.parquet(Item.class, kit.path("nothing")))
        .sink("copy", InMemory.sink(Item.class));

    assertThat(exitCode(kit)).isEqualTo(1);
  }

  @Test
  void writesTheReportAsJson(SparkKit kit) throws IOException {
    copies(kit, new Item("lamp"));

    exitCode(kit);

    assertThat(report(kit)).content().contains("\"pipeline\" : \"test\"");
  }

  private static void copies(SparkKit kit, Item... items) {
    kit.rows(Item.class, items).sink("copy", InMemory.sink(Item.class));
  }

  private static int exitCode(SparkKit kit) throws IOException {
    return new Job(kit.pipeline(), RunOptions.defaults(), Optional.of(report(kit)))
        .run(kit.spark());
  }

  private static Path report(SparkKit kit) {
    return kit.directory().resolve("report.json");
  }
}
