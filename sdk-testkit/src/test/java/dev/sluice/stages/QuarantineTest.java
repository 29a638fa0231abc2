package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where rejected rows go, and what happens if there are none, or too many. What a run would keep in
 * memory is a leak that the session reports.
 */
@SparkTest
class QuarantineTest {

  record Item(int id, Integer stock) {}

  /** Texts as items; what is no number cannot be parsed. */
  record Texts(List<String> texts, LongAccumulator read) implements BoundedSource<Item> {
    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "texts";
    }

    @Override
    public boolean mayReject() {
      return true;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      LongAccumulator counter = read;
      return spark
          .createDataset(texts, Encoders.STRING())
          .filter(
              (FilterFunction<String>) text -> {
                counter.add(1);
                return true;
              })
          .selectExpr(
              "try_cast(value as int) as id",
              "try_cast(value as int) as stock",
              "if(try_cast(value as int) is null, value, null) as " + MALFORMED);
    }
  }

  /** Keeps rows in memory, and counts how often it was written. */
  record CountedSink<T extends Record>(
      InMemorySink<T> kept, WriteMode mode, AtomicInteger times) implements BatchSink<T> {

    static <T extends Record> CountedSink<T> of(Class<T> type, WriteMode mode) {
      return new CountedSink<>(InMemory.sink(type), mode, new AtomicInteger());
    }

    List<T> rows() {
      return kept.rows();
    }

    @Override
    public Class<T> type() {
      return kept.type();
    }

    @Override
    public String description() {
      return "counted " + kept.description();
    }

    @Override
    public WriteMode mode() {
      return mode;
    }

    @Override
    public Written write(Dataset<Row> rows) {
      times.incrementAndGet();
      if (mode instanceof WriteMode.Overwrite) {
        kept.clear();
      }
      return kept.write(rows);
    }
  }

  private final CountedSink<Item> items = CountedSink.of(Item.class, WriteMode.append());
  private final CountedSink<Rejected> quarantine =
      CountedSink.of(Rejected.class, WriteMode.append());
  private SparkKit kit;
  private LongAccumulator read;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    read = kit.spark().sparkContext().longAccumulator();
  }

  @Test
  void rowsThatCannotBeParsedAreRejectedWithTheirText() {
    kit.source(texts("1", "two", "3")).sink("items", items);
    kit.pipeline().quarantine(quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThatRows(Item.class, items.rows()).hasRows(new Item(1, 1), new Item(3, 3));
    assertThatRows(Rejected.class, quarantine.rows())
        .hasRows(
            new Rejected(
                "test",
                "Item",
                "texts",
                List.of("cannot be parsed"),
                "two",
                report.started().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    assertThat(report).readRows("Item", 3).malformedRows("Item", 1);
  }

  @Test
  void aPipelinesQuarantineCollectsWhatAllStagesReject() {
    CheckedStage<Item> texts = kit.source(texts("1", "two", "3"));
    CheckedStage<Item> first = texts.clean("first", c -> c.require("not 1", col(Item::id).ne(1)));
    CheckedStage<Item> own = texts.clean("own", c -> c.require("not 3", col(Item::id).ne(3)));
    first.clean("second", c -> c.require("not 3", col(Item::id).ne(3))).sink("items", items);
    own.sink("own items", InMemory.sink(Item.class));
    InMemorySink<Rejected> ownRejected = InMemory.sink(Rejected.class);
    own.rejected().sink("own rejected", ownRejected);
    kit.pipeline().quarantine(quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(quarantine.rows())
        .extracting(Rejected::stage)
        .containsExactlyInAnyOrder("Item", "first", "second");
    assertThat(quarantine.rows()).extracting(Rejected::source).containsOnly("texts");
    assertThat(ownRejected.rows()).extracting(Rejected::stage).containsExactly("own");
    assertThat(report).wroteRows("quarantine", 3);
  }

  @Test
  void allRejectedRowsOfARunCarryItsStart() {
    CheckedStage<Item> clean =
        source(new Item(1, 0)).clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean.sink("items", items);
    clean.rejected().sink("a", quarantine).sink("b", quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(quarantine.rows())
        .extracting(Rejected::at)
        .containsOnly(report.started().truncatedTo(ChronoUnit.MICROS))
        .hasSize(2);
  }

  @Test
  void whereNothingWasRejectedASinkThatAddsIsLeftAlone() {
    CheckedStage<Item> clean =
        source(new Item(1, 1)).clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean.sink("items", items);
    clean.rejected().sink("rejected", quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(quarantine.times()).hasValue(0);
    assertThat(report).wroteRows("rejected", 0);
    assertThat(report.sink("rejected").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void whereNothingWasRejectedASinkThatReplacesBecomesEmptyWithoutAPassOverTheData() {
    CountedSink<Rejected> replaced = CountedSink.of(Rejected.class, WriteMode.overwrite());
    CheckedStage<Item> clean =
        kit.source(texts("1")).clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean.sink("items", items);
    kit.pipeline().quarantine(replaced);

    kit.pipeline().run(kit.spark());

    assertThat(replaced.times()).hasValue(1);
    assertThat(replaced.rows()).isEmpty();
    assertThat(read.value()).isEqualTo(1);
  }

  @Test
  void rejectedRowsAreFoundThoughNoSinkTakesTheAcceptedOnes() {
    source(new Item(1, 0), new Item(2, 1))
        .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)))
        .rejected()
        .sink("rejected", quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThatRows(Rejected.class, quarantine.rows()).hasCount(1);
    assertThat(report).receivedRows("clean", 2).acceptedRows("clean", 1).rejectedRows("clean", 1);
  }

  @Test
  void aLimitOfRejectedRowsFailsTheRunBeforeAnythingIsWritten() {
    source(new Item(1, 0), new Item(2, 0), new Item(3, 1))
        .sink("raw", items)
        .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)).rejectAtMost(1))
        .sink("items", items);

    assertThatThrownBy(() -> kit.pipeline().run(kit.spark()))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            e -> {
              assertThat(e)
                  .hasMessageContaining("stage 'clean' (QuarantineTest.java:")
                  .hasMessageContaining("2 of 3 rows were rejected")
                  .hasMessageContaining("'stock' 2");
              assertThat(e.report()).rejectedRows("clean", 2);
              assertThat(e.report().sinks()).allMatch(sink -> sink.status() == RunStatus.CANCELLED);
            });
    assertThat(items.times()).hasValue(0);
  }

  @Test
  void underALimitThatHoldsRejectedRowsAreQuarantined() {
    CheckedStage<Item> clean =
        source(new Item(1, 0), new Item(2, 1))
            .clean(
                "clean",
                c -> c.dedupe(Item::id).require("stock", col(Item::stock).gt(0)).rejectAtMost(1));
    clean.sink("items", items);
    clean.rejected().sink("rejected", quarantine);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThatRows(Item.class, items.rows()).hasRows(new Item(2, 1));
    assertThatRows(Rejected.class, quarantine.rows()).hasCount(1);
    assertThat(report).isConserved();
  }

  @Test
  void acceptedAndRejectedRowsMayMeetInOneSink() {
    CheckedStage<Item> clean =
        source(new Item(1, 0), new Item(2, 1))
            .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean
        .crossJoin(clean.rejected())
        .select((i, r) -> row(Item::new).of(i.col(Item::id), i.col(Item::stock)))
        .sink("items", items);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThatRows(Item.class, items.rows()).hasRows(new Item(2, 1));
    assertThat(report).rejectedRows("clean", 1);
  }

  @Test
  void aLimitThatHoldsCostsNoSecondComputation() {
    CheckedStage<Item> clean =
        kit.source(texts("0", "1", "2"))
            .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)).rejectAtMostShare(0.5));
    clean.sink("items", items);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThatRows(Item.class, items.rows()).hasRows(new Item(1, 1), new Item(2, 2));
    assertThat(read.value()).isEqualTo(3);
    assertThat(report).isConserved();
  }

  private Texts texts(String... texts) {
    return new Texts(List.of(texts), read);
  }

  private CheckedStage<Item> source(Item... rows) {
    return kit.rows(Item.class, rows);
  }
}
