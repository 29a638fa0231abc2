package dev.sluice.samples.guide;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.ConsoleProgress;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunListener;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class RunningTest extends Shop {

  // #region listener
  static final class Failures implements RunListener {
    final List<String> messages = new ArrayList<>();

    @Override
    public void sinkFinished(SinkFinished event) {
      event.error().ifPresent(error -> messages.add(event.sink() + ": " + error));
    }
  }
  // #endregion

  // #region main
  static void runOnce(Pipeline pipeline, Path report) throws IOException {
    try (SparkSession spark = Sessions.submittedOrEmbedded("shop").getOrCreate()) {
      RunReport done = pipeline.run(spark, RunOptions.defaults()
          .parallelSinks(2)
          .listener(new ConsoleProgress()));
      System.out.println(done.toText());
      done.writeJson(report);
    } catch (RunFailedException e) {
      e.report().writeJson(report);
      throw e;
    }
  }
  // #endregion

  @Test
  void aReportOfEachSink(SparkKit kit, SparkSession spark) {
    Path folder = kit.directory();
    lines.sink("lines", InMemory.sink(Line.class));
    Failures failures = new Failures();

    // #region report
    RunReport report = pipeline.run(spark, RunOptions.defaults().listener(failures));

    long rows = report.sink("lines").orElseThrow().rows().orElseThrow();
    report.writeJson(folder.resolve("run.json"));
    // #endregion

    assertThat(report).succeeded().wroteRows("lines", 3);
    assertThat(rows).isEqualTo(3);
    assertThat(folder.resolve("run.json")).content().contains("\"version\" : 1");
    assertThat(failures.messages).isEmpty();
  }

  @Test
  void aRunThatIsCancelled(SparkSession spark) {
    lines.sink("lines", InMemory.sink(Line.class));

    // #region cancel
    PipelineRun run = pipeline.start(spark, RunOptions.defaults());
    run.cancel("the service shuts down");
    RunFailedException cancelled = assertThrows(RunFailedException.class, run::await);
    // #endregion

    assertThat(cancelled).hasMessageContaining("the service shuts down");
  }
}
// @formatter:on
