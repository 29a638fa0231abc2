package dev.sluice;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.LookupStore;
import dev.sluice.connect.Sink;
import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Group;
import dev.sluice.expr.Groups;
import dev.sluice.expr.KeySet;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.MapExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.SortOrder;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.Broadcast;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Coalesce;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Except;
import dev.sluice.plan.verb.Filter;
import dev.sluice.plan.verb.Hint;
import dev.sluice.plan.verb.Hint.JoinWay;
import dev.sluice.plan.verb.Intersect;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.RandomSplit;
import dev.sluice.plan.verb.Rebalance;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.plan.verb.Repartition;
import dev.sluice.plan.verb.Sample;
import dev.sluice.plan.verb.SampleBy;
import dev.sluice.plan.verb.Select;
import dev.sluice.plan.verb.Sort;
import dev.sluice.plan.verb.Sql;
import dev.sluice.plan.verb.Subtotals;
import dev.sluice.plan.verb.TimedBy;
import dev.sluice.plan.verb.Transform;
import dev.sluice.plan.verb.Union;
import dev.sluice.quality.CleanRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A step of a pipeline, whose rows are records {@code T}.
 *
 * <p>A stage is a description: each method adds an immutable node to the pipeline's plan and
 * computes nothing. Any number of stages and sinks may read the same stage.
 *
 * <pre>{@code
 * Stage<Line> lines = orders
 *     .filter(col(Order::quantity).gt(0))
 *     .join(products).on(Order::productId).equalTo(Product::productId)
 *     .select((o, p) -> row(Line::new).of(o.col(Order::orderId), p.col(Product::price)));
 * }</pre>
 *
 * @param <T> the record that its rows are
 */
public sealed class Stage<T extends Record> permits CheckedStage, FilteringJoin, TimedStage {

  private final Pipeline pipeline;
  private final PlanNode node;

  Stage(Pipeline pipeline, PlanNode node) {
    this.pipeline = pipeline;
    this.node = node;
  }

  /** The stage as data, for readers of the plan. */
  @Internal
  public final PlanNode node() {
    return node;
  }

  /** The record that its rows are. */
  @SuppressWarnings("unchecked") // a stage is made with the node of its record
  public final Class<T> type() {
    return (Class<T>) node.origin().record();
  }

  /** The pipeline it belongs to. */
  public final Pipeline pipeline() {
    return pipeline;
  }

  /**
   * The same stage under this name, which messages, descriptions, reports and the Spark UI show. A
   * stage that is used under two names is computed as one, and shown under the name that stands
   * first in the pipeline.
   */
  public Stage<T> named(String name) {
    return new Stage<>(pipeline, node.named(name));
  }

  /** The rows for which the condition is true; rows for which it is false or NULL are left out. */
  public Stage<T> filter(BoolExpr<T> condition) {
    return same(new Filter(condition.node()));
  }

  /** A row of another record for each row: {@code select(row(Line::new).of(…))}. */
  public final <R extends Record> Stage<R> select(Projection<T, R> row) {
    return new Stage<>(
        pipeline, next(origin("select", row.record()), new Select(Outputs.of(row))));
  }

  /**
   * A row of another record for each row, by name: components of the same name and type carry over,
   * the others must be set.
   *
   * <pre>{@code
   * orders.enrich(PricedOrder.class, set(PricedOrder::total).to(col(Order::quantity).times(col(Order::price))))
   * }</pre>
   *
   * @param record the target; it may be the stage's own record, to change some of its columns
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <R extends Record> Stage<R> enrich(
      Class<R> record, Assignment<T, R>... assignments) {
    return new Stage<>(
        pipeline,
        next(
            origin("enrich", record),
            new Select(Outputs.byName(node.record(), record, Arrays.asList(assignments)))));
  }

  /**
   * A row of scores for each row, by a model: {@code impressions.score("ctr", model)}. Rows that the model cannot score are rejected,
   * each with its reasons, and go where the pipeline's quarantine is.
   *
   * @param name the stage's name
   */
  public final <R extends Record> Stage<R> score(String name, Scoring<T, R> model) {
    return model.score(name, this);
  }

  /**
   * Fixes rows and checks them against named rules; see {@link CleanRules}. What breaks a rule is
   * rejected and can be read as {@link CheckedStage#rejected()}.
   *
   * @param name the stage's name
   */
  public final CheckedStage<T> clean(String name, UnaryOperator<CleanRules<T>> rules) {
    CleanRules<T> clean = rules.apply(CleanRules.none());
    return new CheckedStage<>(
        pipeline,
        next(
            new Origin(name, node.origin().record(), CallSite.here()),
            new Clean(clean.steps(), clean.limit())));
  }

  /**
   * Groups rows by the values of these columns; rows with NULL in a key form groups too.
   *
   * @throws IllegalArgumentException if no key is given: use {@link #aggregate} for one row over
   *     all
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> groupBy(Fields.Named<T>... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException(
          "groupBy needs at least one key; aggregate(…) without groupBy makes one row of all rows");
    }
    return new Grouped<>(pipeline, node, FieldReader.fields(keys), Optional.empty());
  }

  /**
   * Groups rows by what is computed of them: {@code groupBy(col(Order::date).year())}. Columns beside
   * it are written with {@code col} as well.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> groupBy(Expr<T, ?> first, Expr<T, ?>... more) {
    return new Grouped<>(pipeline, node, FieldReader.nodes(first, more), Optional.empty());
  }

  /**
   * Groups rows by these columns, and adds rows of totals: without the last, without the last two and
   * so on, down to the total of all. In a total the keys that it adds up are NULL, so components that
   * take keys have boxed types; {@link Groups#isTotalOf} tells a total from a NULL in the rows.
   *
   * <pre>{@code
   * sales.rollup(Sale::region, Sale::city).aggregate(g -> row(Total::new).of(
   *     g.key(Sale::region), g.key(Sale::city), g.groupingId(), sum(Sale::amount)))
   * }</pre>
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> rollup(Fields.Named<T>... keys) {
    return new Grouped<>(pipeline, node, FieldReader.fields(keys), Subtotals.rollup());
  }

  /** As {@link #rollup(Fields.Named[])}, by what is computed of rows. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> rollup(Expr<T, ?> first, Expr<T, ?>... more) {
    return new Grouped<>(pipeline, node, FieldReader.nodes(first, more), Subtotals.rollup());
  }

  /** As {@link #rollup(Fields.Named[])}, with a total of each combination of the keys. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> cube(Fields.Named<T>... keys) {
    return new Grouped<>(pipeline, node, FieldReader.fields(keys), Subtotals.cube());
  }

  /** As {@link #cube(Fields.Named[])}, by what is computed of rows. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> cube(Expr<T, ?> first, Expr<T, ?>... more) {
    return new Grouped<>(pipeline, node, FieldReader.nodes(first, more), Subtotals.cube());
  }

  /**
   * Rows of totals of these combinations of keys and no others: {@code groupingSets(keys(Sale::region,
   * Sale::city), keys(Sale::region), keys())}; the last is the total of all.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Grouped<T> groupingSets(KeySet<T>... sets) {
    return new Grouped<>(
        pipeline, node, KeySet.all(sets),
        Subtotals.of(Arrays.stream(sets).map(KeySet::nodes).toList()));
  }

  /**
   * One row over all rows, with a handle for what names no column of them: {@code aggregate(g ->
   * row(Share::new).of(g.count().times(100)))}.
   */
  public final <R extends Record> Stage<R> aggregate(
      Function<Groups<T>, Projection<Group<T>, R>> row) {
    return new Grouped<T>(pipeline, node, List.of(), Optional.empty()).aggregate(row);
  }

  /** One row over all rows, also if there are none. */
  public final <R extends Record> Stage<R> aggregate(Projection<Group<T>, R> row) {
    return new Grouped<T>(pipeline, node, List.of(), Optional.empty()).aggregate(row);
  }

  /**
   * Declares which column says when a row happened, and how much later than the newest one a row
   * may come. In batch it changes nothing but allows {@link TimedStage#window}; a stream also waits
   * that long before it closes a window. The column keeps its meaning through later stages; where
   * the compiler has lost sight of it, {@link #timedBy} names it again.
   */
  public final TimedStage<T> eventTime(Fields.Timestamp<T> accessor, Duration lateness) {
    return timed(new EventTime(FieldReader.field(accessor), lateness));
  }

  /**
   * Says which column carries the event time that {@link #eventTime} declared before, so that the
   * rows can be cut into windows of it. Event time stays with its column through all stages that
   * pass it on as it is, also under another name.
   *
   * <pre>{@code
   * bids.eventTime(Bid::at, Duration.ofMinutes(10))
   *     .select(row(Price::new).of(col(Bid::at), col(Bid::price)))
   *     .timedBy(Price::bidAt).window(tumbling(Duration.ofMinutes(1)))
   * }</pre>
   */
  public final TimedStage<T> timedBy(Fields.Timestamp<T> accessor) {
    return timed(new TimedBy(FieldReader.field(accessor)));
  }

  /**
   * Pairs of rows that match. Each side's columns are reached through the handles of {@code
   * select}.
   */
  public final <R extends Record> JoinOn<T, R, Joining2<T, R>> join(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.INNER, Joining2::new);
  }

  /**
   * Pairs of rows that match, and rows of this stage without a match; the other side's columns may
   * be NULL.
   */
  public final <R extends Record> JoinOn<T, R, Joining2<T, R>> leftJoin(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.LEFT, Joining2::new);
  }

  /**
   * Pairs of rows that match, and rows of the other stage without a match; this side's columns may
   * be NULL.
   */
  public final <R extends Record> JoinOn<T, R, Joining2<T, R>> rightJoin(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.RIGHT, Joining2::new);
  }

  /**
   * Pairs of rows that match, and rows of both stages without a match; columns of both sides may be
   * NULL.
   */
  public final <R extends Record> JoinOn<T, R, Joining2<T, R>> fullJoin(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.FULL, Joining2::new);
  }

  /** Each row of this stage with each row of the other. */
  public final <R extends Record> Joining2<T, R> crossJoin(Stage<R> other) {
    return new Joining2<>(JoinLegs.first(this).cross(other));
  }

  /** Rows of this stage that have a match in the other. */
  public final <R extends Record> JoinOn<T, R, SemiJoining<T, R>> semiJoin(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.SEMI, SemiJoining::new);
  }

  /** Rows of this stage that have no match in the other. */
  public final <R extends Record> JoinOn<T, R, SemiJoining<T, R>> antiJoin(Stage<R> other) {
    return JoinOn.of(this, other, JoinKind.ANTI, SemiJoining::new);
  }

  /**
   * Each row with the latest row of the other stage that has the same key and is not later, such as a
   * trade with the price of its moment. Rows without one do not come out; {@link #leftAsOfJoin} keeps
   * them. Of other rows that are equally late, any is taken.
   *
   * <pre>{@code
   * trades.asOfJoin(prices).on(Trade::symbol).equalTo(Price::symbol)
   *     .atOrBefore(Trade::at, Price::at)
   *     .select((t, p) -> row(Valued::new).of(t.col(Trade::id), p.col(Price::amount)))
   * }</pre>
   */
  public final <R extends Record> AsOfOn<T, R> asOfJoin(Stage<R> other) {
    return AsOfOn.of(this, other, false);
  }

  /**
   * As {@link #asOfJoin}, and rows for which there is no such other; the other side's columns may be
   * NULL.
   */
  public final <R extends Record> AsOfOn<T, R> leftAsOfJoin(Stage<R> other) {
    return AsOfOn.of(this, other, true);
  }

  /**
   * Asks a store for a row by a key of each row, many keys at once. The rows keep their order and
   * their partitions, and no row of the store is read that nobody asks for.
   *
   * @param store what is asked, such as a table of Cassandra, or a service of your own
   * @param <K> the type of the key
   * @param <R> the record that the store gives
   */
  public final <K, R extends Record> LookupOn<T, K, R> lookup(LookupStore<K, R> store) {
    return new LookupOn<>(this, store);
  }

  /**
   * A row for each element of a list in a row; a row whose list is NULL or empty makes none.
   *
   * <pre>{@code
   * orders.explode(Order::items).select((o, i) -> row(Line::new).of(
   *     o.col(Order::id), i.col(Item::sku), i.col(Item::price)))
   * }</pre>
   *
   * @param <E> the type of the elements
   */
  @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
  public final <E> Exploding<T, E> explode(Fields.Items<T, E> list) {
    return Exploding.of(this, FieldReader.field(list));
  }

  /** A row for each element of a list that is computed: {@code explode(col(Order::tags).distinct())}. */
  public final <E> Exploding<T, E> explode(ListExpr<T, E> list) {
    return Exploding.of(this, list.node());
  }

  /**
   * A row for each entry of a map in a row; a row whose map is NULL or empty makes none.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   */
  @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
  public final <K, V> ExplodingEntries<T, K, V> explode(Fields.Entries<T, K, V> map) {
    return ExplodingEntries.of(this, FieldReader.field(map));
  }

  /** A row for each entry of a map that is computed. */
  public final <K, V> ExplodingEntries<T, K, V> explode(MapExpr<T, K, V> map) {
    return ExplodingEntries.of(this, map.node());
  }

  /** The rows of this stage and of the others, duplicates included. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> union(Stage<T>... others) {
    List<PlanNode> inputs =
        Stream.concat(Stream.of(node), Arrays.stream(others).map(Stage::node)).toList();
    pipeline.requireSame(others);
    return new Stage<>(pipeline, new PlanNode(origin("union", type()), new Union(), inputs));
  }

  /**
   * The rows that the other stage has too, each different one once. Whole rows are compared, and
   * NULLs are equal here; {@link #semiJoin} compares keys.
   */
  public final Stage<T> intersect(Stage<T> other) {
    return beside(other, new Intersect(false));
  }

  /** The rows that the other stage has too, each as often as both have it; see {@link #intersect}. */
  public final Stage<T> intersectAll(Stage<T> other) {
    return beside(other, new Intersect(true));
  }

  /**
   * The rows that the other stage does not have, each different one once. Whole rows are compared,
   * and NULLs are equal here; {@link #antiJoin} compares keys.
   */
  public final Stage<T> except(Stage<T> other) {
    return beside(other, new Except(false));
  }

  /**
   * The rows that the other stage does not have, each as often as this stage has it more; see
   * {@link #except}.
   */
  public final Stage<T> exceptAll(Stage<T> other) {
    return beside(other, new Except(true));
  }

  /**
   * Each row beside the only row of another stage, a total or a maximum: what SQL writes as a scalar
   * subquery, {@code where total > (select avg(total) from …)}. The row is computed once. Where there
   * is none its columns are NULL; where there are several, the run fails.
   *
   * <pre>{@code
   * orders.withOne(orders.aggregate(row(Usual::new).of(avg(Order::total))))
   *     .filter((o, u) -> o.col(Order::total).gt(u.col(Usual::total)))
   * }</pre>
   *
   * @param one a stage of one row
   */
  public final <R extends Record> BesideOne<T, R> withOne(Stage<R> one) {
    return BesideOne.of(this, one);
  }

  /**
   * A row for each of these columns of a row, which are of one type: {@code select} is given the name
   * of the column, as the files have it, and its value. A value that is NULL makes no row.
   *
   * <pre>{@code
   * sales.unpivot(Sales::january, Sales::february)
   *     .select((s, month, amount) -> row(Month::new).of(
   *         s.col(Sales::shop), month, DoubleExpr.of(amount)))
   * }</pre>
   *
   * @param <V> the type of the values
   * @throws IllegalArgumentException if no column is given
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <V> Unpivoting<T, V> unpivot(Fields.Typed<T, V>... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("unpivot needs at least one column");
    }
    return Unpivoting.of(this, FieldReader.fields(columns));
  }

  /** Each different row once. */
  public Stage<T> distinct() {
    return same(new Distinct());
  }

  /**
   * One row for each combination of these columns, whichever. What is dropped is not counted;
   * inside {@code clean} it is.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> dedupe(Fields.Named<T>... keys) {
    return then(new Dedupe(FieldReader.fields(keys), List.of()), type());
  }

  /** One row for each combination of these values, whichever: {@code dedupe(col(Order::at).toDate())}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> dedupe(Expr<T, ?> first, Expr<T, ?>... more) {
    return then(new Dedupe(FieldReader.nodes(first, more), List.of()), type());
  }

  /**
   * The first row by an order for each key: {@code
   * keepFirst(desc(Order::orderDate)).per(Order::orderId)}.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final KeepFirst keepFirst(SortOrder<T>... orders) {
    return new KeepFirst(Optional.empty(), keys(orders));
  }

  /**
   * The first rows by an order for each key: {@code keepFirst(3,
   * desc(Order::total)).per(Order::customerId)}. Of equals at the end some are left out.
   *
   * @param rows how many rows are kept of each key, at least 1
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final KeepFirst keepFirst(int rows, SortOrder<T>... orders) {
    return new KeepFirst(Optional.of(rows), keys(orders));
  }

  /** The rows in this order. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> sort(SortOrder<T>... orders) {
    return then(new Sort(keys(orders)), type());
  }

  /** At most that many rows: the first ones of a sorted stage, any of others. */
  public Stage<T> limit(int rows) {
    return same(new Limit(rows));
  }

  /**
   * About that share of the rows, each drawn by itself.
   *
   * @param fraction from 0 to 1
   * @param seed the same seed draws the same rows from the same partitions
   */
  public Stage<T> sample(double fraction, long seed) {
    return same(new Sample(fraction, seed));
  }

  /**
   * About a share of the rows of each key, each row drawn by itself; rows of other keys, and of NULL,
   * do not come out.
   *
   * <pre>{@code
   * orders.sampleBy(Order::status, Map.of("paid", 0.1, "returned", 1.0), 7)
   * }</pre>
   *
   * @param fractions the share of each key, from 0 to 1
   * @param seed the same seed draws the same rows from the same partitions
   * @param <K> the type of the key
   */
  public final <K> Stage<T> sampleBy(
      Fields.Typed<T, K> key, Map<K, Double> fractions, long seed) {
    return then(new SampleBy(FieldReader.field(key), Shares.of(fractions), seed), type());
  }

  /**
   * The rows dealt out by chance into parts that have no row in common, such as for training and for
   * testing: {@code randomSplit(7, 0.8, 0.2)}.
   *
   * @param seed the same seed deals the same rows of the same partitions to the same parts
   * @param weights how large the parts are in relation to each other
   * @return a stage for each weight, in order
   * @throws IllegalArgumentException if no weight is given
   */
  public final List<Stage<T>> randomSplit(long seed, double... weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException(
          "randomSplit needs a weight for each part, as in randomSplit(7, 0.8, 0.2)");
    }
    List<Double> all = Arrays.stream(weights).boxed().toList();
    return IntStream.range(0, weights.length)
        .mapToObj(part -> then(new RandomSplit(all, part, seed), type()))
        .toList();
  }

  /**
   * The same rows, sent whole to every executor where they are joined: for a small side of a join.
   */
  public Stage<T> broadcast() {
    return same(new Broadcast());
  }

  /**
   * The same rows; where they are joined by key, both sides are sorted: for two large sides, if Spark
   * takes another way that needs more memory.
   */
  public Stage<T> sortMerge() {
    return same(new Hint(JoinWay.SORT_MERGE));
  }

  /**
   * The same rows; where they are joined by key, both sides are dealt out by it and a hash table is
   * made of this one: for a side too large to send whole, and much smaller than the other.
   */
  public Stage<T> shuffleHash() {
    return same(new Hint(JoinWay.SHUFFLE_HASH));
  }

  /**
   * The same rows, dealt out evenly to so many partitions: tasks that run at once, and files of a
   * sink. It is a shuffle; {@link #coalesce} makes fewer partitions without one.
   *
   * @param partitions at least 1
   */
  public Stage<T> repartition(int partitions) {
    return same(new Repartition(OptionalInt.of(partitions), List.of()));
  }

  /**
   * The same rows, those that are equal in these columns in one partition: {@code
   * repartitionBy(Order::customerId)}. How many partitions there are says Spark's
   * {@code spark.sql.shuffle.partitions}.
   *
   * @throws IllegalArgumentException if no key is given
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> repartitionBy(Fields.Named<T>... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException(
          "repartitionBy needs at least one key; repartition(partitions) deals rows out evenly");
    }
    return same(new Repartition(OptionalInt.empty(), FieldReader.fields(keys)));
  }

  /**
   * The same rows in at most so many partitions, which are put together without a shuffle. The
   * stages before it then run in as few tasks.
   *
   * @param partitions at least 1
   */
  public Stage<T> coalesce(int partitions) {
    return same(new Coalesce(partitions));
  }

  /**
   * The same rows in partitions of about the size that Spark advises: small ones are put together
   * and large ones divided, when the run knows their sizes. It is a shuffle, such as before a sink
   * of files; skewed sides of joins Spark divides by itself.
   */
  public Stage<T> rebalance() {
    return same(new Rebalance(List.of()));
  }

  /**
   * The same as {@link #rebalance}, where rows that are equal in these columns come together as long
   * as a partition does not become too large.
   *
   * @throws IllegalArgumentException if no key is given
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Stage<T> rebalanceBy(Fields.Named<T>... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException(
          "rebalanceBy needs at least one key; rebalance() looks at sizes alone");
    }
    return same(new Rebalance(FieldReader.fields(keys)));
  }

  /**
   * The rows that a function on Spark's own dataset makes: for what the stages here cannot say. The
   * columns it gets and gives are those of the records, by their column names.
   *
   * @param name the stage's name
   * @param record the record of the rows that come out; other columns are dropped, missing ones are
   *     an error
   */
  public final <R extends Record> Stage<R> transform(
      String name, Class<R> record, UnaryOperator<Dataset<Row>> function) {
    return new Stage<>(
        pipeline,
        next(new Origin(name, record, CallSite.here()), new Transform(function)));
  }

  /**
   * The rows of an SQL query over this stage, which it names {@code {stage}}: {@code "select * from
   * {stage}"}.
   *
   * @param record the record of the rows that come out
   */
  public final <R extends Record> Stage<R> sql(String query, Class<R> record) {
    return then(new Sql(query), record);
  }

  /**
   * The same rows, of a table that a stream reads once, when its first epoch needs it, and keeps as
   * long as it runs. Without it a stream reads a table that it joins anew in each epoch. In batch it
   * changes nothing.
   *
   * <pre>{@code
   * bids.join(campaigns.readOnce().broadcast()).on(Bid::campaignId).equalTo(Campaign::id)
   * }</pre>
   */
  public Stage<T> readOnce() {
    return same(new Refresh(Optional.empty()));
  }

  /**
   * The same rows, of a table that a stream keeps and reads anew in the first epoch after so long a
   * time. In batch it changes nothing.
   *
   * @param age how old the rows may become; more than zero
   */
  public Stage<T> refreshEvery(Duration age) {
    return same(new Refresh(Optional.of(age)));
  }

  /**
   * Sends the rows to a sink when the pipeline runs.
   *
   * @param name the sink's name, unique in its pipeline
   * @return this stage, so that it can have several sinks
   */
  public Stage<T> sink(String name, Sink<T> sink) {
    pipeline.add(name, node, sink);
    return this;
  }

  /**
   * The rows as Spark's own dataset, not yet computed. Rejected rows of the stages before are left
   * out.
   *
   * @throws PipelineException if there are problems, which {@link Pipeline#validate} would list
   */
  public final Dataset<Row> toDataset(SparkSession spark) {
    return Engine.installed().dataset(pipeline.planOf(node), node, spark);
  }

  /** The rows as Spark's own dataset of records, not yet computed. */
  public final Dataset<T> toTypedDataset(SparkSession spark) {
    return toDataset(spark).as(Engine.installed().encoder(type()));
  }

  /**
   * Computes the rows and brings them here. A NULL in a primitive component is an error.
   *
   * @throws PipelineException if there are problems, which {@link Pipeline#validate} would list, or
   *     if a row cannot be computed, naming the stage, the line and the reason
   */
  public final List<T> collect(SparkSession spark) {
    return Engine.installed().collect(pipeline.planOf(node), node, type(), spark);
  }

  final Origin origin(String verb, Class<?> record) {
    return new Origin(verb + " " + record.getSimpleName(), record, CallSite.here());
  }

  /**
   * For the library's modules: a stage that does what a verb of theirs does to the rows of this one.
   *
   * @param record the record of the rows that come out
   */
  @Internal
  public final <R extends Record> Stage<R> then(Verb verb, Class<R> record) {
    return new Stage<>(pipeline, next(origin(verb.name(), record), verb));
  }

  private Stage<T> beside(Stage<T> other, Verb verb) {
    pipeline.requireSame(other);
    return new Stage<>(
        pipeline,
        new PlanNode(origin(verb.name(), type()), verb, List.of(node, other.node())));
  }

  final PlanNode next(Origin origin, Verb verb) {
    return new PlanNode(origin, verb, node);
  }

  /** A stage of rows that go in; event time survives it. */
  Stage<T> same(Verb verb) {
    return then(verb, type());
  }

  final TimedStage<T> timed(Verb verb) {
    return new TimedStage<>(pipeline, then(verb, type()).node());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private static <T> List<SortKey> keys(SortOrder<T>... orders) {
    return Arrays.stream(orders).map(SortOrder::key).toList();
  }

  /** The step after {@link #keepFirst}. */
  public final class KeepFirst {
    private final Optional<Integer> rows;
    private final List<SortKey> orders;

    private KeepFirst(Optional<Integer> rows, List<SortKey> orders) {
      this.rows = rows;
      this.orders = orders;
    }

    /** Keeps the first row for each combination of these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Stage<T> per(Fields.Named<T>... keys) {
      return per(FieldReader.fields(keys));
    }

    /** Keeps the first for each combination of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Stage<T> per(Expr<T, ?> first, Expr<T, ?>... more) {
      return per(FieldReader.nodes(first, more));
    }

    private Stage<T> per(List<ExprNode> keys) {
      return then(new Dedupe(keys, orders, rows), type());
    }
  }
}
