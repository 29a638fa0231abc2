package dev.sluice.spark.compile;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Computed;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Compiles an aggregation: first the aggregates alone, then what is computed from them and the
 * keys. Spark's optimizer makes one operator of both, as if they had been written together.
 *
 * <p>With a condition on groups it cannot, since a filter stands between them. There each aggregate
 * is computed under one name however often it is used, and one that comes out as it is has its
 * component's name from the start.
 */
final class AggregateCompiler {

  private final Aggregate aggregate;
  private final PlanNode stage;
  private final ExprCompiler compiler;
  private final Set<String> taken;
  private final Map<String, Column> aggregates = new LinkedHashMap<>();

  AggregateCompiler(Aggregate aggregate, PlanNode stage) {
    this.aggregate = aggregate;
    this.stage = stage;
    this.compiler = ExprCompiler.over(stage.input().record());
    this.taken =
        aggregate.keys().stream()
            .flatMap(key -> compiler.nameOf(key).stream())
            .map(AggregateCompiler::folded)
            .collect(Collectors.toCollection(HashSet::new));
  }

  Dataset<Row> compile(Dataset<Row> rows) {
    List<Output> outputs =
        stage.record().components().stream()
            .map(component -> new Output(component.name(), separated(component)))
            .toList();
    Optional<ExprNode> having = aggregate.having().map(h -> separated(h, "__having"));
    Dataset<Row> grouped = aggregated(rows.groupBy(keys()));
    Dataset<Row> kept = having.map(h -> grouped.filter(compiler.column(h))).orElse(grouped);
    return kept.select(StageCompiler.outputs(outputs, stage.record(), compiler));
  }

  private ExprNode separated(RecordComponentType component) {
    ExprNode value =
        aggregate.outputs().stream()
            .filter(o -> o.component().equals(component.name()))
            .findFirst()
            .orElseThrow()
            .value();
    return separated(value, component.column());
  }

  private Dataset<Row> aggregated(RelationalGroupedDataset groups) {
    if (aggregates.isEmpty()) {
      // only keys come out; the count is pruned by the optimizer
      aggregates.put("__count", functions.count(functions.lit(1)));
    }
    List<Column> columns = new ArrayList<>();
    aggregates.forEach((name, aggregate) -> columns.add(aggregate.as(name)));
    return groups.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private Column[] keys() {
    List<Column> keys = new ArrayList<>();
    aggregate.window().ifPresent(window -> keys.add(windowColumn(window)));
    keys.addAll(compiler.columns(aggregate.keys()));
    return keys.toArray(Column[]::new);
  }

  /**
   * Replaces each aggregate by a column of the aggregation's result.
   *
   * @param name what that column is to be called, if the expression is an aggregate and no more
   */
  private ExprNode separated(ExprNode expr, String name) {
    return ExprRewrite.of(
        expr,
        node -> node instanceof Call call && call.fn().kind() == Kind.AGGREGATE
            ? Optional.of(
                new Computed(
                    computed(call, node == expr ? name : "__part"), call.type(stage.records())))
            : Optional.empty());
  }

  private String computed(Call call, String wanted) {
    Column aggregate = compiler.column(call);
    return known(aggregate)
        .orElseGet(
            () -> {
              String name = wanted;
              for (int i = 0; !taken.add(folded(name)); i++) {
                name = "__aggregate" + i;
              }
              aggregates.put(name, aggregate);
              return name;
            });
  }

  /** Without a filter in between, what is written twice is merged better by Spark itself. */
  private Optional<String> known(Column column) {
    return aggregate.having().isEmpty()
        ? Optional.empty()
        : aggregates.entrySet().stream()
            .filter(entry -> entry.getValue().equals(column))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  /** Spark finds columns whatever their case. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Column windowColumn(TimeWindow window) {
    Column time = Columns.named(eventTimeColumn());
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

  private String eventTimeColumn() {
    String component = EventTimes.into(stage).orElseThrow();
    return stage.input().record().component(component).orElseThrow().column();
  }

  private static String interval(Duration duration) {
    return duration.toNanos() / 1_000 + " microseconds";
  }
}
