package dev.sluice.spark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.RunFailedException;
import dev.sluice.RunReport;
import dev.sluice.RunStatus;
import dev.sluice.SourceReport;
import dev.sluice.StageReport;
import dev.sluice.io.InMemory;
import dev.sluice.io.Source;
import dev.sluice.io.SourceCapability;
import dev.sluice.quality.Rejected;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

/** Where rejected rows go, and what happens if there are none, or too many. */
class QuarantineTest {

  record Item(int id, Integer stock) {}

  /** Texts as items; what is no number cannot be parsed. */
  record Texts(List<String> texts, LongAccumulator read) implements Source<Item> {
    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "texts";
    }

    @Override
    public Set<SourceCapability> capabilities() {
      return Set.of(SourceCapability.BOUNDED, SourceCapability.PARSES);
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      LongAccumulator counter = read;
      return spark
          .createDataset(texts, Encoders.STRING())
          .filter(
              (FilterFunction<String>)
                  text -> {
                    counter.add(1);
                    return true;
                  })
          .selectExpr(
              "try_cast(value as int) as id",
              "try_cast(value as int) as stock",
              "if(try_cast(value as int) is null, value, null) as " + MALFORMED);
    }
  }

  private final SparkSession spark = TestSpark.session();
  private final LongAccumulator read = spark.sparkContext().longAccumulator();
  private final Pipeline pipeline = Pipeline.named("quarantined");
  private final Gathered<Item> items = Gathered.adding(Item.class);
  private final Gathered<Rejected> quarantine = Gathered.adding(Rejected.class);

  @Test
  void rowsThatCannotBeParsedAreRejectedWithTheirText() {
    pipeline.source("texts", texts("1", "two", "3")).sink("items", items);
    pipeline.quarantine(quarantine);

    RunReport report = pipeline.run(spark);

    assertThat(items.rows()).extracting(Item::id).containsExactlyInAnyOrder(1, 3);
    assertThat(quarantine.rows())
        .containsExactly(
            new Rejected(
                "quarantined",
                "texts",
                "texts",
                List.of("cannot be parsed"),
                "two",
                report.started().truncatedTo(ChronoUnit.MICROS)));
    SourceReport source = report.source("texts").orElseThrow();
    assertThat(source.rows()).hasValue(3);
    assertThat(source.malformed()).hasValue(1);
  }

  @Test
  void aPipelinesQuarantineCollectsWhatAllStagesReject() {
    CheckedStage<Item> texts = pipeline.source("texts", texts("1", "two", "3"));
    CheckedStage<Item> first = texts.clean("first", c -> c.require("not 1", col(Item::id).ne(1)));
    CheckedStage<Item> own = texts.clean("own", c -> c.require("not 3", col(Item::id).ne(3)));
    first.clean("second", c -> c.require("not 3", col(Item::id).ne(3))).sink("items", items);
    own.sink("own items", Gathered.adding(Item.class));
    Gathered<Rejected> ownRejected = Gathered.adding(Rejected.class);
    own.rejected().sink("own rejected", ownRejected);
    pipeline.quarantine(quarantine);

    RunReport report = pipeline.run(spark);

    assertThat(quarantine.rows())
        .extracting(Rejected::stage)
        .containsExactlyInAnyOrder("texts", "first", "second");
    assertThat(quarantine.rows()).extracting(Rejected::source).containsOnly("texts");
    assertThat(ownRejected.rows()).extracting(Rejected::stage).containsExactly("own");
    assertThat(report.sink("quarantine").orElseThrow().rows()).hasValue(3);
  }

  @Test
  void allRejectedRowsOfARunCarryItsStart() {
    CheckedStage<Item> clean =
        source(new Item(1, 0)).clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean.sink("items", items);
    clean.rejected().sink("a", quarantine).sink("b", quarantine);

    RunReport report = pipeline.run(spark);

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

    RunReport report = pipeline.run(spark);

    assertThat(quarantine.timesWritten()).isZero();
    assertThat(report.sink("rejected").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(report.sink("rejected").orElseThrow().rows()).hasValue(0);
  }

  @Test
  void whereNothingWasRejectedASinkThatReplacesBecomesEmptyWithoutAPassOverTheData() {
    Gathered<Rejected> replaced = Gathered.replacing(Rejected.class);
    CheckedStage<Item> clean =
        pipeline
            .source("texts", texts("1"))
            .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)));
    clean.sink("items", items);
    pipeline.quarantine(replaced);

    pipeline.run(spark);

    assertThat(replaced.timesWritten()).isOne();
    assertThat(replaced.rows()).isEmpty();
    assertThat(read.value()).isEqualTo(1);
  }

  @Test
  void rejectedRowsAreFoundThoughNoSinkTakesTheAcceptedOnes() {
    source(new Item(1, 0), new Item(2, 1))
        .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)))
        .rejected()
        .sink("rejected", quarantine);

    StageReport report = pipeline.run(spark).stage("clean").orElseThrow();

    assertThat(quarantine.rows()).hasSize(1);
    assertThat(report.rowsIn()).hasValue(2);
    assertThat(report.accepted()).hasValue(1);
    assertThat(report.rejectedRows()).hasValue(1);
  }

  @Test
  void aLimitOfRejectedRowsFailsTheRunBeforeAnythingIsWritten() {
    source(new Item(1, 0), new Item(2, 0), new Item(3, 1))
        .sink("raw", items)
        .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)).rejectAtMost(1))
        .sink("items", items);

    assertThatThrownBy(() -> pipeline.run(spark))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            e -> {
              assertThat(e)
                  .hasMessageContaining("stage 'clean' (QuarantineTest.java:")
                  .hasMessageContaining("2 of 3 rows were rejected")
                  .hasMessageContaining("'stock' 2");
              assertThat(e.report().stage("clean").orElseThrow().rejectedRows()).hasValue(2);
              assertThat(e.report().sinks()).allMatch(sink -> sink.status() == RunStatus.CANCELLED);
            });
    assertThat(items.timesWritten()).isZero();
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
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

    RunReport report = pipeline.run(spark);

    assertThat(items.rows()).containsExactly(new Item(2, 1));
    assertThat(quarantine.rows()).hasSize(1);
    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
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

    RunReport report = pipeline.run(spark);

    assertThat(items.rows()).containsExactly(new Item(2, 1));
    assertThat(report.stage("clean").orElseThrow().rejectedRows()).hasValue(1);
  }

  @Test
  void aLimitThatHoldsCostsNoSecondComputation() {
    CheckedStage<Item> clean =
        pipeline
            .source("texts", texts("0", "1", "2"))
            .clean("clean", c -> c.require("stock", col(Item::stock).gt(0)).rejectAtMostShare(0.5));
    clean.sink("items", items);

    RunReport report = pipeline.run(spark);

    assertThat(items.rows()).hasSize(2);
    assertThat(read.value()).isEqualTo(3);
    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
  }

  private Texts texts(String... texts) {
    return new Texts(List.of(texts), read);
  }

  private CheckedStage<Item> source(Item... rows) {
    return pipeline.source("items", InMemory.rows(Item.class, List.of(rows)));
  }
}
