package dev.sluice.spark.run;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.compile.Compilation;
import dev.sluice.spark.compile.Conform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps the rows of shared stages for the length of a run. Where a sink writes that very stage in a
 * form that can be read back cheaply, its output is the store and costs nothing more; else Spark
 * keeps the rows in memory, and on disk what does not fit. Of a stage whose rejected rows are wanted
 * too it keeps judged rows, which are both.
 *
 * <p>Several threads may use it: a compilation is used under its lock.
 */
final class StageStores implements AutoCloseable {

  private static final String RUN = "__run";

  private final String runId;
  private final PlanCut plan;
  private final Compilation compilation;
  private final Map<PlanNode, PlanSink> storedBySinks = new HashMap<>();
  private final Map<PlanNode, PlanSink> firstReaders = new HashMap<>();
  private final List<PlanNode> toKeep;
  private final Set<PlanNode> judged;
  private final List<Dataset<Row>> persisted = new ArrayList<>();

  StageStores(String runId, StorePlan kept, PlanCut plan, Compilation compilation) {
    this.plan = plan;
    this.runId = runId;
    this.compilation = compilation;
    this.toKeep = new ArrayList<>(kept.inMemory());
    this.judged = Set.copyOf(kept.judged());
    storedBySinks.putAll(kept.bySinks());
    // rejected rows are written last, so they do not fill what others read
    findFirstReaders(
        plan.sinks().stream().sorted(Comparator.comparing(plan::takesRejected)).toList());
  }

  /** In an order that follows from the stores already, so that no two sinks wait for each other. */
  private void findFirstReaders(List<PlanSink> sinks) {
    List<PlanSink> open = new ArrayList<>(sinks);
    while (!open.isEmpty()) {
      PlanSink next =
          open.stream()
              .filter(sink -> writersOf(sink, storedBySinks).noneMatch(open::contains))
              .findFirst()
              .orElseThrow();
      open.remove(next);
      plan.upTo(next.stage()).stream()
          .filter(toKeep::contains)
          .forEach(stage -> firstReaders.putIfAbsent(stage, next));
    }
  }

  /**
   * The sinks that must be written before: those whose output this one reads, and those that fill a
   * cache which it reads. Two at once could each compute what only one is to compute, and count.
   */
  List<PlanSink> neededBy(PlanSink sink) {
    return Stream.concat(writersOf(sink, storedBySinks), writersOf(sink, firstReaders)).toList();
  }

  private Stream<PlanSink> writersOf(PlanSink sink, Map<PlanNode, PlanSink> writers) {
    return plan.upTo(sink.stage()).stream()
        .flatMap(stage -> Optional.ofNullable(writers.get(stage)).stream())
        .filter(other -> other != sink);
  }

  /** The rows of a stage, from stores where there are any. */
  Dataset<Row> dataset(PlanNode stage) {
    synchronized (compilation) {
      plan.upTo(stage).stream().filter(toKeep::contains).toList().forEach(this::persist);
      return compilation.dataset(stage);
    }
  }

  /** Keeps the rows of a stage from now on, shared or not, and gives them. */
  Dataset<Row> keep(PlanNode stage) {
    synchronized (compilation) {
      storedBySinks.remove(stage);
      firstReaders.remove(stage);
      if (!toKeep.contains(stage)) {
        toKeep.add(stage);
      }
      return dataset(stage);
    }
  }

  /**
   * Spark knows a cached dataset by its plan alone. The run's id makes it this run's own: else
   * another run of the same pipeline, or the user, who cached the same rows, would lose them when
   * this run releases its own.
   */
  private void persist(PlanNode stage) {
    boolean withRejected = judged.contains(stage);
    Dataset<Row> rows = withRejected ? compilation.judged(stage) : compilation.dataset(stage);
    Dataset<Row> own =
        rows.withColumn(RUN, functions.lit(runId)).persist(StorageLevel.MEMORY_AND_DISK());
    persisted.add(own);
    toKeep.remove(stage);
    if (withRejected) {
      compilation.keepJudged(stage, own.drop(RUN));
    } else {
      compilation.replace(stage, own.drop(RUN));
    }
  }

  /** Reads the rows of the stage back from now on, if the sink is its store. */
  void written(PlanSink sink) {
    synchronized (compilation) {
      if (storedBySinks.get(sink.stage()) == sink) {
        BoundedSource<?> stored = readBack(sink).orElseThrow();
        PlanNode read = new PlanNode(sink.stage().origin().anew(), new Read(stored));
        compilation.replace(sink.stage(), Conform.to(read, stored.read(compilation.spark())));
      }
    }
  }

  static Optional<? extends BoundedSource<?>> readBack(PlanSink sink) {
    return sink.sink() instanceof BatchSink<?> batch ? batch.readBack() : Optional.empty();
  }

  /** Releases the memory. */
  @Override
  public void close() {
    synchronized (compilation) {
      persisted.forEach(rows -> rows.unpersist(false));
    }
  }
}
