package dev.sluice;

import dev.sluice.connect.Sink;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Group;
import dev.sluice.expr.Groups;
import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.Late;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stage with an event time, whose rows can be grouped by windows of it.
 *
 * @param <T> the record that its rows are
 */
public final class TimedStage<T extends Record> extends Stage<T> {

  TimedStage(Pipeline pipeline, PlanNode node) {
    super(pipeline, node);
  }

  /** Cuts the rows into windows: {@code window(tumbling(Duration.ofMinutes(1)))}. */
  public Windowed<T> window(TimeWindow window) {
    return new Windowed<>(pipeline(), node(), window);
  }

  /**
   * As {@link Stage#join}; with event time on both sides {@link TimedJoining#within} can bound how
   * far rows that match are apart.
   */
  public <R extends Record> JoinOn<T, R, TimedJoining<T, R>> join(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.INNER, TimedJoining::new);
  }

  /** As {@link Stage#leftJoin}, with {@link TimedJoining#within}. */
  public <R extends Record> JoinOn<T, R, TimedJoining<T, R>> leftJoin(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.LEFT, TimedJoining::new);
  }

  /** As {@link Stage#rightJoin}, with {@link TimedJoining#within}. */
  public <R extends Record> JoinOn<T, R, TimedJoining<T, R>> rightJoin(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.RIGHT, TimedJoining::new);
  }

  /** As {@link Stage#fullJoin}, with {@link TimedJoining#within}. */
  public <R extends Record> JoinOn<T, R, TimedJoining<T, R>> fullJoin(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.FULL, TimedJoining::new);
  }

  /** As {@link Stage#semiJoin}, with {@link TimedSemiJoining#within}. */
  public <R extends Record> JoinOn<T, R, TimedSemiJoining<T, R>> semiJoin(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.SEMI, TimedSemiJoining::new);
  }

  /** As {@link Stage#antiJoin}, with {@link TimedSemiJoining#within}. */
  public <R extends Record> JoinOn<T, R, TimedSemiJoining<T, R>> antiJoin(TimedStage<R> other) {
    return JoinOn.of(this, other, JoinKind.ANTI, TimedSemiJoining::new);
  }

  @Override
  public TimedStage<T> filter(BoolExpr<T> condition) {
    return (TimedStage<T>) super.filter(condition);
  }

  @Override
  public TimedStage<T> distinct() {
    return (TimedStage<T>) super.distinct();
  }

  @Override
  public TimedStage<T> limit(int rows) {
    return (TimedStage<T>) super.limit(rows);
  }

  @Override
  public TimedStage<T> sample(double fraction, long seed) {
    return (TimedStage<T>) super.sample(fraction, seed);
  }

  @Override
  public TimedStage<T> repartition(int partitions) {
    return (TimedStage<T>) super.repartition(partitions);
  }

  @Override
  public TimedStage<T> coalesce(int partitions) {
    return (TimedStage<T>) super.coalesce(partitions);
  }

  @Override
  public TimedStage<T> broadcast() {
    return (TimedStage<T>) super.broadcast();
  }

  @Override
  public TimedStage<T> sortMerge() {
    return (TimedStage<T>) super.sortMerge();
  }

  @Override
  public TimedStage<T> shuffleHash() {
    return (TimedStage<T>) super.shuffleHash();
  }

  @Override
  public TimedStage<T> rebalance() {
    return (TimedStage<T>) super.rebalance();
  }

  @Override
  public TimedStage<T> readOnce() {
    return (TimedStage<T>) super.readOnce();
  }

  @Override
  public TimedStage<T> refreshEvery(Duration age) {
    return (TimedStage<T>) super.refreshEvery(age);
  }

  /**
   * The rows that came later than the lateness allows: what {@code dedupe}, {@code distinct} and
   * joins of two streams leave out. Windows take more, see {@link Windowed#late}. In batch there are
   * none.
   */
  public TimedStage<T> late() {
    return timed(new Late(Optional.empty()));
  }

  @Override
  public TimedStage<T> named(String name) {
    return new TimedStage<>(pipeline(), node().named(name));
  }

  @Override
  public TimedStage<T> sink(String name, Sink<T> sink) {
    super.sink(name, sink);
    return this;
  }

  @Override
  TimedStage<T> same(Verb verb) {
    return timed(verb);
  }

  /**
   * Rows cut into windows of event time.
   *
   * @param <T> the rows
   */
  public static final class Windowed<T extends Record> {
    private final Pipeline pipeline;
    private final PlanNode node;
    private final TimeWindow window;

    private Windowed(Pipeline pipeline, PlanNode node, TimeWindow window) {
      this.pipeline = pipeline;
      this.node = node;
      this.window = window;
    }

    /**
     * The rows that came so late that each window which would take them was closed. Each row is
     * either one of these or in a window, whatever it is grouped by. In batch there are none.
     *
     * <pre>{@code
     * var minutes = bids.window(tumbling(Duration.ofMinutes(1)));
     * minutes.groupBy(Bid::campaign).aggregate(…).sink("minutes", …);
     * minutes.late().sink("late bids", …);
     * }</pre>
     */
    public TimedStage<T> late() {
      return new TimedStage<>(
          pipeline,
          new PlanNode(
              new Origin(
                  "late " + node.origin().record().getSimpleName(),
                  node.origin().record(),
                  CallSite.here()),
              new Late(Optional.of(window)),
              node));
    }

    /** Groups the rows of each window by these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Grouped<T> groupBy(Fields.Named<T>... keys) {
      return new Grouped<>(pipeline, node, FieldReader.fields(keys), Optional.of(window));
    }

    /** Groups the rows of each window by what is computed of them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Grouped<T> groupBy(Expr<T, ?> first, Expr<T, ?>... more) {
      return new Grouped<>(pipeline, node, FieldReader.nodes(first, more), Optional.of(window));
    }

    /** One row for each window, with a handle for what names no column of the rows. */
    public <R extends Record> Stage<R> aggregate(
        Function<Groups<T>, Projection<Group<T>, R>> row) {
      return new Grouped<T>(pipeline, node, List.of(), Optional.of(window)).aggregate(row);
    }

    /** One row for each window. */
    public <R extends Record> Stage<R> aggregate(Projection<Group<T>, R> row) {
      return new Grouped<T>(pipeline, node, List.of(), Optional.of(window)).aggregate(row);
    }
  }
}
