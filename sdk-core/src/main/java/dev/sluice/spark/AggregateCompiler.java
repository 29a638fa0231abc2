package dev.sluice.spark;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Aggregate;
import dev.sluice.plan.PlanNode.EventTime;
import dev.sluice.plan.PlanNode.Output;
import dev.sluice.plan.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Compiles an aggregation: first the aggregates alone, then what is computed from them and the
 * keys. Spark's optimizer makes one operator of both, as if they had been written together.
 */
final class AggregateCompiler {

  private final Aggregate stage;
  private final ExprCompiler compiler;
  private final List<Column> aggregates = new ArrayList<>();

  AggregateCompiler(Aggregate stage) {
    this.stage = stage;
    this.compiler = ExprCompiler.over(stage.input().record());
  }

  Dataset<Row> compile(Dataset<Row> rows) {
    List<Output> outputs =
        stage.outputs().stream().map(o -> new Output(o.component(), separated(o.value()))).toList();
    Optional<ExprNode> having = stage.having().map(this::separated);
    Dataset<Row> grouped = aggregated(rows.groupBy(keys()));
    Dataset<Row> kept = having.map(h -> grouped.filter(resolved(h))).orElse(grouped);
    return kept.select(
        stage.record().components().stream()
            .map(
                component ->
                    StageCompiler.stored(resolved(valueOf(component.name(), outputs)), component))
            .toArray(Column[]::new));
  }

  private static ExprNode valueOf(String component, List<Output> outputs) {
    return outputs.stream()
        .filter(o -> o.component().equals(component))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private Dataset<Row> aggregated(RelationalGroupedDataset groups) {
    if (aggregates.isEmpty()) {
      // only keys come out; the count is pruned by the optimizer
      aggregates.add(functions.count(functions.lit(1)).as("__count"));
    }
    return groups.agg(
        aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
  }

  private Column[] keys() {
    List<Column> keys = new ArrayList<>();
    stage.window().ifPresent(window -> keys.add(windowColumn(window)));
    keys.addAll(compiler.columns(stage.keys()));
    return keys.toArray(Column[]::new);
  }

  /** Replaces each aggregate by a column of the aggregation's result. */
  private ExprNode separated(ExprNode expr) {
    return ExprRewrite.of(
        expr,
        node -> {
          if (node instanceof Call call && call.fn().kind() == Kind.AGGREGATE) {
            String name = "__aggregate" + aggregates.size();
            aggregates.add(compiler.column(call).as(name));
            return Optional.of(new ExprNode.Computed(name));
          }
          return Optional.empty();
        });
  }

  private Column resolved(ExprNode expr) {
    return compiler.column(expr);
  }

  private Column windowColumn(TimeWindow window) {
    Column time = Columns.named(StageCompiler.eventTimeColumn(eventTime(stage.input())));
    Column column;
    if (window instanceof TimeWindow.Tumbling tumbling) {
      column = functions.window(time, interval(tumbling.length()));
    } else if (window instanceof TimeWindow.Sliding sliding) {
      column = functions.window(time, interval(sliding.length()), interval(sliding.slide()));
    } else {
      column = functions.session_window(time, interval(((TimeWindow.Session) window).gap()));
    }
    return column.as(ExprCompiler.WINDOW);
  }

  private static EventTime eventTime(PlanNode node) {
    return node instanceof EventTime eventTime ? eventTime : eventTime(node.input());
  }

  private static String interval(Duration duration) {
    return duration.toNanos() / 1_000 + " microseconds";
  }
}
