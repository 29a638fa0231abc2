package dev.sluice.testkit.plan;

import dev.sluice.testkit.plan.Operator.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.DynamicPruning;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.optimizer.BuildLeft$;
import org.apache.spark.sql.catalyst.optimizer.BuildSide;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.BROADCAST$;
import org.apache.spark.sql.catalyst.plans.logical.CollectMetrics;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.EventTimeWatermark;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.apache.spark.sql.catalyst.plans.logical.ResolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.SetOperation;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.execution.ColumnarToRowTransition;
import org.apache.spark.sql.execution.EmptyRelationExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.ReusedSubqueryExec;
import org.apache.spark.sql.execution.RowDataSourceScanExec;
import org.apache.spark.sql.execution.RowToColumnarTransition;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AQEShuffleReadExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.aggregate.TypedAggregateExpression;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.datasources.DataSourceStrategy$;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.datasources.v2.FileScan;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeLike;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import org.apache.spark.sql.execution.joins.BaseJoinExec;
import org.apache.spark.sql.execution.joins.BroadcastHashJoinExec;
import org.apache.spark.sql.execution.joins.BroadcastNestedLoopJoinExec;
import org.apache.spark.sql.execution.window.WindowExecBase;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark's plans, as data of our own; nothing else in this package knows Spark's inner classes. */
final class PlanInternals {

  private static final int FIELDS = 12;

  /**
   * What differs from run to run, numbers of columns and of exchanges, and by the version of Spark, how many flags of a
   * join are off.
   */
  private static final Pattern VARYING =
      Pattern.compile(
          "#\\d+L?|,? ?\\[(plan_id|id)=#?\\d+]|(?<=Project )\\[]|(?<=Build(Left|Right))(, false)+$");

  /** Operators that call a function of the user's on whole rows. */
  private static final Pattern CALLS_USER =
      Pattern.compile(
          "(Flat)?Map[A-Z]\\w*|CoGroup\\w*|AppendColumns\\w*|TypedFilter|\\w*Script\\w*|\\w*Python\\w*|TransformWithState\\w*");

  private final Map<SparkPlan, Operator> operators = new IdentityHashMap<>();

  private PlanInternals() {}

  /** Runs a query to its last row, which goes nowhere, and gives the plan that ran in the end. */
  static Operator run(Dataset<?> query) {
    QueryExecution execution = execution(query);
    // the job of a count, but over rows that are whole; it leaves the final plan in the execution
    SQLExecution.withNewExecutionId(
        execution, Option.apply("plan assertions"), () -> execution.toRdd().count());
    return new PlanInternals().operator(execution.executedPlan(), Option.empty());
  }

  /** A query as it was written. */
  static QueryNode analyzed(Dataset<?> query) {
    return node(execution(query).analyzed());
  }

  /**
   * Whether the optimizer has computed rows, so that its plan no longer says how: those in memory,
   * unless the session keeps it from that, and those of which none can be left.
   */
  static boolean hasComputedRows(Dataset<?> query) {
    boolean computes =
        !execution(query)
            .sparkSession()
            .sessionState()
            .conf()
            .getConfString("spark.sql.optimizer.excludedRules", "")
            .contains("ConvertToLocalRelation");
    return execution(query)
        .optimizedPlan()
        .exists(part -> part instanceof LocalRelation rows && (computes || rows.data().isEmpty()));
  }

  /** A query as the optimizer leaves it. */
  static QueryNode optimized(Dataset<?> query) {
    return node(execution(query).optimizedPlan());
  }

  private static QueryExecution execution(Dataset<?> query) {
    return ((org.apache.spark.sql.classic.Dataset<?>) query).queryExecution();
  }

  // ---- what a source can be given

  /**
   * What a scan takes over from a filter right above it.
   *
   * @param given the filters it gets
   * @param left parts of the condition it does not get, as text
   */
  record Offer(Set<Scan.Filter> given, List<String> left) {}

  /** What the only scan of a query gets of the filter above it; empty if it does not say. */
  static Optional<Offer> offer(Dataset<?> filtered) {
    SparkPlan plan = execution(filtered).sparkPlan();
    List<Set<Scan.Filter>> given = new ArrayList<>();
    for (SparkPlan leaf : list(plan.collectLeaves())) {
      scan(leaf).flatMap(Scan::filters).ifPresent(given::add);
    }
    if (given.size() != 1) {
      return Optional.empty();
    }
    List<String> left =
        conditions(plan)
            .flatMap(PlanInternals::conjuncts)
            .filter(part -> !given.get(0).contains(filter(part)))
            .map(part -> clean(part.toString()))
            .toList();
    return Optional.of(new Offer(given.get(0), left));
  }

  private static Stream<Expression> conditions(SparkPlan plan) {
    Stream<Expression> own =
        plan instanceof FilterExec filter ? Stream.of(filter.condition()) : Stream.empty();
    return Stream.concat(own, list(plan.children()).stream().flatMap(PlanInternals::conditions));
  }

  private static Stream<Expression> conjuncts(Expression condition) {
    return condition instanceof And and
        ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
        : Stream.of(condition);
  }

  private static Scan.Filter filter(Expression expression) {
    Option<org.apache.spark.sql.sources.Filter> translated =
        DataSourceStrategy$.MODULE$.translateFilter(expression, true);
    return new Scan.Filter(
        translated.isDefined() ? translated.get() : clean(expression.toString()));
  }

  // ---- the plan that ran

  private Operator operator(SparkPlan plan, Option<LogicalPlan> link) {
    Option<LogicalPlan> own = plan.logicalLink().isDefined() ? plan.logicalLink() : link;
    if (isWrapper(plan)) {
      return operator(below(plan).get(0), own);
    }
    Operator known = operators.get(plan);
    if (known == null) {
      List<Operator> inputs =
          below(plan).stream().map(input -> operator(input, linkOfOnlyInput(plan, own))).toList();
      List<Operator> subqueries =
          list(plan.subqueries()).stream().map(query -> operator(query, Option.empty())).toList();
      known = new Operator(traits(plan, own), inputs, subqueries);
      operators.put(plan, known);
    }
    return known;
  }

  /** An exchange that is reused may have lost its link; what is right above has the same leaves. */
  private static Option<LogicalPlan> linkOfOnlyInput(SparkPlan plan, Option<LogicalPlan> link) {
    return plan.children().size() == 1 ? link : Option.empty();
  }

  private static boolean isWrapper(SparkPlan plan) {
    return plan instanceof AdaptiveSparkPlanExec
        || plan instanceof QueryStageExec
        || plan instanceof WholeStageCodegenExec
        || plan instanceof InputAdapter
        || plan instanceof AQEShuffleReadExec
        || plan instanceof ColumnarToRowTransition
        || plan instanceof RowToColumnarTransition;
  }

  private static List<SparkPlan> below(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      return List.of(adaptive.executedPlan());
    } else if (plan instanceof QueryStageExec stage) {
      return List.of(stage.plan());
    } else if (plan instanceof ReusedExchangeExec reused) {
      return List.of(reused.child());
    } else if (plan instanceof ReusedSubqueryExec reused) {
      return List.of(reused.child());
    } else if (plan instanceof InMemoryTableScanExec cached) {
      return List.of(cached.relation().cachedPlan());
    }
    return list(plan.children());
  }

  private static Operator.Traits traits(SparkPlan plan, Option<LogicalPlan> link) {
    Set<Long> columns = new HashSet<>(numbers(plan.output()));
    if (link.isDefined()) {
      for (LogicalPlan leaf : list(link.get().collectLeaves())) {
        columns.addAll(numbers(leaf.output()));
      }
    }
    Optional<QueryNode> cached = Optional.empty();
    if (plan instanceof InMemoryTableScanExec scan) {
      columns.addAll(numbers(scan.relation().output()));
      cached = Optional.of(node(scan.relation().cacheBuilder().logicalPlan()));
    }
    Optional<Scan> scan = scan(plan);
    return new Operator.Traits(
        kind(plan),
        scan.map(s -> text(plan, s)).orElseGet(() -> clean(plan.simpleString(FIELDS))),
        Set.copyOf(columns),
        plan instanceof WindowExecBase window
            ? Set.copyOf(namedNumbers(window.windowExpression()))
            : functions(plan),
        udfs(plan),
        broadcastInput(plan),
        scan,
        cached);
  }

  private static Kind kind(SparkPlan plan) {
    if (plan instanceof ShuffleExchangeLike || shufflesItself(plan)) {
      return Kind.SHUFFLE;
    } else if (plan instanceof BroadcastExchangeLike) {
      return Kind.BROADCAST;
    } else if (plan instanceof ReusedExchangeExec || plan instanceof ReusedSubqueryExec) {
      return Kind.REUSED;
    } else if (plan instanceof InMemoryTableScanExec) {
      return Kind.CACHED;
    } else if (plan instanceof BaseJoinExec) {
      return Kind.JOIN;
    } else if (plan instanceof BaseAggregateExec) {
      return Kind.AGGREGATE;
    } else if (plan instanceof WindowExecBase) {
      return Kind.WINDOW;
    } else if (plan instanceof EmptyRelationExec
        || (plan instanceof LocalTableScanExec local && local.rows().isEmpty())) {
      return Kind.EMPTY;
    } else if (isOneRow(plan)) {
      return Kind.ONE_ROW;
    }
    return plan.children().isEmpty() ? Kind.SCAN : Kind.OTHER;
  }

  /** By the logical plan, because the operator has another class in each version of Spark. */
  private static boolean isOneRow(SparkPlan plan) {
    return plan.children().isEmpty()
        && plan.logicalLink().isDefined()
        && list(plan.logicalLink().get().collectLeaves()).stream()
            .allMatch(OneRowRelation.class::isInstance);
  }

  /** Limits bring rows together without an exchange. */
  private static boolean shufflesItself(SparkPlan plan) {
    return plan.metrics().contains("shuffleRecordsWritten")
        && plan.metrics().apply("shuffleRecordsWritten").value() > 0;
  }

  private static Optional<Integer> broadcastInput(SparkPlan plan) {
    if (plan instanceof BroadcastHashJoinExec join) {
      return Optional.of(input(join.buildSide()));
    }
    return plan instanceof BroadcastNestedLoopJoinExec join
        ? Optional.of(input(join.buildSide()))
        : Optional.empty();
  }

  private static int input(BuildSide side) {
    return side == BuildLeft$.MODULE$ ? 0 : 1;
  }

  private static Optional<Scan> scan(SparkPlan plan) {
    if (plan instanceof FileSourceScanExec files) {
      return Optional.of(
          new Scan(
              names(files.requiredSchema()),
              Optional.of(
                  filters(
                      files.partitionFilters(),
                      takesFilters(files.relation()) ? files.dataFilters() : none()))));
    } else if (plan instanceof RowDataSourceScanExec rows) {
      Set<Scan.Filter> filters = new LinkedHashSet<>();
      CollectionConverters.asJava(rows.filters()).forEach(f -> filters.add(new Scan.Filter(f)));
      CollectionConverters.asJava(rows.handledFilters())
          .forEach(f -> filters.add(new Scan.Filter(f)));
      return Optional.of(new Scan(names(rows.requiredSchema()), Optional.of(filters)));
    } else if (plan instanceof BatchScanExec batch) {
      return Optional.of(
          batch.scan() instanceof FileScan files
              ? new Scan(
                  names(files.readDataSchema()),
                  Optional.of(filters(files.partitionFilters(), files.dataFilters())))
              : new Scan(names(batch.scan().readSchema()), Optional.empty()));
    }
    return Optional.empty();
  }

  /** Spark lists the filters of files also if a setting keeps the reader from using them. */
  private static boolean takesFilters(HadoopFsRelation relation) {
    String format = relation.fileFormat().toString().toLowerCase(Locale.ROOT);
    String key = "spark.sql." + format + ".filterPushdown";
    return relation.sparkSession().conf().getOption(key).forall("true"::equals)
        && relation.sparkSession().conf().getOption(key + ".enabled").forall("true"::equals);
  }

  private static Set<Scan.Filter> filters(Seq<Expression> partitions, Seq<Expression> data) {
    Set<Scan.Filter> filters = new LinkedHashSet<>();
    for (Expression expression : list(partitions)) {
      if (!(expression instanceof DynamicPruning)) {
        filters.add(filter(expression));
      }
    }
    for (Expression expression : list(data)) {
      Option<org.apache.spark.sql.sources.Filter> translated =
          DataSourceStrategy$.MODULE$.translateFilter(expression, true);
      if (translated.isDefined()) {
        filters.add(new Scan.Filter(translated.get()));
      }
    }
    return filters;
  }

  private static String text(SparkPlan plan, Scan scan) {
    return "%s %s%s"
        .formatted(
            clean(plan.nodeName()),
            scan.columns(),
            scan.filters().filter(f -> !f.isEmpty()).map(f -> ", filters " + f).orElse(""));
  }

  // ---- queries

  private static QueryNode node(LogicalPlan plan) {
    return new QueryNode(
        new QueryNode.Traits(
            kind(plan),
            clean(plan.simpleString(FIELDS)),
            numbers(plan.output()),
            plan instanceof Window window
                ? Set.copyOf(namedNumbers(window.windowExpressions()))
                : functions(plan),
            plan.canonicalized(),
            plan instanceof ResolvedHint hint
                && hint.hints().strategy().exists(strategy -> strategy.equals(BROADCAST$.MODULE$)),
            udfs(plan)),
        list(plan.children()).stream().map(PlanInternals::node).toList(),
        list(plan.subqueries()).stream().map(PlanInternals::node).toList());
  }

  private static QueryNode.Kind kind(LogicalPlan plan) {
    if (plan.children().isEmpty()) {
      return QueryNode.Kind.LEAF;
    } else if (plan instanceof Join) {
      return QueryNode.Kind.JOIN;
    } else if (plan instanceof Aggregate
        || plan instanceof Distinct
        || plan instanceof Deduplicate
        || plan instanceof SetOperation) {
      return QueryNode.Kind.AGGREGATE;
    }
    return givesRowsThatWentIn(plan) ? QueryNode.Kind.BY_ROW : QueryNode.Kind.OTHER;
  }

  private static boolean givesRowsThatWentIn(LogicalPlan plan) {
    return plan instanceof Project
        || plan instanceof Filter
        || plan instanceof SubqueryAlias
        || plan instanceof ResolvedHint
        || plan instanceof Sort
        || plan instanceof GlobalLimit
        || plan instanceof LocalLimit
        || plan instanceof Sample
        || plan instanceof Union
        || plan instanceof View
        || plan instanceof RepartitionOperation
        || plan instanceof EventTimeWatermark
        || plan instanceof CollectMetrics;
  }

  // ---- expressions

  private static Stream<Expression> expressions(QueryPlan<?> plan) {
    return list(plan.expressions()).stream().flatMap(PlanInternals::tree);
  }

  private static Stream<Expression> tree(Expression expression) {
    return Stream.concat(
        Stream.of(expression), list(expression.children()).stream().flatMap(PlanInternals::tree));
  }

  /** Spark gives an aggregate function a number that it keeps through all phases. */
  private static Set<Long> functions(QueryPlan<?> plan) {
    Set<Long> numbers = new HashSet<>();
    expressions(plan)
        .filter(AggregateExpression.class::isInstance)
        .forEach(function -> numbers.add(((AggregateExpression) function).resultId().id()));
    return Set.copyOf(numbers);
  }

  private static List<String> udfs(QueryPlan<?> plan) {
    Stream<String> operator =
        CALLS_USER.matcher(plan.nodeName()).matches() ? Stream.of(plan.nodeName()) : Stream.empty();
    return Stream.concat(operator, expressions(plan).flatMap(PlanInternals::udf))
        .distinct()
        .toList();
  }

  private static Stream<String> udf(Expression expression) {
    if (expression instanceof UserDefinedExpression function) {
      return Stream.of("'" + function.name() + "'");
    }
    return expression instanceof TypedAggregateExpression
        ? Stream.of(expression.nodeName())
        : Stream.empty();
  }

  private static List<Long> numbers(Seq<Attribute> attributes) {
    return list(attributes).stream().map(attribute -> attribute.exprId().id()).toList();
  }

  private static List<Long> namedNumbers(Seq<NamedExpression> expressions) {
    return list(expressions).stream().map(expression -> expression.exprId().id()).toList();
  }

  private static List<String> names(StructType schema) {
    return List.of(schema.fieldNames());
  }

  private static String clean(String text) {
    return VARYING.matcher(text).replaceAll("").strip();
  }

  private static Seq<Expression> none() {
    return CollectionConverters.asScala(List.<Expression>of()).toSeq();
  }

  private static <E> List<E> list(scala.collection.Seq<E> elements) {
    return CollectionConverters.asJava(elements);
  }
}
