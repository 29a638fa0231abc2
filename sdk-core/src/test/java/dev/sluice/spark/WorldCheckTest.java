package dev.sluice.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.io.Files;
import dev.sluice.io.InMemory;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldCheckTest {

  record Item(int id) {}

  @TempDir private Path directory;

  private final SparkSession spark = TestSpark.session().newSession();
  private final Pipeline pipeline = Pipeline.named("checked");

  @Test
  void aSessionWithoutAnsiModeIsRefused() {
    pipeline
        .source("items", InMemory.rows(Item.class, List.of()))
        .sink("copy", InMemory.sink(Item.class));
    spark.conf().set("spark.sql.ansi.enabled", false);

    assertThatThrownBy(() -> pipeline.check(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("spark.sql.ansi.enabled=false");
  }

  @Test
  void theDefaultSessionIsNot() {
    pipeline
        .source("items", InMemory.rows(Item.class, List.of()))
        .sink("copy", InMemory.sink(Item.class));

    assertThatCode(() -> pipeline.check(spark)).doesNotThrowAnyException();
  }

  @Test
  void problemsOfSourcesAndSinksAreListedTogether() {
    String taken = directory.resolve("taken").toString();
    pipeline
        .source("items", InMemory.rows(Item.class, List.of(new Item(1))))
        .sink("taken", Files.parquet(Item.class, taken).overwrite());
    pipeline.run(spark);

    Pipeline broken = Pipeline.named("broken");
    broken
        .source("missing", Files.parquet(Item.class, directory.resolve("nowhere").toString()))
        .sink("taken", Files.parquet(Item.class, taken).errorIfExists());

    assertThatThrownBy(() -> broken.check(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("has 2 problems")
        .hasMessageContaining("there is nothing at")
        .hasMessageContaining("stage 'taken'");
  }
}
