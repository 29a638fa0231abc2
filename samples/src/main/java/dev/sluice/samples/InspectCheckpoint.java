package dev.sluice.samples;

import dev.sluice.streaming.checkpoint.Checkpoint;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is in checkpoints, while streams run on them or not. */
@Command(
    name = "inspect-checkpoint",
    description = "Show how far streams are, what they remember, and who runs them")
final class InspectCheckpoint implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "DIRECTORY", description = "A checkpoint, or a directory of them")
  private String directory;

  @Option(names = "--rows", description = "Count the rows that are remembered; starts Spark")
  private boolean rows;

  @Override
  public Integer call() throws IOException {
    if (rows) {
      try (SparkSession spark =
          SparkSession.builder()
              .master("local[*]")
              .config("spark.ui.enabled", false)
              .getOrCreate()) {
        print(Checkpoint.at(directory, spark));
      }
    } else {
      print(Checkpoint.at(directory));
    }
    return 0;
  }

  private void print(Checkpoint checkpoint) {
    spec.commandLine().getOut().print(checkpoint.describe());
    spec.commandLine().getOut().flush();
  }
}
