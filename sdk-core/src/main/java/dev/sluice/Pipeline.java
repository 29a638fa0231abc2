package dev.sluice;

import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.check.PlanValidator;
import dev.sluice.plan.text.PlanMermaid;
import dev.sluice.plan.text.PlanText;
import dev.sluice.plan.verb.Read;
import dev.sluice.quality.Rejected;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A named pipeline under construction: sources, the stages made from them, and sinks.
 *
 * <pre>{@code
 * Pipeline p = Pipeline.named("ecommerce");
 * Stage<Order> orders = p.source("orders", Files.parquet(Order.class, in + "/orders"));
 * dailySales(orders, products).sink("daily_sales", Files.parquet(DailySales.class, out + "/daily_sales").overwrite());
 * p.validate();
 * RunReport report = p.run(spark);
 * }</pre>
 *
 * <p>Building it needs no Spark and does no work. It is not thread-safe while it is built; a
 * pipeline that is no longer changed may run any number of times, also at once.
 */
public final class Pipeline {

  private final String name;
  private final List<PlanNode> sources = new ArrayList<>();
  private final List<PlanSink> sinks = new ArrayList<>();
  private Optional<Quarantine> quarantine = Optional.empty();

  private Pipeline(String name) {
    this.name = name;
  }

  /**
   * A new, empty pipeline.
   *
   * @param name shown in messages, reports and the Spark UI
   */
  public static Pipeline named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a pipeline needs a name");
    }
    return new Pipeline(name);
  }

  /** The pipeline's name. */
  public String name() {
    return name;
  }

  /**
   * Rows from outside.
   *
   * @param name the stage's name
   */
  public <T extends Record> CheckedStage<T> source(String name, Source<T> source) {
    PlanNode node =
        new PlanNode(new Origin(name, source.type(), CallSite.here()), new Read(source));
    sources.add(node);
    return new CheckedStage<>(this, node);
  }

  /**
   * Sends every row that any source or clean stage of this pipeline rejects to one sink. A
   * rejecting stage that has a sink of its own for {@code rejected()} is left out.
   */
  public Pipeline quarantine(Sink<Rejected> sink) {
    quarantine = Optional.of(new Quarantine(sink, CallSite.here()));
    return this;
  }

  /**
   * Looks for everything that is wrong with this pipeline in itself: in milliseconds, without
   * Spark.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void validate() {
    fail(PlanValidator.problems(plan()));
  }

  /**
   * Looks for everything that is wrong before any job starts: what {@link #validate} finds, and
   * what only the world knows, such as missing files, other schemas, and targets that exist.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void check(SparkSession spark) {
    validate();
    fail(Engine.installed().check(plan(), RunMode.BATCH, spark));
  }

  /**
   * Runs every sink as a batch and returns when all are done.
   *
   * @throws PipelineException if {@link #check} finds a problem; nothing has run then
   * @throws dev.sluice.run.RunFailedException if the run fails; it has the report too
   */
  public RunReport run(SparkSession spark) {
    return run(spark, RunOptions.defaults());
  }

  /** Runs every sink as a batch with these options. */
  public RunReport run(SparkSession spark, RunOptions options) {
    return start(spark, options).await();
  }

  /**
   * Starts to run every sink as a batch, in threads of its own: for a service that goes on
   * meanwhile, or wants to cancel.
   *
   * @throws PipelineException if {@link #check} finds a problem
   */
  public PipelineRun start(SparkSession spark, RunOptions options) {
    check(spark);
    return Engine.installed().start(plan(), spark, options);
  }

  /** The pipeline as text: one line a stage, with its inputs. */
  public String describe() {
    return PlanText.of(plan());
  }

  /** The pipeline as a Mermaid flowchart, which many documentation tools draw. */
  public String toMermaid() {
    return PlanMermaid.of(plan());
  }

  /** The pipeline as data. */
  public Plan plan() {
    Plan plan = new Plan(name, sources, sinks);
    return quarantine.map(sink -> sink.into(plan)).orElse(plan);
  }

  /** The plan of a single stage, which must be right in itself. */
  Plan planOf(PlanNode stage) {
    Plan plan = new Plan(name, sources, List.of());
    fail(PlanValidator.problems(plan, stage));
    return plan;
  }

  void add(String sinkName, PlanNode stage, Sink<?> sink) {
    sinks.add(new PlanSink(sinkName, stage, sink, CallSite.here()));
  }

  void requireSame(Stage<?>... stages) {
    for (Stage<?> stage : stages) {
      if (stage.pipeline() != this) {
        throw new IllegalArgumentException(
            "stage '%s' belongs to pipeline '%s', not to '%s': stages of two pipelines cannot be combined"
                .formatted(
                    OneLine.of(stage.node().name()),
                    OneLine.of(stage.pipeline().name()),
                    OneLine.of(name)));
      }
    }
  }

  private void fail(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PipelineException(name, problems);
    }
  }
}
