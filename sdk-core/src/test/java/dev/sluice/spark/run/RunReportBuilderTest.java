package dev.sluice.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.spark.compile.TestSpark;
import dev.sluice.spark.metrics.RunFigures;
import dev.sluice.spark.metrics.RunObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
class RunReportBuilderTest {

  private static SparkSession spark;

  @TempDir
  Path dir;

  private final RunReportBuilder builder = new RunReportBuilder("shop", "r1", Instant.EPOCH);
  private Dataset<Row> orders;
  private Dataset<Row> products;

  @BeforeAll
  static void start() {
    spark = TestSpark.session();
  }

  @BeforeEach
  void write() {
    orders = parquet("orders", 1_000);
    products = parquet("products", 10);
    builder.source("orders", "parquet orders", orders);
    builder.source("products", "parquet products", products);
    builder.sink("joined", "parquet joined").sink("other", "parquet other");
  }

  private Dataset<Row> parquet(String name, long rows) {
    String path = dir.resolve(name).toString();
    spark.range(rows).toDF("id").write().parquet(path);
    return spark.read().parquet(path);
  }

  private RunFigures run(String sink, Dataset<Row> rows) throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "r1")) {
      observer.sink(
          sink,
          () -> {
            rows.write().parquet(dir.resolve(sink).toString());
            return sink;
          });
      return observer.await(Duration.ofSeconds(30));
    }
  }

  @Test
  void givesEachSourceTheFiguresOfItsOwnScan() throws Exception {
    RunFigures figures = run("joined", orders.join(products, "id"));
    RunReport report = builder.build(RunStatus.SUCCEEDED, 1.0, figures);

    SourceReport read = report.source("orders").orElseThrow();
    assertThat(read.rows()).hasValue(1_000);
    assertThat(read.reads()).hasValue(1);
    assertThat(read.malformed()).isEmpty();
    assertThat(report.source("products").orElseThrow().rows()).hasValue(10);
  }

  @Test
  void doesNotAddUpTheReadingsOfASourceThatIsReadTwice() throws Exception {
    RunFigures figures = run("joined", orders.where("id < 900").union(orders.where("id > 100")));
    SourceReport read =
        builder.build(RunStatus.SUCCEEDED, 1.0, figures).source("orders").orElseThrow();

    assertThat(read.rows()).hasValue(1_000);
    assertThat(read.reads()).hasValue(2);
  }

  @Test
  void givesTheSinkItsFigures() throws Exception {
    RunFigures figures = run("joined", orders.join(products, "id"));
    builder.sinkEnded("joined", RunStatus.SUCCEEDED, Optional.empty());

    SinkReport sink = builder.build(RunStatus.SUCCEEDED, 1.0, figures).sink("joined").orElseThrow();
    assertThat(sink.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sink.rows()).hasValue(10);
    assertThat(sink.rowsPerSecond()).isPresent();
    assertThat(sink.spillBytes()).hasValue(0);
  }

  @Test
  void knowsNothingOfASinkThatWasNotStarted() throws Exception {
    RunFigures figures = run("joined", orders);

    SinkReport sink = builder.build(RunStatus.FAILED, 1.0, figures).sink("other").orElseThrow();
    assertThat(sink.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(sink.rows()).isEmpty();
    assertThat(sink.spillBytes()).isEmpty();
  }

  @Test
  void knowsNoRowsOfASinkThatFailedAfterItsQuery() throws Exception {
    RunFigures figures = run("joined", orders);
    builder.sinkEnded("joined", RunStatus.FAILED, Optional.of("rename refused"));

    SinkReport sink = builder.build(RunStatus.FAILED, 1.0, figures).sink("joined").orElseThrow();
    assertThat(sink.rows()).isEmpty();
    assertThat(sink.error()).hasValue("rename refused");
  }

  @Test
  void notesWhyFiguresMayBeWrong() throws Exception {
    RunFigures all = run("joined", orders);
    RunFigures some = new RunFigures(all.sinks(), all.observed(), List.of("Not all was heard."));

    assertThat(builder.build(RunStatus.SUCCEEDED, 1.0, some).notes())
        .containsExactly("Not all was heard.");
  }

  @Test
  void refusesTheEndOfASinkThatTheRunDoesNotHave() {
    assertThatThrownBy(() -> builder.sinkEnded("nobody", RunStatus.SUCCEEDED, Optional.empty()))
        .hasMessageContaining("nobody");
  }
}
