package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.io.memory.DatasetSink;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Batches of streams as lists, and given to code of one's own. */
@SparkTest
class InMemoryEpochsTest extends EpochSinkContract {

  private final SparkKit kit;
  private final InMemorySink<Item> kept = InMemory.sink(Item.class);

  InMemoryEpochsTest(SparkKit kit) {
    this.kit = kit;
  }

  @Override
  SparkSession spark() {
    return kit.spark();
  }

  @Override
  EpochSink<Item> sink() {
    return kept;
  }

  @Override
  List<Item> there() {
    return kept.rows();
  }

  @Override
  boolean tellsLastEpoch() {
    return false;
  }

  @Override
  boolean isKeyed() {
    return false;
  }

  @Test
  void theRowsOfAnEpochCanBeAskedFor() {
    Item item = new Item(1, 1, "one", 1);
    write(STREAM, 0);
    write(STREAM, 1, item);

    assertThat(kept.rows(new Epoch(STREAM, 1))).containsExactly(item);
    assertThat(kept.rows(new Epoch(STREAM, 2))).isEmpty();
  }

  @Test
  void codeGetsTypedRowsAndTheirEpoch() {
    Item item = new Item(1, 1, "one", 1);
    List<Epoch> epochs = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    DatasetSink<Item> sink =
        Datasets.forEachBatch(
            Item.class,
            (rows, epoch) -> {
              epochs.add(epoch);
              items.addAll(rows.collectAsList());
            });

    sink.write(rows(item), new Epoch(STREAM, 7));

    assertThat(items).containsExactly(item);
    assertThat(epochs).containsExactly(new Epoch(STREAM, 7));
  }

  @Test
  void onlyItsAuthorKnowsWhetherCodeMayBeRepeated() {
    DatasetSink<Item> sink = Datasets.forEachBatch(Item.class, (rows, epoch) -> rows.count());

    assertThat(sink.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    assertThat(sink.idempotent().delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
  }

  @Test
  void whatCodeThrowsTellsTheEpoch() {
    DatasetSink<Item> sink =
        Datasets.forEachBatch(
            Item.class,
            (rows, epoch) -> {
              throw new IOException("the disk is full");
            });

    assertThatThrownBy(() -> sink.write(rows(), new Epoch(STREAM, 7)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("code for each batch of Item: epoch 7 of shop/items failed: the disk is full")
        .hasCauseInstanceOf(IOException.class);
  }
}
