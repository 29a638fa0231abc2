package dev.sluice.plan;

import static dev.sluice.Dsl.*;
import static dev.sluice.Dsl.keys;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.over;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.CheckedStage;
import dev.sluice.LookingUp;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.KeySet;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.StrExpr;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.text.PlanText;
import dev.sluice.plan.verb.Limit;
import dev.sluice.quality.CleanRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a pipeline shows in its description, its fingerprint and the difference. */
class ChangedPlanTest {

  record Line(int id, String shop, Double amount, Instant at, List<String> tags) {}

  record Tag(String tag) {}

  record Total(String shop, Double amount) {}

  record Hour(Instant from, Double amount) {}

  record Sum(Double amount) {}

  record Times(Instant first, Instant second) {}

  record Pair(int left, Integer right) {}

  /** A pipeline and its change. */
  static Stream<Arguments> changes() {
    return Stream.of(
        change("filter", s -> s.filter(col(Line::id).gt(1)), s -> s.filter(col(Line::id).gt(2))),
        change(
            "select", s -> s.select(total(col(Line::amount).times(2))),
            s -> s.select(total(col(Line::amount).times(3)))),
        change(
            "enrich",
            s -> s.enrich(Line.class, set(Line::amount).to(col(Line::amount).times(2))),
            s -> s.enrich(Line.class, set(Line::amount).to(col(Line::amount).times(3)))),
        change("limit", s -> s.limit(10), s -> s.limit(20)),
        change("sample's share", s -> s.sample(0.1, 7), s -> s.sample(0.2, 7)),
        change("sample's seed", s -> s.sample(0.1, 7), s -> s.sample(0.1, 8)),
        change("partitions", s -> s.repartition(2), s -> s.repartition(3)),
        change("key of partitions", s -> s.repartitionBy(Line::id),
            s -> s.repartitionBy(Line::shop)),
        change("rows counted", s -> s.intersect(s), s -> s.intersectAll(s)),
        change("rows left counted", s -> s.except(s), s -> s.exceptAll(s)),
        change("filter beside one row", s -> besideOne(s, 1), s -> besideOne(s, 2)),
        change("unpivoted columns", s -> unpivoted(s, false), s -> unpivoted(s, true)),
        change(
            "shares of keys", s -> s.sampleBy(Line::shop, Map.of("a", 0.1), 7),
            s -> s.sampleBy(Line::shop, Map.of("a", 0.2), 7)),
        change("part", s -> s.randomSplit(7, 3, 1).get(0), s -> s.randomSplit(7, 3, 1).get(1)),
        change("weights", s -> s.randomSplit(7, 3, 1).get(0), s -> s.randomSplit(7, 2, 1).get(0)),
        change("way of joining", s -> s.sortMerge(), s -> s.shuffleHash()),
        change("key of sizes", s -> s.rebalanceBy(Line::id), s -> s.rebalanceBy(Line::shop)),
        change("tolerance", s -> latest(s, 1), s -> latest(s, 2)),
        change("fewer partitions", s -> s.coalesce(2), s -> s.coalesce(3)),
        change("sort key", s -> s.sort(asc(Line::id)), s -> s.sort(asc(Line::shop))),
        change("sort direction", s -> s.sort(asc(Line::id)), s -> s.sort(desc(Line::id))),
        change("place of NULLs", s -> s.sort(asc(Line::shop)),
            s -> s.sort(asc(Line::shop).nullsLast())),
        change("dedupe key", s -> s.dedupe(Line::id), s -> s.dedupe(Line::shop)),
        change(
            "dedupe order", s -> s.keepFirst(asc(Line::amount)).per(Line::id),
            s -> s.keepFirst(desc(Line::amount)).per(Line::id)),
        change(
            "group key", s -> s.groupBy(Line::shop).aggregate(sums()),
            s -> s.groupBy(Line::shop, Line::id).aggregate(sums())),
        change(
            "aggregate", s -> s.groupBy(Line::shop).aggregate(sums()),
            s -> s.groupBy(Line::shop)
                .aggregate(row(Total::new).of(key(Line::shop), max(Line::amount)))),
        change(
            "having", s -> s.groupBy(Line::shop).having(sum(Line::amount).gt(1)).aggregate(sums()),
            s -> s.groupBy(Line::shop).having(sum(Line::amount).gt(2)).aggregate(sums())),
        change("computed key", s -> once(s, col(Line::id).plus(1)),
            s -> once(s, col(Line::id).plus(2))),
        change("rows of a key", s -> s.keepFirst(2, asc(Line::amount)).per(Line::id),
            s -> s.keepFirst(3, asc(Line::amount)).per(Line::id)),
        change("totals", s -> s.rollup(Line::shop, Line::id).aggregate(sums()),
            s -> s.cube(Line::shop, Line::id).aggregate(sums())),
        change("sets of totals", s -> sets(s, keys(Line::id)), s -> sets(s, keys())),
        change("condition of an aggregate", s -> s.groupBy(Line::shop).aggregate(sumsAbove(1)),
            s -> s.groupBy(Line::shop).aggregate(sumsAbove(2))),
        change("begin of windows", s -> hours(s, tumbling(Duration.ofHours(1))),
            s -> hours(s, tumbling(Duration.ofHours(1)).startingAt(Duration.ofMinutes(5)))),
        change("frame of time", s -> before(s, 1), s -> before(s, 2)),
        change("window", s -> hours(s, 0, 1), s -> hours(s, 0, 2)),
        change("column of the time", s -> times(s).timedBy(Times::first),
            s -> times(s).timedBy(Times::second)),
        change("lateness", s -> hours(s, 0, 1), s -> hours(s, 5, 1)),
        change("join kind", s -> join(s, true, 0), s -> join(s, false, 0)),
        change("join condition", s -> join(s, true, 0), s -> join(s, true, 1)),
        change("filter of a join", s -> kept(s, 1), s -> kept(s, 2)),
        change("window of late rows", s -> late(s, 1), s -> late(s, 2)),
        change(
            "age", s -> s.refreshEvery(Duration.ofHours(1)),
            s -> s.refreshEvery(Duration.ofHours(2))),
        change("bound of time", s -> apart(s, 1), s -> apart(s, 2)),
        change("store", s -> looked(s, "a"), s -> looked(s, "b")),
        change("key", s -> looked(s, col(Line::id)), s -> looked(s, col(Line::id).plus(1))),
        change("only found", s -> pair(on(s, "a")), s -> pair(on(s, "a").onlyFound())),
        change("rows at once", s -> pair(on(s, "a")), s -> pair(on(s, "a").batchSize(7))),
        change(
            "batches in flight", s -> pair(on(s, "a")), s -> pair(on(s, "a").batchesInFlight(7))),
        change(
            "timeout", s -> pair(on(s, "a")),
            s -> pair(on(s, "a").timeout(Duration.ofSeconds(7)))),
        change("sql", s -> s.sql("select * from {stage}", Line.class),
            s -> s.sql("select * from {stage} where id = 1", Line.class)),
        change("fill", c -> c.fill(Line::amount).with(0.0), c -> c.fill(Line::amount).with(1.0), 0),
        change("rule", c -> c.require("r", col(Line::id).gt(1)),
            c -> c.require("r", col(Line::id).gt(2)), 0),
        change("rule's name", c -> c.require("r", col(Line::id).gt(1)),
            c -> c.require("q", col(Line::id).gt(1)), 0),
        change("severity", c -> c.require("r", col(Line::id).gt(1)),
            c -> c.warn("r", col(Line::id).gt(1)), 0),
        change(
            "limit of rejected rows", c -> c.require("r", col(Line::id).gt(1)).rejectAtMost(1),
            c -> c.require("r", col(Line::id).gt(1)).rejectAtMost(2), 0),
        change(
            "first of duplicates", c -> c.keepFirst(asc(Line::amount)).per(Line::id),
            c -> c.keepFirst(desc(Line::amount)).per(Line::id), 0),
        change("exploded list", s -> exploded(s, col(Line::tags)),
            s -> exploded(s, col(Line::tags).distinct())),
        change("lambda", s -> exploded(s, col(Line::tags).filter(t -> t.eq("a"))),
            s -> exploded(s, col(Line::tags).filter(t -> t.eq("b")))),
        change(
            "rows without elements", s -> exploded(s, col(Line::tags)),
            s -> s.explode(col(Line::tags)).keepEmpty()
                .select((l, t) -> row(Tag::new).of(StrExpr.of(t)))),
        change("source", s -> s, s -> source(Line.class, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void showsInTheDescription(String what, Plan before, Plan after) {
    assertThat(text(after)).isNotEqualTo(text(before));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void showsInTheFingerprintAndTheJson(String what, Plan before, Plan after) {
    assertThat(after.fingerprint(after.sinks().get(0).stage()))
        .isNotEqualTo(before.fingerprint(before.sinks().get(0).stage()));
    assertThat(after.toJson()).isNotEqualTo(before.toJson());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isToldInWords(String what, Plan before, Plan after) {
    assertThat(PlanDifference.between(before, after)).isNotEmpty();
    assertThat(PlanDifference.between(before, before)).isEmpty();
  }

  @Test
  void everyVerbThatHasConstantsIsTried() {
    List<String> verbs =
        new ClassFileImporter()
            .importPackagesOf(Limit.class).stream()
            .filter(type -> type.isAssignableTo(Verb.class) && type.isRecord())
            .filter(type -> !type.getFields().isEmpty())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("Transform")) // code, into which nobody can look
            .toList();

    assertThat(verbs).contains("Limit", "Join", "Lookup");
    assertThat(changes().map(a -> ((Plan) a.get()[1])).flatMap(plan -> plan.stages().stream()))
        .extracting(stage -> stage.verb().getClass().getSimpleName())
        .containsAll(verbs);
  }

  @Test
  void aKeyMoreIsOneSentence() {
    Plan before = plan(s -> s.groupBy(Line::shop).aggregate(sums()).named("daily"));
    Plan after = plan(s -> s.groupBy(Line::shop, Line::id).aggregate(sums()).named("daily"));

    assertThat(PlanDifference.between(before, after))
        .containsExactly("stage 'daily': key added: id");
  }

  @Test
  void aStageOfAnotherNameIsNoOtherStage() {
    Plan before = plan(s -> s.limit(3).named("some"));
    Plan after = plan(s -> s.limit(3).named("few"));

    assertThat(PlanDifference.between(before, after))
        .containsExactly(
            "stage 'some' is named 'few'", "sink 'out': takes stage 'few', before 'some'");
    assertThat(after.fingerprint(after.sinks().get(0).stage()))
        .isEqualTo(before.fingerprint(before.sinks().get(0).stage()));
  }

  @Test
  void addedAndRemovedStagesAndNewOrdersAreTold() {
    Plan before = plan(s -> s.sort(asc(Line::id)).named("sorted").limit(2).named("top"));
    Plan after = plan(s -> s.sort(desc(Line::id)).named("sorted").distinct().named("once"));

    assertThat(PlanDifference.between(before, after))
        .containsExactly(
            "stage 'sorted': order by added: id descending",
            "stage 'sorted': order by removed: id",
            "stage 'top' (limit) removed",
            "stage 'once' (distinct) added",
            "sink 'out': takes stage 'once', before 'top'");
  }

  @Test
  void theJsonIsTheSameForThePipelineWrittenTwice() {
    assertThat(plan(s -> hours(s, 0, 1)).toJson()).isEqualTo(plan(s -> hours(s, 0, 1)).toJson());
  }

  @Test
  void aConditionOfThousandsOfPartsIsWritten() {
    var any = col(Line::id).eq(0);
    for (int i = 1; i < 5_000; i++) {
      any = any.or(col(Line::id).eq(i));
    }
    var condition = any;

    assertThat(plan(s -> s.filter(condition)).toJson()).contains("4999");
  }

  private static Stage<Tag> exploded(Stage<Line> lines, ListExpr<Line, String> list) {
    return lines.explode(list).select((l, t) -> row(Tag::new).of(StrExpr.of(t)));
  }

  private static Arguments change(
      String what, Function<Stage<Line>, Stage<?>> before, Function<Stage<Line>, Stage<?>> after) {
    return Arguments.of(what, plan(before), plan(after));
  }

  private static Arguments change(
      String what,
      UnaryOperator<CleanRules<Line>> before,
      UnaryOperator<CleanRules<Line>> after,
      int clean) {
    return change(what, s -> s.clean("valid", before), s -> s.clean("valid", after));
  }

  private static Plan plan(Function<Stage<Line>, Stage<?>> made) {
    Stage<?> stage = made.apply(source(Line.class, 0));
    sink(stage);
    return stage.pipeline().plan();
  }

  private static <T extends Record> void sink(Stage<T> stage) {
    stage.sink("out", InMemory.sink(stage.type()));
  }

  private static CheckedStage<Line> source(Class<Line> type, int rows) {
    return Pipeline.named("changes")
        .source(
            "lines",
            InMemory.rows(type,
                Stream.generate(() -> new Line(1, "a", 1.0, Instant.EPOCH, List.of())).limit(rows)
                    .toList()));
  }

  private static Projection<Line, Total> total(
      DoubleExpr<Line> amount) {
    return row(Total::new).of(col(Line::shop), amount);
  }

  private static Projection<Group<Line>, Total> sums() {
    return row(Total::new).of(key(Line::shop), sum(Line::amount));
  }

  private static Projection<Group<Line>, Total> sumsAbove(int least) {
    return row(Total::new)
        .of(key(Line::shop), sum(Line::amount).where(col(Line::id).gt(least)));
  }

  private static Stage<Line> once(Stage<Line> lines, IntExpr<Line> key) {
    return lines.dedupe(key);
  }

  private static Stage<Total> sets(Stage<Line> lines, KeySet<Line> more) {
    return lines.groupingSets(keys(Line::shop), more).aggregate(sums());
  }

  private static Stage<Total> before(Stage<Line> lines, int days) {
    return lines.select(row(Total::new).of(
        col(Line::shop),
        over(
            orderBy(asc(Line::at)).rangeBetween(Duration.ofDays(-days), Duration.ZERO),
            sum(Line::amount))));
  }

  private static Stage<Times> times(Stage<Line> lines) {
    return lines
        .eventTime(Line::at, Duration.ZERO)
        .select(row(Times::new).of(col(Line::at), col(Line::at)));
  }

  private static Stage<Hour> hours(Stage<Line> lines, TimeWindow window) {
    return lines
        .eventTime(Line::at, Duration.ZERO)
        .window(window)
        .aggregate(row(Hour::new).of(windowStart(), sum(Line::amount)));
  }

  private static Stage<Hour> hours(Stage<Line> lines, int late, int hours) {
    return lines
        .eventTime(Line::at, Duration.ofMinutes(late))
        .window(tumbling(Duration.ofHours(hours)))
        .aggregate(row(Hour::new).of(windowStart(), sum(Line::amount)));
  }

  private static Stage<Pair> join(Stage<Line> lines, boolean inner, int more) {
    Stage<Line> big = lines.filter(col(Line::id).gt(100)).named("big");
    var joined = inner ? lines.join(big) : lines.leftJoin(big);
    return joined
        .on(Line::id).equalTo(Line::id)
        .where((l, r) -> r.col(Line::id).gt(more))
        .select((l, r) -> row(Pair::new).of(l.col(Line::id), r.col(Line::id)));
  }

  private static Stage<Line> besideOne(Stage<Line> lines, int least) {
    return lines.withOne(lines.aggregate(row(Sum::new).of(sum(Line::amount))))
        .filter((l, s) -> s.col(Sum::amount).gt(least));
  }

  private static Stage<Tag> unpivoted(Stage<Line> lines, boolean more) {
    return (more ? lines.unpivot(Line::amount, Line::amount) : lines.unpivot(Line::amount))
        .select((l, name, amount) -> row(Tag::new).of(name));
  }

  private static Stage<Pair> latest(Stage<Line> lines, int minutes) {
    return lines.asOfJoin(lines)
        .on(Line::shop).equalTo(Line::shop)
        .atOrBefore(Line::at, Line::at)
        .within(Duration.ofMinutes(minutes))
        .select((l, r) -> row(Pair::new).of(l.col(Line::id), r.col(Line::id)));
  }

  private static Stage<Pair> kept(Stage<Line> lines, int least) {
    return lines.leftJoin(lines)
        .on(Line::id).equalTo(Line::id)
        .filter((l, r) -> r.col(Line::id).gt(least))
        .select((l, r) -> row(Pair::new).of(l.col(Line::id), r.col(Line::id)));
  }

  private static Stage<Line> late(Stage<Line> lines, int hours) {
    return lines.eventTime(Line::at, Duration.ZERO)
        .window(tumbling(Duration.ofHours(hours)))
        .late();
  }

  private static Stage<Pair> apart(Stage<Line> lines, int minutes) {
    TimedStage<Line> timed = lines.eventTime(Line::at, Duration.ZERO);
    return timed.join(timed)
        .on(Line::id).equalTo(Line::id)
        .within(Duration.ZERO, Duration.ofMinutes(minutes))
        .select((l, r) -> row(Pair::new).of(l.col(Line::id), r.col(Line::id)));
  }

  /** A store that is never asked. */
  record Pairs(String place) implements LookupStore<Integer, Pair> {
    @Override
    public Class<Integer> keyType() {
      return Integer.class;
    }

    @Override
    public Class<Pair> type() {
      return Pair.class;
    }

    @Override
    public String description() {
      return "pairs of " + place;
    }

    @Override
    public LookupSession<Integer, Pair> open() {
      throw new UnsupportedOperationException();
    }
  }

  private static LookingUp<Line, Pair> on(Stage<Line> lines, String place) {
    return lines.lookup(new Pairs(place)).on(Line::id);
  }

  private static Stage<Pair> looked(Stage<Line> lines, String place) {
    return pair(on(lines, place));
  }

  private static Stage<Pair> looked(Stage<Line> lines, IntExpr<Line> key) {
    return pair(lines.lookup(new Pairs("a")).on(key));
  }

  private static Stage<Pair> pair(LookingUp<Line, Pair> lookup) {
    return lookup.select((l, p) -> row(Pair::new).of(l.col(Line::id), p.col(Pair::right)));
  }

  private static String text(Plan plan) {
    return PlanText.of(plan).replaceAll("\\([A-Z]\\w+\\.java:\\d+\\)", "");
  }
}
