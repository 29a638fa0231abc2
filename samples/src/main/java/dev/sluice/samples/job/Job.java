package dev.sluice.samples.job;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.run.ConsoleProgress;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A pipeline run from the command line: with a progress display, a report, and an exit code.
 *
 * @param pipeline what runs
 * @param options how it runs
 * @param report where the report goes as JSON, if anywhere
 */
public record Job(Pipeline pipeline, RunOptions options, Optional<Path> report) {

  /** The output that may well be empty. */
  private static final String QUARANTINE = "quarantine";

  /**
   * Checks the input, runs the pipeline, prints its report, and looks whether every output has
   * rows.
   *
   * @param spark the session to run in
   * @return 0; 1 if the check or the run failed, or an output is empty
   * @throws IOException if the report cannot be written
   */
  public int run(SparkSession spark) throws IOException {
    try {
      RunReport done = pipeline.run(spark, options.listener(new ConsoleProgress()));
      publish(done);
      return complaints(done) ? 1 : 0;
    } catch (PipelineException e) {
      System.err.println(e.getMessage());
    } catch (RunFailedException e) {
      publish(e.report());
      System.err.println(e.getMessage());
    }
    return 1;
  }

  private void publish(RunReport done) throws IOException {
    System.out.println(done.toText());
    if (report.isPresent()) {
      done.writeJson(report.get());
    }
  }

  private static boolean complaints(RunReport done) {
    List<String> empty = emptyOutputs(done);
    empty.forEach(sink -> System.err.println("output " + sink + " is empty"));
    return !empty.isEmpty();
  }

  /** The names of the outputs without rows, or not known to have any. */
  static List<String> emptyOutputs(RunReport done) {
    return done.sinks().stream()
        .filter(sink -> sink.status() == RunStatus.SUCCEEDED)
        .filter(sink -> !sink.name().equals(QUARANTINE))
        .filter(sink -> sink.rows().orElse(0) == 0)
        .map(SinkReport::name)
        .toList();
  }
}
