package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What a check finds in the session and beside it before a pipeline runs. */
@SparkTest
class WorldCheckTest {

  record Item(int id) {}

  @Test
  void aSessionWithoutAnsiModeIsRefused(SparkKit kit, SparkSession spark) {
    kit.rows(Item.class).sink("copy", InMemory.sink(Item.class));
    spark.conf().set("spark.sql.ansi.enabled", false);

    assertThatThrownBy(() -> kit.pipeline().check(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("spark.sql.ansi.enabled=false");
  }

  @Test
  void theDefaultSessionIsNot(SparkKit kit, SparkSession spark) {
    kit.rows(Item.class).sink("copy", InMemory.sink(Item.class));

    assertThatCode(() -> kit.pipeline().check(spark)).doesNotThrowAnyException();
  }

  @Test
  void problemsOfSourcesAndSinksAreListedTogether(SparkKit kit, SparkSession spark) {
    String taken = kit.path("taken");
    kit.rows(Item.class, new Item(1)).sink("taken", Files.parquet(Item.class, taken).overwrite());
    kit.pipeline().run(spark);

    Pipeline broken = Pipeline.named("broken");
    broken
        .source("missing", Files.parquet(Item.class, kit.path("nowhere")))
        .sink("taken", Files.parquet(Item.class, taken).errorIfExists());

    assertThatThrownBy(() -> broken.check(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("has 2 problems")
        .hasMessageContaining("there is nothing at")
        .hasMessageContaining("stage 'taken'");
  }
}
