package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.io.file.Files;
import dev.sluice.spark.bridge.StreamSources;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that knows its sources by their names, as Spark 4.2 writes it, and an older Spark. */
@SparkTest
@Timeout(120)
@Tag("smoke")
class NamedCheckpointTest {

  record Item(int id) {}

  private static final String OF_NAMES = "\"" + StreamSources.SOURCE_EVOLUTION + "\":\"true\"";

  private final SparkKit kit;
  private final Delivered<Item> items = Delivered.of(Item.class);

  @TempDir
  Path checkpoints;

  NamedCheckpointTest(SparkKit kit) {
    this.kit = kit;
  }

  private void run() {
    Pipeline pipeline = Pipeline.named("items");
    pipeline.source("files", Files.json(Item.class, kit.path("files")).followed())
        .sink("items", items);
    Streaming.of(pipeline)
        .checkpoints(checkpoints.toString())
        .trigger(Trigger.availableNow())
        .start(kit.spark())
        .await();
  }

  private Path offsets() {
    return checkpoints.resolve("items/stream/offsets/0");
  }

  @Test
  void aSparkThatKnowsNamesWritesThemWithTheOffsets() throws IOException {
    assumeTrue(SourceNames.areKnown());
    kit.file("files/1.json", "{\"id\":1}");

    run();

    List<String> lines = java.nio.file.Files.readAllLines(offsets());
    assertThat(lines.get(0)).isEqualTo("v2");
    assertThat(lines.get(1)).contains(OF_NAMES);
    assertThat(lines.get(2)).startsWith("files:{");
  }

  @Test
  void isRefusedByASparkThatKnowsNoneBeforeAnyWrite() throws IOException {
    assumeFalse(SourceNames.areKnown());
    kit.file("files/1.json", "{\"id\":1}");
    run();
    writeAsByNames();
    items.clear();
    kit.file("files/2.json", "{\"id\":2}");

    assertThatThrownBy(this::run)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("CKPT-011: the checkpoint ")
        .hasMessageContaining(
            "%s knows its sources by their names, which Spark %s does not. Run this stream with Spark 4.2 or later"
                .formatted(checkpoints.resolve("items/stream"), kit.spark().version()));
    assertThat(items.epochs()).isEmpty();
  }

  /** Makes the offsets what a newer Spark would have written. */
  private void writeAsByNames() throws IOException {
    List<String> lines = java.nio.file.Files.readAllLines(offsets());
    java.nio.file.Files.writeString(
        offsets(),
        String.join(
            "\n",
            "v2",
            lines.get(1).replaceFirst("\"conf\":\\{", "\"conf\":{" + OF_NAMES + ","),
            "files:" + lines.get(2)));
    java.nio.file.Files.deleteIfExists(offsets().resolveSibling(".0.crc"));
  }
}
