package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.Files;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Batches of streams in files. */
@SparkTest(
    conf = {
        // compiling the plans takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    })
class FileEpochsTest {

  private static int targets;

  private final SparkKit kit;
  private final String path;

  FileEpochsTest(SparkKit kit) {
    this.kit = kit;
    this.path = kit.path("items" + targets++);
  }

  @Nested
  class Parquet extends EpochSinkContract {

    @Override
    SparkSession spark() {
      return kit.spark();
    }

    @Override
    EpochSink<Item> sink() {
      return Files.parquet(Item.class, path).append();
    }

    /** By Spark alone. */
    @Override
    List<Item> there() {
      return RecordRows.collect(kit.spark().read().parquet(path), Item.class);
    }

    @Override
    boolean isKeyed() {
      return false;
    }

    @Test
    void anEpochThatIsThereIsSkipped() {
      write(STREAM, 4, new Item(1, 1, "one", 1));

      assertThat(write(STREAM, 3).reason()).contains("epoch 3 of shop/items is there already");
    }

    @Test
    void streamsMayWriteAtTheSameTime() {
      Stream.of("a", "b", "c")
          .map(
              stream -> CompletableFuture.runAsync(
                  () -> write(stream, 0, new Item(stream.charAt(0), 1, stream, 1))))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(there()).extracting(Item::text).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aRunForTheSameFilesGoesOnAsBefore() {
      write(STREAM, 0, new Item(1, 1, "one", 1));
      Files.parquet(Item.class, path).append().write(rows(new Item(2, 1, "two", 1)));
      write(STREAM, 0, new Item(1, 1, "one", 1));

      assertThat(there()).extracting(Item::id).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void othersThanAddedFilesAreRefused() {
      for (FileSink<Item> sink : List.of(
          Files.parquet(Item.class, path).overwrite(),
          Files.parquet(Item.class, path).overwriteAll())) {
        assertThat(sink.streamProblems()).singleElement().asString().contains(
            "each would replace those before it: take append()");
        assertThatIllegalStateException()
            .isThrownBy(() -> sink.write(rows(), new Epoch(STREAM, 0)));
      }
    }

    @Test
    void writtenInPlaceAnEpochMayBeThereTwice() {
      FileSink<Item> sink = Files.parquet(Item.class, path).append().inPlace();
      sink.write(rows(new Item(1, 1, "one", 1)), new Epoch(STREAM, 0));
      sink.write(rows(new Item(1, 1, "one", 1)), new Epoch(STREAM, 0));

      assertThat(there()).hasSize(2);
      assertThat(sink.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    }
  }

  @Nested
  class CsvInPartitions extends EpochSinkContract {

    @Override
    SparkSession spark() {
      return kit.spark();
    }

    @Override
    EpochSink<Item> sink() {
      return Files.csv(Item.class, path).header().append().partitionBy(Item::part);
    }

    @Override
    List<Item> there() {
      return kit.source(Files.csv(Item.class, path).header()).collect(kit.spark());
    }

    @Override
    boolean isKeyed() {
      return false;
    }
  }
}
