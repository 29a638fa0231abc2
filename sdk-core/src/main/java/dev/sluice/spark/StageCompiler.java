package dev.sluice.spark;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Aggregate;
import dev.sluice.plan.PlanNode.Broadcast;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Dedupe;
import dev.sluice.plan.PlanNode.Distinct;
import dev.sluice.plan.PlanNode.EventTime;
import dev.sluice.plan.PlanNode.Filter;
import dev.sluice.plan.PlanNode.Join;
import dev.sluice.plan.PlanNode.Leg;
import dev.sluice.plan.PlanNode.Limit;
import dev.sluice.plan.PlanNode.Output;
import dev.sluice.plan.PlanNode.Read;
import dev.sluice.plan.PlanNode.Rejects;
import dev.sluice.plan.PlanNode.Sample;
import dev.sluice.plan.PlanNode.Select;
import dev.sluice.plan.PlanNode.Sort;
import dev.sluice.plan.PlanNode.Sql;
import dev.sluice.plan.PlanNode.Transform;
import dev.sluice.plan.PlanNode.Union;
import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Turns one stage into the dataset call an expert would have written. */
final class StageCompiler {

  private final Compilation compilation;
  private final CleanCompiler clean;
  private final ReadCompiler read;

  StageCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.clean = new CleanCompiler(compilation);
    this.read = new ReadCompiler(compilation);
  }

  Dataset<Row> compile(PlanNode node) {
    if (node instanceof Read source) {
      return read.accepted(source);
    } else if (node instanceof Filter filter) {
      return input(node).filter(over(node).column(filter.condition()));
    } else if (node instanceof Select select) {
      return input(node).select(outputs(select.outputs(), node.record(), over(node)));
    } else if (node instanceof Aggregate aggregate) {
      return new AggregateCompiler(aggregate).compile(input(node));
    } else if (node instanceof Join join) {
      return join(join);
    } else if (node instanceof Union) {
      return node.inputs().stream().map(compilation::dataset).reduce(Dataset::union).orElseThrow();
    } else if (node instanceof Distinct) {
      return input(node).distinct();
    } else if (node instanceof Dedupe dedupe) {
      return Deduplication.of(
          input(node),
          node.record(),
          dedupe.keys(),
          dedupe.keepFirstBy(),
          compilation.mustBeRepeatable(node));
    } else if (node instanceof Sort sort) {
      return input(node).sort(over(node).sortColumns(sort.orderBy()));
    } else if (node instanceof Limit limit) {
      return input(node).limit(limit.rows());
    } else if (node instanceof Sample sample) {
      return input(node).sample(sample.fraction(), sample.seed());
    } else if (node instanceof Clean stage) {
      return clean.accepted(stage);
    } else if (node instanceof Rejects) {
      return rejects(node.input());
    } else if (node instanceof EventTime eventTime) {
      return input(node)
          .withWatermark(
              eventTimeColumn(eventTime), eventTime.lateness().toMillis() + " milliseconds");
    } else if (node instanceof Broadcast) {
      return functions.broadcast(input(node));
    } else if (node instanceof Transform transform) {
      return Conform.to(node, transform.function().apply(input(node)));
    } else if (node instanceof Sql sql) {
      return Conform.to(node, query(sql));
    }
    throw new IllegalStateException("no compiler for " + node.verb());
  }

  /** The rows of a stage that may reject some, with what was found of each. */
  Dataset<Row> judged(PlanNode of) {
    return of instanceof Clean stage ? clean.judged(stage) : read.judged((Read) of);
  }

  void give(Read source, Dataset<Row> rows) {
    read.give(source, rows);
  }

  Optional<Dataset<Row>> raw(Read source) {
    return read.raw(source);
  }

  private Dataset<Row> input(PlanNode node) {
    return compilation.dataset(node.input());
  }

  private static ExprCompiler over(PlanNode node) {
    return ExprCompiler.over(node.input().record());
  }

  private Dataset<Row> rejects(PlanNode of) {
    return of instanceof Clean stage ? clean.rejected(stage) : read.rejected((Read) of);
  }

  static String eventTimeColumn(EventTime eventTime) {
    String accessor = ((dev.sluice.plan.ExprNode.Field) eventTime.column()).accessor();
    return eventTime.record().component(accessor).orElseThrow().column();
  }

  /** The expressions under the column names of their components, in the record's order. */
  static Column[] outputs(List<Output> outputs, RecordType record, ExprCompiler compiler) {
    return record.components().stream()
        .map(component -> output(outputs, component, compiler))
        .toArray(Column[]::new);
  }

  private static Column output(
      List<Output> outputs, RecordComponentType component, ExprCompiler compiler) {
    // the last one wins, as with a set that overrides a column of the same name
    Output output =
        outputs.stream()
            .filter(o -> o.component().equals(component.name()))
            .reduce((first, last) -> last)
            .orElseThrow();
    Column value = compiler.column(output.value());
    return compiler.nameOf(output.value()).filter(component.column()::equals).isPresent()
        && !hasDecimals(component)
            ? value
            : stored(value, component);
  }

  /**
   * Decimals take the precision and scale of their component; every other kind has its type
   * already.
   */
  static Column stored(Column value, RecordComponentType component) {
    return hasDecimals(component)
        ? value.cast(RecordSchemas.of(component.logicalType())).as(component.column())
        : value.as(component.column());
  }

  private static boolean hasDecimals(RecordComponentType component) {
    return DecimalTypes.decimal(component.logicalType()).isPresent();
  }

  private Dataset<Row> join(Join join) {
    List<RecordType> records = join.inputs().stream().map(PlanNode::record).toList();
    ExprCompiler compiler = ExprCompiler.overJoined(records);
    Dataset<Row> joined = leg(join, 0);
    for (int i = 1; i < join.legs().size(); i++) {
      Leg leg = join.legs().get(i);
      joined = at(leg.site(), joined, leg(join, i), leg, compiler);
    }
    return join.outputs().isEmpty()
        ? joined
        : joined.select(outputs(join.outputs(), join.record(), compiler));
  }

  private static Dataset<Row> at(
      CallSite site, Dataset<Row> left, Dataset<Row> right, Leg leg, ExprCompiler compiler) {
    return OriginBridge.at(
        site,
        "join",
        () -> leg.condition()
            .map(c -> left.join(right, compiler.column(c), leg.kind().sparkName()))
            .orElseGet(() -> left.crossJoin(right)));
  }

  private Dataset<Row> leg(Join join, int i) {
    return compilation.dataset(join.legs().get(i).stage()).as(ExprCompiler.alias(i));
  }

  private Dataset<Row> query(Sql sql) {
    String view = "sluice_stage_" + UUID.randomUUID().toString().replace("-", "");
    input(sql).createOrReplaceTempView(view);
    try {
      return compilation.spark().sql(sql.query().replace("{stage}", view));
    } finally {
      compilation.spark().catalog().dropTempView(view);
    }
  }
}
