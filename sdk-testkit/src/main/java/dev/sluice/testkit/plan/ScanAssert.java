package dev.sluice.testkit.plan;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Filter;
import dev.sluice.record.RecordComponentType;
import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Queries;
import dev.sluice.testkit.bridge.QueryNode;
import dev.sluice.testkit.bridge.Scan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Assertions about how a source is read. If it is read several times, each reading must be right.
 *
 * <pre>{@code
 * assertThatPlan(paid)
 *     .scanOf(orders)
 *     .pushesDown(col(Order::status).eq("paid"))
 *     .readsColumns(Order::orderId, Order::status)
 *     .isScannedOnce();
 * }</pre>
 *
 * @param <S> the record of the source
 */
public final class ScanAssert<S extends Record> {

  private final StagePlanAssert plan;
  private final StagePlans plans;
  private final PlanNode source;
  private final List<QueryNode> leaves;

  ScanAssert(StagePlanAssert plan, StagePlans plans, PlanNode source, List<QueryNode> leaves) {
    this.plan = plan;
    this.plans = plans;
    this.source = source;
    this.leaves = leaves;
  }

  /**
   * Asserts that Spark gives this condition to the source, so that it can skip files, or parts of
   * them, in which no row is right. Of a column that is a directory it skips directories. What
   * Spark would give for {@code source.filter(condition)} must be among what it gives here.
   *
   * <p>Fails also if Spark cannot give this condition, or a part of it, to this kind of source at
   * all, as for a function of yours or for texts, which are parsed line by line.
   */
  public ScanAssert<S> pushesDown(BoolExpr<S> condition) {
    requireColumnar("pushes filters down to");
    List<Operator> scans = scans();
    Queries.Offer offer = offer(condition);
    if (!offer.left().isEmpty() || offer.given().isEmpty()) {
      throw failure(
          "Spark cannot give this condition to %s: it keeps %s"
              .formatted(place(), offer.left().isEmpty() ? "all of it" : offer.left()),
          scans);
    }
    List<Operator> wrong =
        scans.stream().filter(scan -> !given(scan).containsAll(offer.given())).toList();
    if (!wrong.isEmpty()) {
      throw failure(
          "expected the filters %s at %s, found %s"
              .formatted(
                  offer.given(),
                  place(),
                  wrong.stream().map(this::given).map(Set::toString).distinct().toList().get(0)),
          wrong);
    }
    return this;
  }

  private Queries.Offer offer(BoolExpr<S> condition) {
    PlanNode filter =
        new PlanNode(
            new PlanNode.Origin("filter", source.origin().record(), source.site()),
            new Filter(condition.node()),
            source);
    return Queries.offer(plans.dataset(filter))
        .orElseThrow(
            () -> failure("%s does not say which filters it is given".formatted(place()), scans()));
  }

  private Set<Scan.Filter> given(Operator scan) {
    return scan.scan()
        .flatMap(Scan::filters)
        .orElseThrow(
            () -> failure(
                "%s does not say which filters it is given".formatted(place()), List.of(scan)));
  }

  /**
   * Asserts that these columns are read, and no others. Columns that are directories are not read
   * from files, so they are not among them.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final ScanAssert<S> readsColumns(Fields.Named<S>... accessors) {
    requireColumnar("reads single columns of");
    Set<String> expected =
        Arrays.stream(accessors).map(this::column).collect(Collectors.toCollection(TreeSet::new));
    for (Operator scan : scans()) {
      List<String> columns =
          scan.scan()
              .map(Scan::columns)
              .orElseThrow(
                  () -> failure(
                      "%s does not say which columns it reads".formatted(place()),
                      List.of(scan)));
      Set<String> found = new TreeSet<>(columns);
      if (!found.equals(expected)) {
        throw failure(
            "expected %s to read the columns %s, found %s".formatted(place(), expected, found),
            List.of(scan));
      }
    }
    return this;
  }

  private String column(Fields.Named<S> accessor) {
    if (!(FieldReader.field(accessor) instanceof ExprNode.Field field)) {
      throw new IllegalArgumentException(
          "write a method reference such as Order::quantity, not a lambda: it has no name");
    }
    return source
        .record()
        .component(field.accessor())
        .map(RecordComponentType::column)
        .orElseThrow(
            () -> new IllegalArgumentException(
                "%s has no component %s; it has %s"
                    .formatted(
                        source.record().simpleName(),
                        field.accessor(),
                        source.record().componentNames())));
  }

  /** Asserts that the source is read once, though perhaps by several stages. */
  public ScanAssert<S> isScannedOnce() {
    return isScanned(1);
  }

  /**
   * Asserts how often the source is read. A reading that others use through a shuffle or a cache
   * counts once.
   *
   * @param times 1 or more
   */
  public ScanAssert<S> isScanned(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("a source is read 1 time or more, not " + times);
    }
    plans.ran().wholePlan();
    List<Operator> scans = scans();
    Map<Integer, Integer> perLeaf = new LinkedHashMap<>();
    int leavesOfOne = leaves.size() / plans.occurrences(source).size();
    for (Operator scan : scans) {
      plans.lineage().leaves(scan).stream()
          .filter(leaves::contains)
          .map(leaf -> leaves.indexOf(leaf) % leavesOfOne)
          .forEach(leaf -> perLeaf.merge(leaf, 1, Integer::sum));
    }
    int found = perLeaf.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (found != times) {
      throw failure(
          "expected %s to be read %s, found %s".formatted(place(), text(times), text(found)),
          scans);
    }
    return this;
  }

  private static String text(int times) {
    return times == 1 ? "once" : times + " times";
  }

  /** Back to the whole plan. */
  public StagePlanAssert and() {
    return plan;
  }

  /** Texts are read whole, so nothing about a part of them can be right. */
  private void requireColumnar(String what) {
    if (source.verb().rejects()) {
      throw failure(
          "nothing %s %s: Sluice parses every line of a text whole, to find the malformed ones. Parquet, ORC and tables can be read in part"
              .formatted(what, place()),
          scans());
    }
  }

  private List<Operator> scans() {
    List<Operator> scans =
        plans.ran().plan().all(operator -> operator.is(Operator.Kind.SCAN)).stream()
            .filter(scan -> plans.lineage().leaves(scan).stream().anyMatch(leaves::contains))
            .toList();
    if (scans.isEmpty()) {
      throw failure("%s is not read in the plan that ran".formatted(place()), List.of());
    }
    return scans;
  }

  private String place() {
    return "source '%s' (%s)".formatted(source.name(), source.site());
  }

  private AssertionError failure(String summary, List<Operator> marked) {
    return plans.failure(summary, marked);
  }
}
