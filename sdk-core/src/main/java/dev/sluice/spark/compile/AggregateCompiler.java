package dev.sluice.spark.compile;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Computed;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.KeyOf;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.SameExpr;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Subtotals;
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
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Compiles an aggregation: first the aggregates alone, then what is computed from them and the
 * keys. Spark's optimizer makes one operator of both, as if they had been written together.
 *
 * <p>With a condition on groups, or a window over them, it cannot: a filter, or the window, stands between them. There each aggregate
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
    Dataset<Row> grouped = aggregated(groups(rows));
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

  private RelationalGroupedDataset groups(Dataset<Row> rows) {
    if (aggregate.subtotals().isPresent()) {
      return totals(aggregate.subtotals().get(), rows);
    }
    List<Column> keys = new ArrayList<>();
    aggregate.window().ifPresent(window -> keys.add(windowColumn(window)));
    for (int i = 0; i < aggregate.keys().size(); i++) {
      Column key = compiler.column(aggregate.keys().get(i));
      keys.add(isColumn(i) ? key : key.as(keyName(i)));
    }
    return rows.groupBy(keys.toArray(Column[]::new));
  }

  /** Spark looks for the keys of totals by name, so those that are computed are columns before. */
  private RelationalGroupedDataset totals(Subtotals subtotals, Dataset<Row> rows) {
    Dataset<Row> named = rows;
    for (int i = 0; i < aggregate.keys().size(); i++) {
      if (!isColumn(i)) {
        named = named.withColumn(keyName(i), compiler.column(aggregate.keys().get(i)));
      }
    }
    Column[] keys = keyColumns(aggregate.keys()).toArray(Column[]::new);
    return switch (subtotals.kind()) {
      case ROLLUP -> named.rollup(keys);
      case CUBE -> named.cube(keys);
      case SETS -> named.groupingSets(
          lists(subtotals.sets()), keys);
    };
  }

  private Seq<Seq<Column>> lists(List<List<ExprNode>> sets) {
    return CollectionConverters.asScala(
        sets.stream()
            .map(set -> CollectionConverters.asScala(keyColumns(set)).toSeq())
            .toList())
        .toSeq();
  }

  private List<Column> keyColumns(List<ExprNode> keys) {
    return keys.stream().map(this::keyColumn).toList();
  }

  private Column keyColumn(ExprNode key) {
    int i = SameExpr.indexIn(aggregate.keys(), key);
    return isColumn(i) ? compiler.column(key) : Columns.named(keyName(i));
  }

  private boolean isColumn(int key) {
    return aggregate.keys().get(key) instanceof Field;
  }

  private static String keyName(int key) {
    return "__key" + key;
  }

  /**
   * Replaces each aggregate by a column of the aggregation's result.
   *
   * @param name what that column is to be called, if the expression is an aggregate and no more
   */
  private ExprNode separated(ExprNode expr, String name) {
    return ExprRewrite.of(
        expr,
        node -> {
          if (node instanceof Over over) {
            return Optional.of(overGroups(over));
          } else if (node instanceof KeyOf key) {
            return Optional.of(
                new Computed(
                    keyName(SameExpr.indexIn(aggregate.keys(), key.of())),
                    key.type(stage.records())));
          }
          return node instanceof Call call && call.fn().kind() == Kind.AGGREGATE
              ? Optional.of(new Computed(
                  computed(call, node == expr ? name : "__part"), call.type(stage.records())))
              : Optional.empty();
        });
  }

  /** A window over groups: its own function is computed of what has been aggregated before. */
  private ExprNode overGroups(Over over) {
    List<ExprNode> parts = new ArrayList<>();
    ExprNode function = over.function();
    parts.add(function.withChildren(function.children().stream().map(this::part).toList()));
    over.children().stream().skip(1).map(this::part).forEach(parts::add);
    return over.withChildren(parts);
  }

  private ExprNode part(ExprNode expr) {
    return separated(expr, "__part");
  }

  private String computed(Call call, String wanted) {
    Column aggregate = aggregateColumn(call);
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

  private Column aggregateColumn(Call call) {
    return call.is(Operators.GROUPING)
        ? functions.grouping(keyColumn(call.arguments().get(0)))
        : compiler.column(call);
  }

  /** With nothing in between, what is written twice is merged better by Spark itself. */
  private Optional<String> known(Column column) {
    return aggregate.having().isEmpty() && !hasWindows()
        ? Optional.empty()
        : aggregates.entrySet().stream()
            .filter(entry -> entry.getValue().equals(column))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  private boolean hasWindows() {
    return aggregate.outputs().stream()
        .flatMap(output -> output.value().tree())
        .anyMatch(Over.class::isInstance);
  }

  /** Spark finds columns whatever their case. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Column windowColumn(TimeWindow window) {
    Column time = Columns.named(eventTimeColumn());
    Column column;
    if (window instanceof TimeWindow.Tumbling tumbling) {
      column = window(time, tumbling.length(), tumbling.length(), tumbling.offset());
    } else if (window instanceof TimeWindow.Sliding sliding) {
      column = window(time, sliding.length(), sliding.slide(), sliding.offset());
    } else {
      column = functions.session_window(time, interval(((TimeWindow.Session) window).gap()));
    }
    return column.as(ExprCompiler.WINDOW);
  }

  private static Column window(
      Column time, Duration length, Duration slide, Optional<Duration> offset) {
    return offset
        .map(
            start -> functions.window(time, interval(length), interval(slide), interval(start)))
        .orElseGet(() -> functions.window(time, interval(length), interval(slide)));
  }

  private String eventTimeColumn() {
    String component = EventTimes.into(stage).orElseThrow();
    return stage.input().record().component(component).orElseThrow().column();
  }

  private static String interval(Duration duration) {
    return duration.toNanos() / 1_000 + " microseconds";
  }
}
