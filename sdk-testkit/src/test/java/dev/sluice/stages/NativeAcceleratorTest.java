package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.run.SourceReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source keeps its line in the report where operators of another make read it. */
@SparkTest(conf = "spark.sql.extensions=dev.sluice.stages.NativeScans")
@Tag("smoke")
class NativeAcceleratorTest {

  record Item(int id, int shop) {}

  @TempDir
  Path dir;

  @Test
  void figuresOfASourceDoNotHangOnTheClassOfItsScan(SparkKit kit, SparkSession spark) {
    String files = dir.resolve("items").toString();
    spark.range(0, 100, 1, 4).selectExpr("int(id) id", "int(id % 3) shop").write().parquet(files);
    InMemorySink<Item> out = InMemory.sink(Item.class);
    Stage<Item> items = kit.pipeline().source("items", Files.parquet(Item.class, files));
    // each part of each file has such rows, so none is skipped
    items.filter(col(Item::shop).ge(2)).sink("out", out);

    SourceReport source = kit.pipeline().run(spark).sources().get(0);

    assertThat(out.rows()).hasSize(33);
    assertThat(source.rows()).hasValue(100);
    assertThat(source.files()).hasValue(4);
    assertThat(source.bytes().orElseThrow()).isPositive();
    assertThat(source.reads()).hasValue(1);
  }
}
