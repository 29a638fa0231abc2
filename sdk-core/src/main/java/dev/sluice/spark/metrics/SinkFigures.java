package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.OperatorFigures;
import dev.sluice.spark.bridge.ScanFigures;
import dev.sluice.spark.bridge.WriteFigures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What writing one sink cost and gave.
 *
 * @param sink the sink's name
 * @param seconds the wall time of the sink's work, started to finished
 * @param partitions the number of tasks of the last Spark stage; empty if no stage ran
 * @param executions the executions it started, in the order they ended
 * @param stages the Spark stages it ran, in the order of their numbers
 */
public record SinkFigures(
    String sink,
    double seconds,
    OptionalLong partitions,
    List<ExecutionFigures> executions,
    List<SparkStageFigures> stages) {

  /**
   * The rows written: what writes of files say, else what tasks say they wrote, else the rows the
   * one query gave out. Empty if none of them tells.
   */
  public OptionalLong rows() {
    Optional<WriteFigures> written = written();
    if (written.isPresent()) {
      return OptionalLong.of(written.get().rows());
    }
    if (failed()) {
      return OptionalLong.empty();
    }
    long byTasks = sum(SparkStageFigures::rowsWritten);
    if (byTasks > 0) {
      return OptionalLong.of(byTasks);
    }
    List<OptionalLong> given =
        executions.stream().map(e -> e.plan().rowsOut()).filter(OptionalLong::isPresent).toList();
    return given.size() == 1 ? given.get(0) : OptionalLong.empty();
  }

  /** The bytes written; empty if not known. */
  public OptionalLong bytes() {
    Optional<WriteFigures> written = written();
    if (written.isPresent()) {
      return OptionalLong.of(written.get().bytes());
    }
    long byTasks = failed() ? 0 : sum(SparkStageFigures::bytesWritten);
    return byTasks > 0 ? OptionalLong.of(byTasks) : OptionalLong.empty();
  }

  /** The files written; empty if the sink writes no files or did not finish. */
  public OptionalLong files() {
    return written().map(w -> OptionalLong.of(w.files())).orElseGet(OptionalLong::empty);
  }

  private Optional<WriteFigures> written() {
    return executions.stream().flatMap(e -> e.plan().written().stream()).reduce(WriteFigures::plus);
  }

  public long shuffleBytes() {
    return sum(SparkStageFigures::shuffleBytes);
  }

  public long spillBytes() {
    return sum(SparkStageFigures::spillBytes);
  }

  public long peakMemoryBytes() {
    return stages.stream().mapToLong(SparkStageFigures::peakMemoryBytes).max().orElse(0);
  }

  List<ScanFigures> scans() {
    return executions.stream().flatMap(e -> e.plan().scans().stream()).toList();
  }

  List<OperatorFigures> operators() {
    return executions.stream().flatMap(e -> e.plan().operators().stream()).toList();
  }

  /** The message of the first execution that failed; empty if none did. */
  Optional<String> failure() {
    return executions.stream()
        .map(e -> e.failure().orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private boolean failed() {
    return executions.stream().anyMatch(e -> e.failure().isPresent());
  }

  private long sum(ToLongFunction<SparkStageFigures> figure) {
    return stages.stream().mapToLong(figure).sum();
  }
}
