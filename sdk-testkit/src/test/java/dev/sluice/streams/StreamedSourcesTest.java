package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FollowedFiles;
import dev.sluice.quality.Rejected;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that a pipeline follows when it runs as a stream. */
@SparkTest
class StreamedSourcesTest {

  record Item(int id, String name) {}

  private final SparkKit kit;

  @TempDir
  Path checkpoints;

  StreamedSourcesTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  /** Of what is rejected, all that does not depend on when, and in which pipeline. */
  private static List<Tuple> shown(List<Rejected> rejected) {
    return rejected.stream()
        .map(r -> new Tuple(r.reasons(), r.row(), r.file(), r.line(), r.offset()))
        .toList();
  }

  private static Pipeline pipeline(
      Source<Item> source, Delivered<Item> rows, Delivered<Rejected> rejected) {
    Pipeline pipeline = Pipeline.named("items");
    CheckedStage<Item> items = pipeline.source("items", source);
    items.sink("rows", rows);
    items.rejected().sink("rejected", rejected);
    return pipeline;
  }

  @Test
  void aStreamOfFilesRejectsWhatABatchRunRejectsWithTheSameLines() {
    kit.file("in/a.csv", "name,id\na,1\nb,x\n\nc,3\n");
    kit.file("in/b.csv", "id,name\n4,\"d\n5,e\n");
    FollowedFiles<Item> files = Files.csv(Item.class, kit.path("in")).header().followed();
    Delivered<Item> rows = Delivered.of(Item.class);
    Delivered<Rejected> rejected = Delivered.of(Rejected.class);

    Streaming.of(pipeline(files, rows, rejected))
        .checkpoints(checkpoints.toString()).trigger(Trigger.availableNow())
        .start(kit.spark()).await();

    CheckedStage<Item> inBatch = kit.source(Files.csv(Item.class, kit.path("in")).header());
    assertThat(rows.rows())
        .containsExactlyInAnyOrderElementsOf(inBatch.collect(kit.spark())).hasSize(3);
    assertThat(shown(rejected.rows()))
        .containsExactlyInAnyOrderElementsOf(
            shown(inBatch.rejected().collect(kit.spark())))
        .hasSize(3);
  }

  @Test
  void aStreamMayWaitForItsFirstFileWhereABatchRunNeedsOne() throws Exception {
    String empty = java.nio.file.Files.createDirectory(Path.of(kit.path("empty"))).toString();
    FollowedFiles<Item> files = Files.parquet(Item.class, empty).followed();
    Pipeline pipeline = Pipeline.named("items");
    pipeline.source("items", files).sink("rows", Delivered.of(Item.class));
    Streaming stream = Streaming.of(pipeline).checkpoints(checkpoints.toString());

    assertThat(files.check(kit.spark())).isNotEmpty();
    assertThatCode(() -> stream.check(kit.spark())).doesNotThrowAnyException();
  }
}
