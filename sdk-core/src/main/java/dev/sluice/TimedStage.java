package dev.sluice;

import dev.sluice.connect.Sink;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Group;
import dev.sluice.expr.Projection;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;

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
  public TimedStage<T> broadcast() {
    return (TimedStage<T>) super.broadcast();
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

    /** Groups the rows of each window by these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Grouped<T> groupBy(Fields.Named<T>... keys) {
      return new Grouped<>(pipeline, node, FieldReader.fields(keys), Optional.of(window));
    }

    /** One row for each window. */
    public <R extends Record> Stage<R> aggregate(Projection<Group<T>, R> row) {
      return new Grouped<T>(pipeline, node, List.of(), Optional.of(window)).aggregate(row);
    }
  }
}
