package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Pipeline;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunListener;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session that somebody stops while a pipeline runs in it. */
@Timeout(120)
class StoppedSessionTest {

  record Item(int id) {}

  private final SparkSession spark = TestSpark.session();
  private final List<RunReport> finished = new CopyOnWriteArrayList<>();

  private Pipeline pipeline(Path dir) {
    Pipeline pipeline = Pipeline.named("stopped");
    var rows = spark.range(0, 8, 1, 4).selectExpr("cast(id as int) id");
    var items = pipeline.source("items", Datasets.of(Item.class, rows)).distinct();
    items.sink("a", Files.parquet(Item.class, dir + "/a").overwrite());
    items.sink("b", Files.parquet(Item.class, dir + "/b").overwrite());
    return pipeline;
  }

  private RunFailedException failureWhenStopped(Path dir, RunListener stopping) {
    RunListener listening =
        new RunListener() {
          @Override
          public void runFinished(RunReport report) {
            finished.add(report);
          }
        };
    return catchThrowableOfType(
        RunFailedException.class,
        () -> pipeline(dir).run(spark,
            RunOptions.defaults().listener(stopping).listener(listening)));
  }

  private void isToldAsAFailure(RunFailedException failure) {
    assertThat(failure)
        .hasMessageContaining("the Spark session was stopped while the pipeline ran");
    assertThat(failure.report().status()).isEqualTo(RunStatus.FAILED);
    assertThat(failure.report().sinks()).hasSize(2);
    assertThat(finished).containsExactly(failure.report());
  }

  @Test
  void stoppedAtTheStartItFailsWithAReport(@TempDir Path dir) {
    isToldAsAFailure(
        failureWhenStopped(
            dir,
            new RunListener() {
              @Override
              public void runStarted(RunStarted event) {
                spark.stop();
              }
            }));
  }

  @Test
  void stoppedBeforeASinkItFailsWithAReport(@TempDir Path dir) {
    isToldAsAFailure(
        failureWhenStopped(
            dir,
            new RunListener() {
              @Override
              public void sinkStarted(SinkStarted event) {
                spark.stop();
              }
            }));
  }

  record Text(String value) {}

  @Test
  void stoppedWhileTasksRunItFailsWithAReport(@TempDir Path dir) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Latches.put(running);
    Pipeline pipeline = Pipeline.named("stopped");
    pipeline
        .source("texts", InMemory.rows(Text.class, List.of(new Text("a"))))
        .select(row(Text::new)
            .of(udf("spin", String.class, String.class, Latches::spin).call(col(Text::value))))
        .sink("texts", Files.parquet(Text.class, dir + "/texts").overwrite());

    PipelineRun run = pipeline.start(spark, RunOptions.defaults());
    assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
    spark.stop();
    RunFailedException failure = catchThrowableOfType(RunFailedException.class, run::await);

    assertThat(failure)
        .hasMessageContaining("the Spark session was stopped while the pipeline ran");
    assertThat(failure.report().status()).isEqualTo(RunStatus.FAILED);
    assertThat(dir).isEmptyDirectory();
  }
}
