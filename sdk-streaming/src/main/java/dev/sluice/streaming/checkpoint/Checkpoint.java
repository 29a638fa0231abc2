package dev.sluice.streaming.checkpoint;

import dev.sluice.spark.bridge.HadoopSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The checkpoints in a directory, to look at: how far sources are read, what is remembered, who runs
 * on them. Nothing is changed, and a stream that runs is not disturbed.
 *
 * <pre>{@code
 * Checkpoint.at("/data/checkpoints").describe();
 * // checkpoint file:/data/checkpoints/auction/stream
 * //   pipeline     auction, query stream, last by Spark 4.2.0
 * //   epochs       41 is done, none is in hand
 * //   watermark    2026-03-01T12:01:01Z
 * //   …
 * }</pre>
 */
public final class Checkpoint {

  /** Below a directory of checkpoints are those of pipelines, and of their queries. */
  private static final int DEPTH = 3;

  private final String directory;
  private final Configuration configuration;
  private final Optional<SparkSession> spark;

  private Checkpoint(
      String directory, Configuration configuration, Optional<SparkSession> spark) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.configuration = configuration;
    this.spark = spark;
  }

  /**
   * Of a directory, with Hadoop's settings on the class path; no session is needed.
   *
   * @param directory that of a query, or one above, such as {@code Streaming.checkpoints} takes
   */
  public static Checkpoint at(String directory) {
    return new Checkpoint(directory, new Configuration(), Optional.empty());
  }

  /**
   * Of a directory, with the settings of a session, which counts the remembered rows, too; for that
   * it reads the state.
   *
   * @param directory that of a query, or one above, such as {@code Streaming.checkpoints} takes
   * @param spark the session
   */
  public static Checkpoint at(String directory, SparkSession spark) {
    return new Checkpoint(directory, HadoopSettings.of(spark), Optional.of(spark));
  }

  /**
   * What is known of each checkpoint in the directory, secrets masked.
   *
   * @return several lines for each; one line if there is none
   * @throws UncheckedIOException if the directory cannot be read
   */
  public String describe() {
    try {
      List<CheckpointFiles> found = new ArrayList<>();
      collect(CheckpointFiles.of(configuration, directory), DEPTH, found);
      return found.isEmpty()
          ? "no checkpoint in " + directory + "\n"
          : found.stream()
              .map(files -> new CheckpointText(files, spark).text())
              .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoints in " + directory, e);
    }
  }

  private static void collect(CheckpointFiles files, int depth, List<CheckpointFiles> found)
      throws IOException {
    List<String> names = List.copyOf(files.list().keySet());
    if (names.contains(SparkFiles.METADATA) || names.contains(CheckpointPlace.OURS)) {
      found.add(files);
    } else if (depth > 0) {
      for (String name : names) {
        collect(files.in(name), depth - 1, found);
      }
    }
  }
}
