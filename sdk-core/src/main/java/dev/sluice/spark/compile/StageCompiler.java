package dev.sluice.spark.compile;

import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.AsOf;
import dev.sluice.plan.verb.Broadcast;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Coalesce;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Except;
import dev.sluice.plan.verb.Explode;
import dev.sluice.plan.verb.Filter;
import dev.sluice.plan.verb.Hint;
import dev.sluice.plan.verb.Intersect;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Late;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.RandomSplit;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Rebalance;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Repartition;
import dev.sluice.plan.verb.Sample;
import dev.sluice.plan.verb.SampleBy;
import dev.sluice.plan.verb.Select;
import dev.sluice.plan.verb.Sort;
import dev.sluice.plan.verb.Sql;
import dev.sluice.plan.verb.TimedBy;
import dev.sluice.plan.verb.Transform;
import dev.sluice.plan.verb.Union;
import dev.sluice.plan.verb.Unpivot;
import dev.sluice.plan.verb.WithOne;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Turns one stage into the dataset call an expert would have written. */
final class StageCompiler {

  private final Compilation compilation;
  private final CleanCompiler clean;
  private final ReadCompiler read;
  private final VerbCompilers verbs;

  StageCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.clean = new CleanCompiler(compilation);
    this.read = new ReadCompiler(compilation);
    this.verbs =
        new VerbCompilers()
            .with(Read.class, (verb, in) -> read.accepted(in.stage()))
            .with(Filter.class, (verb, in) -> in.rows().filter(in.column(verb.condition())))
            .with(Select.class, (verb, in) -> in.rows().select(in.columns(verb.outputs())))
            .with(Aggregate.class,
                (verb, in) -> new AggregateCompiler(verb, in.stage()).compile(in.rows()))
            .with(Join.class, new JoinCompiler())
            .with(AsOf.class, new AsOfCompiler())
            .with(Lookup.class, new LookupCompiler())
            .with(Explode.class, new ExplodeCompiler())
            .with(Union.class, (verb, in) -> union(in))
            .with(Intersect.class, StageCompiler::intersect)
            .with(Except.class, StageCompiler::except)
            .with(WithOne.class, new WithOneCompiler())
            .with(Unpivot.class, new UnpivotCompiler())
            .with(Distinct.class, (verb, in) -> distinct(in.rows()))
            .with(Dedupe.class, this::dedupe)
            .with(Sort.class,
                (verb, in) -> in.rows().sort(in.compiler().sortColumns(verb.orderBy())))
            .with(Limit.class, (verb, in) -> in.rows().limit(verb.rows()))
            .with(Sample.class, (verb, in) -> in.rows().sample(verb.fraction(), verb.seed()))
            .with(SampleBy.class, StageCompiler::sampleBy)
            .with(RandomSplit.class, StageCompiler::part)
            .with(Clean.class, (verb, in) -> clean.accepted(in.stage()))
            .with(Rejects.class, (verb, in) -> rejected(in.stage().input()))
            .with(EventTime.class, new WatermarkCompiler(compilation))
            .with(TimedBy.class, (verb, in) -> in.rows())
            // a batch has all rows at once; a stream knows its late rows itself
            .with(Late.class, (verb, in) -> in.rows().filter(functions.lit(false)))
            // a batch reads rows once anyway
            .with(Refresh.class, (verb, in) -> in.rows())
            .with(Broadcast.class, (verb, in) -> functions.broadcast(in.rows()))
            .with(Hint.class, (verb, in) -> in.rows().hint(verb.join().sparkName()))
            .with(Repartition.class, StageCompiler::repartition)
            .with(Rebalance.class, StageCompiler::rebalance)
            .with(Coalesce.class, (verb, in) -> in.rows().coalesce(verb.partitions()))
            .with(Transform.class, (verb, in) -> in.conform(verb.function().apply(in.rows())))
            .with(Sql.class, (verb, in) -> in.conform(query(verb, in)))
            .withModules();
  }

  Dataset<Row> compile(PlanNode stage) {
    return verbs.compile(new VerbInputs(stage, compilation));
  }

  /** The rows of a stage that may reject some, with what was found of each. */
  Dataset<Row> judged(PlanNode of) {
    return of.is(Clean.class) ? clean.judged(of) : read.judged(of);
  }

  void give(PlanNode source, Dataset<Row> rows) {
    read.give(source, rows);
  }

  void ask(PlanNode source) {
    read.ask(source);
  }

  Optional<Dataset<Row>> raw(PlanNode source) {
    return read.raw(source);
  }

  private Dataset<Row> rejected(PlanNode of) {
    return of.is(Clean.class) ? clean.rejected(of) : read.rejected(of);
  }

  private static Dataset<Row> distinct(Dataset<Row> rows) {
    return rows.isStreaming() ? rows.dropDuplicatesWithinWatermark() : rows.distinct();
  }

  private static Dataset<Row> union(VerbInputs in) {
    return IntStream.range(0, in.stage().inputs().size())
        .mapToObj(in::rows)
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private static Dataset<Row> intersect(Intersect verb, VerbInputs in) {
    return verb.all()
        ? in.rows(0).intersectAll(in.rows(1))
        : in.rows(0).intersect(in.rows(1));
  }

  private static Dataset<Row> except(Except verb, VerbInputs in) {
    return verb.all() ? in.rows(0).exceptAll(in.rows(1)) : in.rows(0).except(in.rows(1));
  }

  private static Dataset<Row> part(RandomSplit verb, VerbInputs in) {
    double[] weights = verb.weights().stream().mapToDouble(weight -> weight).toArray();
    return in.rows().randomSplitAsList(weights, verb.seed()).get(verb.part());
  }

  /** A number for each row, and the share of its key, which Spark can look into. */
  private static Dataset<Row> sampleBy(SampleBy verb, VerbInputs in) {
    Column key = in.column(verb.key());
    Column share = functions.lit(0.0);
    if (!verb.shares().isEmpty()) {
      // begins with what is never true, which Spark leaves out
      share = functions.when(functions.lit(false), 0.0);
      for (SampleBy.Share of : verb.shares()) {
        share = share.when(key.equalTo(Literals.column(of.key().value())), of.fraction());
      }
      share = share.otherwise(0.0);
    }
    return in.rows().filter(functions.rand(verb.seed()).lt(share));
  }

  private static Dataset<Row> rebalance(Rebalance verb, VerbInputs in) {
    return in.rows().hint("rebalance", in.compiler().columns(verb.keys()).toArray());
  }

  private static Dataset<Row> repartition(Repartition verb, VerbInputs in) {
    Column[] keys = in.compiler().columns(verb.keys()).toArray(Column[]::new);
    if (verb.partitions().isEmpty()) {
      return in.rows().repartition(keys);
    }
    int partitions = verb.partitions().getAsInt();
    return keys.length == 0
        ? in.rows().repartition(partitions)
        : in.rows().repartition(partitions, keys);
  }

  private Dataset<Row> dedupe(Dedupe verb, VerbInputs in) {
    return Deduplication.of(
        in.rows(),
        in.stage().record(),
        verb,
        compilation.mustBeRepeatable(in.stage()));
  }

  private static Dataset<Row> query(Sql verb, VerbInputs in) {
    String view = "sluice_stage_" + UUID.randomUUID().toString().replace("-", "");
    in.rows().createOrReplaceTempView(view);
    try {
      return in.spark().sql(verb.query().replace("{stage}", view));
    } finally {
      in.spark().catalog().dropTempView(view);
    }
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
    Column value = value(output.value(), component, compiler);
    return compiler.nameOf(output.value()).filter(component.column()::equals).isPresent()
        && !hasDecimals(component)
            ? value
            : stored(value, component);
  }

  private static Column value(
      ExprNode expr, RecordComponentType component, ExprCompiler compiler) {
    Column value = compiler.column(expr);
    boolean ofElements = component.logicalType().parts().findAny().isPresent();
    // an empty list or map does not tell the type of its elements
    return expr instanceof Literal && ofElements
        ? value.cast(RecordSchemas.of(component.logicalType()))
        : value;
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
}
