package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Operator.Kind;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operators of a plan that do the work of a stage: its scans, joins, aggregations and windows,
 * wherever the query computes the stage. Work that is done once for several readers is one
 * operator.
 */
final class Evaluations {

  private static final Set<Kind> WORK =
      EnumSet.of(Kind.SCAN, Kind.JOIN, Kind.AGGREGATE, Kind.WINDOW);

  /**
   * A piece of work of the stage.
   *
   * @param leaves which leaves of the stage it is about
   */
  private record Piece(Kind kind, Set<Integer> leaves) {}

  /** An operator that does a piece of work for one of the places where the stage is computed. */
  private record Done(Operator operator, int place) {}

  private final Lineage lineage;
  private final Set<Long> allFunctions;
  private final Map<Piece, List<Done>> work = new LinkedHashMap<>();

  private Evaluations(QueryNode query, Lineage lineage) {
    this.lineage = lineage;
    this.allFunctions = defined(query);
  }

  static Evaluations of(List<QueryNode> places, QueryNode query, Lineage lineage, Operator plan) {
    Evaluations evaluations = new Evaluations(query, lineage);
    for (int place = 0; place < places.size(); place++) {
      for (Operator operator : plan.all(o -> WORK.contains(o.kind()))) {
        evaluations.add(operator, places.get(place), place);
      }
    }
    return evaluations;
  }

  private void add(Operator operator, QueryNode stage, int place) {
    Set<QueryNode> leaves = lineage.leaves(operator);
    if (!leaves.isEmpty() && stage.leaves().containsAll(leaves) && isOf(stage, operator)) {
      Set<Integer> numbers =
          leaves.stream().map(leaf -> stage.leaves().indexOf(leaf)).collect(Collectors.toSet());
      work.computeIfAbsent(new Piece(operator.kind(), numbers), piece -> new ArrayList<>())
          .add(new Done(operator, place));
    }
  }

  /**
   * Rows are grouped by the stage, or by a later one over the same leaves: the functions tell. The
   * optimizer makes aggregations of its own, without functions or with new ones; in doubt they
   * belong to the stage.
   */
  private boolean isOf(QueryNode stage, Operator operator) {
    if (operator.is(Kind.SCAN) || operator.is(Kind.JOIN)) {
      return true;
    }
    Set<Long> own = defined(stage);
    if (operator.defines().stream().anyMatch(own::contains)) {
      return true;
    }
    return operator.is(Kind.AGGREGATE)
        && operator.defines().stream().noneMatch(allFunctions::contains)
        && stage.all().anyMatch(node -> node.is(QueryNode.Kind.AGGREGATE));
  }

  private static Set<Long> defined(QueryNode node) {
    Set<Long> functions = new HashSet<>();
    node.all().forEach(part -> functions.addAll(part.defines()));
    return functions;
  }

  /** Whether the plan does none of the stage's work. */
  boolean none() {
    return work.isEmpty();
  }

  /** The operators of all work that is done more than once. */
  List<Operator> repeated() {
    Set<Operator> repeated = new LinkedHashSet<>();
    work.forEach(
        (piece, done) -> {
          if (times(piece, done) > 1) {
            done.forEach(each -> repeated.add(each.operator()));
          }
        });
    return List.copyOf(repeated);
  }

  /** How often the work that is done most often is done. */
  int times() {
    return work.entrySet().stream().mapToInt(e -> times(e.getKey(), e.getValue())).max().orElse(0);
  }

  /** An aggregation is several operators at one place; a scan is one. */
  private static int times(Piece piece, List<Done> done) {
    return piece.kind() == Kind.SCAN
        ? (int) done.stream().map(Done::operator).distinct().count()
        : (int) done.stream().map(Done::place).distinct().count();
  }
}
