package dev.sluice.samples.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.RunOptions;
import dev.sluice.io.Files;
import dev.sluice.io.InMemory;
import dev.sluice.samples.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {

  private record Item(String name) {}

  @TempDir private Path directory;

  private final Pipeline pipeline = Pipeline.named("job");

  @Test
  void endsWithZeroWhenEveryOutputHasRows() throws IOException {
    copies(List.of(new Item("lamp")));

    assertThat(exitCode()).isZero();
  }

  @Test
  void endsWithOneWhenAnOutputIsEmpty() throws IOException {
    copies(List.of());

    assertThat(exitCode()).isEqualTo(1);
  }

  @Test
  void endsWithOneWhenTheInputIsMissing() throws IOException {
    pipeline
        .source("items", Files.parquet(Item.class, directory.resolve("nothing").toString()))
        .sink("copy", InMemory.sink(Item.class));

    assertThat(exitCode()).isEqualTo(1);
  }

  @Test
  void writesTheReportAsJson() throws IOException {
    copies(List.of(new Item("lamp")));

    exitCode();

    assertThat(directory.resolve("report.json")).content().contains("\"pipeline\" : \"job\"");
  }

  private void copies(List<Item> items) {
    pipeline
        .source("items", InMemory.rows(Item.class, items))
        .sink("copy", InMemory.sink(Item.class));
  }

  private int exitCode() throws IOException {
    Optional<Path> report = Optional.of(directory.resolve("report.json"));
    return new Job(pipeline, RunOptions.defaults(), report).run(LocalSpark.session());
  }
}
