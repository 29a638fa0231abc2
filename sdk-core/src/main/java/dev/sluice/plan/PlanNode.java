package dev.sluice.plan;

import dev.sluice.io.Source;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A stage of a pipeline as data: what it does, to which stages, and what rows come out. Immutable;
 * two stages that look the same are still two, but one under another name is the same.
 */
public abstract sealed class PlanNode {

  private final Origin origin;
  private final List<PlanNode> inputs;

  private PlanNode(Origin origin, List<PlanNode> inputs) {
    this.origin = origin;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * What every stage has.
   *
   * @param name the user's, or one made of the verb and the record
   * @param record the record that its rows are
   * @param site where the stage was written
   * @param identity of one stage, whatever its name
   */
  public record Origin(String name, Class<?> record, CallSite site, Object identity) {

    /** Of a new stage. */
    public Origin(String name, Class<?> record, CallSite site) {
      this(name, record, site, new Object());
    }

    /** The same for another stage that stands in for this one. */
    public Origin anew() {
      return new Origin(name, record, site);
    }
  }

  /** Name, record and call site. */
  public final Origin origin() {
    return origin;
  }

  /** The stage's name. */
  public final String name() {
    return origin.name();
  }

  /** The record that its rows are. */
  public final RecordType record() {
    return RecordType.of(origin.record());
  }

  /** Where it was written. */
  public final CallSite site() {
    return origin.site();
  }

  /** The stages whose rows go in. */
  public final List<PlanNode> inputs() {
    return inputs;
  }

  /** The first stage whose rows go in. */
  public final PlanNode input() {
    return inputs.get(0);
  }

  /** The verb: {@code filter}, {@code join} and so on. */
  public abstract String verb();

  /** The same stage under another name. */
  public abstract PlanNode named(String name);

  final Origin renamed(String name) {
    return new Origin(name, origin.record(), origin.site(), origin.identity());
  }

  /** This stage and all before it, each once, inputs first. */
  public final Stream<PlanNode> upstream() {
    return PlanOrder.of(List.of(this)).stream();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PlanNode stage && stage.origin.identity() == origin.identity();
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(origin.identity());
  }

  @Override
  public final String toString() {
    return name() + " (" + site() + ")";
  }

  /** A component of the record that comes out, and its value. */
  public record Output(String component, ExprNode value) {}

  /** Rows from outside. */
  public static final class Read extends PlanNode {
    private final Source<?> source;

    /** A stage of this kind. */
    public Read(Origin origin, Source<?> source) {
      super(origin, List.of());
      this.source = source;
    }

    /** Where they come from. */
    public Source<?> source() {
      return source;
    }

    @Override
    public String verb() {
      return "source";
    }

    @Override
    public Read named(String name) {
      return new Read(renamed(name), source);
    }
  }

  /** The rows for which a condition is true. */
  public static final class Filter extends PlanNode {
    private final ExprNode condition;

    /** A stage of this kind. */
    public Filter(Origin origin, PlanNode input, ExprNode condition) {
      super(origin, List.of(input));
      this.condition = condition;
    }

    /** The condition. */
    public ExprNode condition() {
      return condition;
    }

    @Override
    public String verb() {
      return "filter";
    }

    @Override
    public Filter named(String name) {
      return new Filter(renamed(name), input(), condition);
    }
  }

  /** A row of a record for each row. */
  public static final class Select extends PlanNode {
    private final List<Output> outputs;

    /** A stage of this kind. */
    public Select(Origin origin, PlanNode input, List<Output> outputs) {
      super(origin, List.of(input));
      this.outputs = List.copyOf(outputs);
    }

    /** The components that come out. */
    public List<Output> outputs() {
      return outputs;
    }

    @Override
    public String verb() {
      return "select";
    }

    @Override
    public Select named(String name) {
      return new Select(renamed(name), input(), outputs);
    }
  }

  /** A row of a record for each group of rows. */
  public static final class Aggregate extends PlanNode {
    private final List<ExprNode> keys;
    private final Optional<TimeWindow> window;
    private final Optional<ExprNode> having;
    private final List<Output> outputs;

    /** A stage of this kind. */
    public Aggregate(
        Origin origin,
        PlanNode input,
        List<ExprNode> keys,
        Optional<TimeWindow> window,
        Optional<ExprNode> having,
        List<Output> outputs) {
      super(origin, List.of(input));
      this.keys = List.copyOf(keys);
      this.window = window;
      this.having = having;
      this.outputs = List.copyOf(outputs);
    }

    /** The key columns. */
    public List<ExprNode> keys() {
      return keys;
    }

    /** How event time is cut, if it is. */
    public Optional<TimeWindow> window() {
      return window;
    }

    /** The condition on groups, if there is one. */
    public Optional<ExprNode> having() {
      return having;
    }

    /** The components that come out. */
    public List<Output> outputs() {
      return outputs;
    }

    @Override
    public String verb() {
      return "aggregate";
    }

    @Override
    public Aggregate named(String name) {
      return new Aggregate(renamed(name), input(), keys, window, having, outputs);
    }
  }

  /**
   * Rows of several stages that belong together. For semi and anti joins there are no outputs: the
   * rows are those of the first stage.
   */
  public static final class Join extends PlanNode {
    private final List<Leg> legs;
    private final List<Output> outputs;

    /** A stage of this kind. */
    public Join(Origin origin, List<Leg> legs, List<Output> outputs) {
      super(origin, legs.stream().map(Leg::stage).toList());
      this.legs = List.copyOf(legs);
      this.outputs = List.copyOf(outputs);
    }

    /** The joined stages, in order. */
    public List<Leg> legs() {
      return legs;
    }

    /** The components that come out. */
    public List<Output> outputs() {
      return outputs;
    }

    @Override
    public String verb() {
      return legs.get(legs.size() - 1).kind() == JoinKind.INNER
          ? "join"
          : legs.get(legs.size() - 1).kind().name().toLowerCase(Locale.ROOT) + " join";
    }

    @Override
    public Join named(String name) {
      return new Join(renamed(name), legs, outputs);
    }
  }

  /**
   * One stage of a join.
   *
   * @param stage its rows
   * @param kind how it is joined to the legs before it; {@code INNER} for the first
   * @param condition when rows belong together, over this leg and those before it; empty for the
   *     first leg and for cross joins
   * @param site where it was joined
   */
  public record Leg(PlanNode stage, JoinKind kind, Optional<ExprNode> condition, CallSite site) {}

  /** The rows of several stages of one record. */
  public static final class Union extends PlanNode {
    /** A stage of this kind. */
    public Union(Origin origin, List<PlanNode> inputs) {
      super(origin, inputs);
    }

    @Override
    public String verb() {
      return "union";
    }

    @Override
    public Union named(String name) {
      return new Union(renamed(name), inputs());
    }
  }

  /** Each different row once. */
  public static final class Distinct extends PlanNode {
    /** A stage of this kind. */
    public Distinct(Origin origin, PlanNode input) {
      super(origin, List.of(input));
    }

    @Override
    public String verb() {
      return "distinct";
    }

    @Override
    public Distinct named(String name) {
      return new Distinct(renamed(name), input());
    }
  }

  /** One row for each key: the first by an order, or any. */
  public static final class Dedupe extends PlanNode {
    private final List<ExprNode> keys;
    private final List<SortKey> keepFirstBy;

    /** A stage of this kind. */
    public Dedupe(Origin origin, PlanNode input, List<ExprNode> keys, List<SortKey> keepFirstBy) {
      super(origin, List.of(input));
      this.keys = List.copyOf(keys);
      this.keepFirstBy = List.copyOf(keepFirstBy);
    }

    /** The key columns. */
    public List<ExprNode> keys() {
      return keys;
    }

    /** The order whose first row is kept; empty for any. */
    public List<SortKey> keepFirstBy() {
      return keepFirstBy;
    }

    @Override
    public String verb() {
      return "dedupe";
    }

    @Override
    public Dedupe named(String name) {
      return new Dedupe(renamed(name), input(), keys, keepFirstBy);
    }
  }

  /** The rows in an order. */
  public static final class Sort extends PlanNode {
    private final List<SortKey> orderBy;

    /** A stage of this kind. */
    public Sort(Origin origin, PlanNode input, List<SortKey> orderBy) {
      super(origin, List.of(input));
      this.orderBy = List.copyOf(orderBy);
    }

    /** The order. */
    public List<SortKey> orderBy() {
      return orderBy;
    }

    @Override
    public String verb() {
      return "sort";
    }

    @Override
    public Sort named(String name) {
      return new Sort(renamed(name), input(), orderBy);
    }
  }

  /** At most so many rows. */
  public static final class Limit extends PlanNode {
    private final int rows;

    /** A stage of this kind. */
    public Limit(Origin origin, PlanNode input, int rows) {
      super(origin, List.of(input));
      this.rows = rows;
    }

    /** How many. */
    public int rows() {
      return rows;
    }

    @Override
    public String verb() {
      return "limit";
    }

    @Override
    public Limit named(String name) {
      return new Limit(renamed(name), input(), rows);
    }
  }

  /** About that share of the rows. */
  public static final class Sample extends PlanNode {
    private final double fraction;
    private final long seed;

    /** A stage of this kind. */
    public Sample(Origin origin, PlanNode input, double fraction, long seed) {
      super(origin, List.of(input));
      this.fraction = fraction;
      this.seed = seed;
    }

    /** The share, from 0 to 1. */
    public double fraction() {
      return fraction;
    }

    /** Decides which rows. */
    public long seed() {
      return seed;
    }

    @Override
    public String verb() {
      return "sample";
    }

    @Override
    public Sample named(String name) {
      return new Sample(renamed(name), input(), fraction, seed);
    }
  }

  /** Fixed and checked rows. */
  public static final class Clean extends PlanNode {
    private final List<CleanStep> steps;
    private final RejectLimit limit;

    /** A stage of this kind. */
    public Clean(Origin origin, PlanNode input, List<CleanStep> steps, RejectLimit limit) {
      super(origin, List.of(input));
      this.steps = List.copyOf(steps);
      this.limit = limit;
    }

    /** The steps, in order. */
    public List<CleanStep> steps() {
      return steps;
    }

    /** How many rows may be rejected. */
    public RejectLimit limit() {
      return limit;
    }

    @Override
    public String verb() {
      return "clean";
    }

    @Override
    public Clean named(String name) {
      return new Clean(renamed(name), input(), steps, limit);
    }
  }

  /** The rows that a clean stage or a source rejected. */
  public static final class Rejects extends PlanNode {
    /** A stage of this kind. */
    public Rejects(Origin origin, PlanNode input) {
      super(origin, List.of(input));
    }

    @Override
    public String verb() {
      return "rejected";
    }

    @Override
    public Rejects named(String name) {
      return new Rejects(renamed(name), input());
    }
  }

  /** The same rows, with a column that says when they happened. */
  public static final class EventTime extends PlanNode {
    private final ExprNode column;
    private final Duration lateness;

    /** A stage of this kind. */
    public EventTime(Origin origin, PlanNode input, ExprNode column, Duration lateness) {
      super(origin, List.of(input));
      this.column = column;
      this.lateness = lateness;
    }

    /** The column. */
    public ExprNode column() {
      return column;
    }

    /** How much later than the newest row a row may come. */
    public Duration lateness() {
      return lateness;
    }

    @Override
    public String verb() {
      return "eventTime";
    }

    @Override
    public EventTime named(String name) {
      return new EventTime(renamed(name), input(), column, lateness);
    }
  }

  /** The same rows, copied to every executor where they are joined. */
  public static final class Broadcast extends PlanNode {
    /** A stage of this kind. */
    public Broadcast(Origin origin, PlanNode input) {
      super(origin, List.of(input));
    }

    @Override
    public String verb() {
      return "broadcast";
    }

    @Override
    public Broadcast named(String name) {
      return new Broadcast(renamed(name), input());
    }
  }

  /** The rows that a function of the user's makes. */
  public static final class Transform extends PlanNode {
    private final UnaryOperator<Dataset<Row>> function;

    /** A stage of this kind. */
    public Transform(Origin origin, PlanNode input, UnaryOperator<Dataset<Row>> function) {
      super(origin, List.of(input));
      this.function = function;
    }

    /** The function. */
    public UnaryOperator<Dataset<Row>> function() {
      return function;
    }

    @Override
    public String verb() {
      return "transform";
    }

    @Override
    public Transform named(String name) {
      return new Transform(renamed(name), input(), function);
    }
  }

  /** The rows of an SQL query over the stages. */
  public static final class Sql extends PlanNode {
    private final String query;

    /** A stage of this kind. */
    public Sql(Origin origin, List<PlanNode> inputs, String query) {
      super(origin, inputs);
      this.query = query;
    }

    /** The query, in which {0}, {1} and so on stand for the stages. */
    public String query() {
      return query;
    }

    @Override
    public String verb() {
      return "sql";
    }

    @Override
    public Sql named(String name) {
      return new Sql(renamed(name), inputs(), query);
    }
  }
}
