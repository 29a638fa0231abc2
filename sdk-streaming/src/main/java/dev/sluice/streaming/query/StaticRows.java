package dev.sluice.streaming.query;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.spark.compile.Compilation;
import dev.sluice.spark.compile.Observing;
import dev.sluice.streaming.bridge.TableRows;
import dev.sluice.streaming.plan.StreamCut;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The rows of tables that a stream keeps from epoch to epoch. One thread at a time may use it; any
 * may close it.
 */
final class StaticRows implements AutoCloseable {

  private final StreamCut cut;
  private final List<PlanNode> behind;
  private final Map<PlanNode, Kept> kept = new HashMap<>();

  /**
   * What is kept of a table.
   *
   * @param rows the rows
   * @param since when they were asked for
   */
  private record Kept(TableRows rows, Instant since) {

    boolean isStale(PlanNode table, Instant now) {
      return table.verb(Refresh.class).orElseThrow().every()
          .filter(age -> since.plus(age).isBefore(now))
          .isPresent();
    }
  }

  StaticRows(StreamCut cut) {
    this.cut = cut;
    this.behind =
        cut.plan().stages(Set.copyOf(cut.given())).stream().filter(cut::isKept).toList();
  }

  /** The rows of the tables that a query reads itself. */
  StreamRows.Tables before(SparkSession session) {
    return stage -> cut.isKept(stage) ? Optional.of(of(stage, session)) : Optional.empty();
  }

  /** The rows of all tables behind the cut, for the epoch that begins; what is too old is read anew. */
  Map<PlanNode, Dataset<Row>> behind(SparkSession session) {
    Map<PlanNode, Dataset<Row>> rows = new HashMap<>();
    behind.forEach(table -> rows.put(table, of(table, session)));
    return rows;
  }

  /** The rows of a table. */
  private synchronized Dataset<Row> of(PlanNode table, SparkSession session) {
    Instant now = Instant.now();
    Kept known = kept.get(table);
    if (known == null || known.isStale(table, now)) {
      kept.put(table, new Kept(TableRows.of(read(table, session), session), now));
      if (known != null) {
        known.rows().close();
      }
    }
    return kept.get(table).rows().rows();
  }

  private Dataset<Row> read(PlanNode table, SparkSession session) {
    return new Compilation(
        session,
        cut.plan().name(),
        table.upstream().toList(),
        Set.of(),
        Observing.NOTHING,
        functions.current_timestamp())
        .dataset(table);
  }

  @Override
  public synchronized void close() {
    kept.values().forEach(table -> table.rows().close());
    kept.clear();
  }
}
