package dev.sluice.testkit.plan;

import dev.sluice.Stage;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Assertions about what Spark does to compute a stage, and about the stages before it; see {@link
 * AbstractPlanAssert}.
 *
 * <pre>{@code
 * assertThatPlan(revenue(orders, products))
 *     .hasShuffles(1)
 *     .broadcasts(products)
 *     .scanOf(orders).pushesDown(col(Order::quantity).gt(0));
 * }</pre>
 *
 * <p>The plan is that of {@code stage.toDataset(spark)}. A run of the pipeline also counts the rows
 * that rules reject, so it does not give the filters of a stage with rules, and those after it, to
 * the source.
 */
public final class StagePlanAssert extends AbstractPlanAssert<StagePlanAssert> {

  private final StagePlans plans;

  private StagePlanAssert(StagePlans plans) {
    super(plans.ran());
    this.plans = plans;
  }

  /**
   * Assertions about the plan of a stage, computed with this session when something is asserted.
   *
   * @throws dev.sluice.PipelineException if there are problems, which {@code Pipeline.validate}
   *     would list
   */
  public static StagePlanAssert of(Stage<?> stage, SparkSession spark) {
    return new StagePlanAssert(StagePlans.of(stage, spark));
  }

  @Override
  StagePlanAssert self() {
    return this;
  }

  @Override
  AssertionError failure(String summary, List<Operator> marked) {
    return plans.failure(summary, marked);
  }

  /**
   * Asserts that the rows of a stage are sent whole to all executors for a join, in one of the
   * joins they are an input of, and that the pipeline asks for it with {@code broadcast()}. A table
   * of a test is small, so Spark broadcasts it unasked, and the real one not: for that see {@link
   * #broadcastsBySize}. Between the stage and the join there may be filters, selects and the like;
   * once rows are joined or grouped they are rows of another stage.
   *
   * @param stage one of those before the stage under test
   */
  public StagePlanAssert broadcasts(Stage<?> stage) {
    JoinInputs inputs = broadcastInputs(stage);
    if (!inputs.broadcastAsAsked()) {
      throw failure(
          "expected a join that is asked to broadcast %s, found that Spark broadcasts it because it is small here: write broadcast() in the pipeline, or assert broadcastsBySize(…)"
              .formatted(StagePlans.place(stage.node())),
          inputs.joins(true));
    }
    return this;
  }

  /**
   * Asserts that the rows of a stage are broadcast, as {@link #broadcasts} does, also where nobody
   * asks for it: as many rows as the test has are few enough with these settings.
   *
   * @param stage one of those before the stage under test
   */
  public StagePlanAssert broadcastsBySize(Stage<?> stage) {
    broadcastInputs(stage);
    return this;
  }

  private JoinInputs broadcastInputs(Stage<?> stage) {
    JoinInputs inputs = joinInputs(stage);
    if (inputs.joins(true).isEmpty()) {
      throw failure(
          "expected a join that broadcasts %s, found %s"
              .formatted(
                  StagePlans.place(stage.node()),
                  inputs.found().isEmpty()
                      ? "that Spark has left out the join"
                      : "that it is joined otherwise"),
          inputs.joins(false));
    }
    return inputs;
  }

  /**
   * Asserts that the rows of a stage are an input of a join, and that none of their joins
   * broadcasts them; the opposite of {@link #broadcasts}.
   *
   * @param stage one of those before the stage under test
   */
  public StagePlanAssert doesNotBroadcast(Stage<?> stage) {
    plans.ran().wholePlan();
    requireKnownRows();
    JoinInputs inputs = joinInputs(stage);
    if (!inputs.joins(true).isEmpty()) {
      throw failure(
          "expected no join that broadcasts %s, found %d"
              .formatted(StagePlans.place(stage.node()), inputs.joins(true).size()),
          inputs.joins(true));
    }
    if (inputs.missing() > 0) {
      throw failure(
          "expected joins that do not broadcast %s, but %d of them cannot be found in the plan that ran"
              .formatted(StagePlans.place(stage.node()), inputs.missing()),
          inputs.joins(false));
    }
    return this;
  }

  private JoinInputs joinInputs(Stage<?> stage) {
    List<QueryNode> occurrences = plans.occurrences(stage.node());
    JoinInputs inputs = JoinInputs.of(occurrences, plans.lineage(), plans.ran().plan());
    if (inputs.none()) {
      throw failure(
          "%s is not an input of a join: nothing can be said of how it is joined"
              .formatted(StagePlans.place(stage.node())),
          List.of());
    }
    return inputs;
  }

  /**
   * Asserts that the scans, joins, aggregations and windows of a stage are done once, however many
   * stages read it: the rows are kept in a shuffle or a cache that all of them use, or there is one
   * reader. Filters and selects after that may be done for each reader.
   *
   * @param stage one of those before the stage under test, or that stage itself
   */
  public StagePlanAssert evaluatesOnce(Stage<?> stage) {
    plans.ran().wholePlan();
    requireKnownRows();
    Evaluations evaluations =
        Evaluations.of(
            plans.occurrences(stage.node()),
            plans.ran().query(),
            plans.lineage(),
            plans.ran().plan());
    if (evaluations.none()) {
      throw failure(
          "nothing of %s is in the plan that ran".formatted(StagePlans.place(stage.node())),
          List.of());
    }
    if (evaluations.times() > 1) {
      throw failure(
          "expected the work of %s once, found it %d times"
              .formatted(StagePlans.place(stage.node()), evaluations.times()),
          evaluations.repeated());
    }
    return this;
  }

  /**
   * Assertions about how a source is read.
   *
   * @param source one of the sources of the stage under test, as the pipeline gave it: {@code
   *     pipeline.source(…)}
   * @throws IllegalArgumentException if the stage is not a source
   */
  public <S extends Record> ScanAssert<S> scanOf(Stage<S> source) {
    PlanNode read = source.node();
    if (!read.is(Read.class)) {
      throw new IllegalArgumentException(
          "%s is not a source: give scanOf what pipeline.source(…) returned"
              .formatted(StagePlans.place(source.node())));
    }
    requireKnownRows();
    List<QueryNode> leaves =
        plans.occurrences(read).stream().flatMap(place -> place.leaves().stream()).toList();
    return new ScanAssert<>(this, plans, read, leaves);
  }

  private void requireKnownRows() {
    List<Operator> unknown = plans.lineage().unknown(plans.ran().plan());
    if (!unknown.isEmpty()) {
      throw failure(
          "it has rows that cannot be traced to a source, so nothing can be said of how stages are"
              + " read",
          unknown);
    }
  }
}
