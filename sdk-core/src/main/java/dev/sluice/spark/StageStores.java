package dev.sluice.spark;

import dev.sluice.io.Source;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Read;
import dev.sluice.plan.PlanSink;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps the rows of shared stages for the length of a run. Where a sink writes that very stage in a
 * form that can be read back cheaply, its output is the store and costs nothing more; else Spark
 * keeps the rows in memory, and on disk what does not fit.
 */
final class StageStores implements AutoCloseable {

  private final Compilation compilation;
  private final Map<PlanNode, PlanSink> storedBySinks = new IdentityHashMap<>();
  private final List<PlanNode> kept;
  private final List<Dataset<Row>> persisted = new ArrayList<>();

  StageStores(Plan plan, List<PlanNode> shared, Compilation compilation) {
    this.compilation = compilation;
    this.kept = new ArrayList<>(shared);
    for (PlanSink sink : plan.sinks()) {
      if (shared.contains(sink.stage()) && sink.sink().readBack().isPresent()) {
        storedBySinks.putIfAbsent(sink.stage(), sink);
      }
    }
    kept.removeAll(storedBySinks.keySet());
  }

  /** The sinks whose output this one reads, so that they must be written before. */
  List<PlanSink> neededBy(PlanSink sink) {
    return sink.stage()
        .upstream()
        .flatMap(stage -> Optional.ofNullable(storedBySinks.get(stage)).stream())
        .filter(other -> other != sink)
        .toList();
  }

  /** The rows of a stage, from stores where there are any. */
  Dataset<Row> dataset(PlanNode stage) {
    synchronized (compilation) {
      stage.upstream().filter(kept::contains).toList().forEach(this::keep);
      return compilation.dataset(stage);
    }
  }

  /** Keeps the rows of a stage from now on. */
  void keep(PlanNode stage) {
    synchronized (compilation) {
      Dataset<Row> rows = compilation.dataset(stage).persist(StorageLevel.MEMORY_AND_DISK());
      compilation.replace(stage, rows);
      persisted.add(rows);
      kept.remove(stage);
    }
  }

  /** Reads the rows of the stage back from now on, if the sink is its store. */
  void written(PlanSink sink) {
    if (storedBySinks.get(sink.stage()) == sink) {
      synchronized (compilation) {
        Source<?> stored = sink.sink().readBack().orElseThrow();
        Read read = new Read(sink.stage().origin(), stored);
        compilation.replace(sink.stage(), Conform.to(read, stored.read(compilation.spark())));
      }
    }
  }

  /** Releases the memory. */
  @Override
  public void close() {
    persisted.forEach(rows -> rows.unpersist(false));
  }
}
