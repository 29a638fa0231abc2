package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which leaves of a query the rows of an operator come from. Spark gives the columns of each
 * leaf numbers of their own, also when one source is read twice, and operators keep them.
 */
final class Lineage {

  private final Map<Long, Set<QueryNode>> leavesOfColumn = new HashMap<>();
  private final Map<QueryNode, QueryNode> parents = new IdentityHashMap<>();
  private final Map<Operator, Set<QueryNode>> leavesOfOperator = new IdentityHashMap<>();

  Lineage(QueryNode query, Operator plan) {
    index(query);
    plan.all(operator -> operator.is(Operator.Kind.CACHED))
        .forEach(operator -> indexCached(query, operator));
  }

  /** A column that passes several nodes comes from the lowest of them. */
  private void index(QueryNode node) {
    node.parts().forEach(this::index);
    node.inputs().forEach(input -> parents.put(input, node));
    node.columns()
        .forEach(column -> leavesOfColumn.putIfAbsent(column, new HashSet<>(node.leaves())));
  }

  /** A cached query has numbers of its own; its leaves are those of what it stands for. */
  private void indexCached(QueryNode query, Operator operator) {
    QueryNode cached = operator.cached().orElseThrow();
    query
        .all()
        .filter(node -> operator.columns().containsAll(node.columns()))
        .filter(node -> node.computesSameAs(cached))
        .findFirst()
        .ifPresent(
            node -> {
              for (int i = 0; i < cached.leaves().size(); i++) {
                QueryNode leaf = node.leaves().get(i);
                cached
                    .leaves()
                    .get(i)
                    .columns()
                    .forEach(column -> leavesOfColumn.putIfAbsent(column, Set.of(leaf)));
              }
            });
  }

  /** What takes the rows of a node; empty for the whole query. */
  Optional<QueryNode> parent(QueryNode node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** The leaves that an operator's rows come from, as far as they are known. */
  Set<QueryNode> leaves(Operator operator) {
    Set<QueryNode> known = leavesOfOperator.get(operator);
    if (known == null) {
      known = find(operator);
      leavesOfOperator.put(operator, known);
    }
    return known;
  }

  /** A subquery that Spark merged from several has columns of its own: then it is what it is made of. */
  private Set<QueryNode> find(Operator operator) {
    Set<QueryNode> leaves = new HashSet<>();
    if (isKnownByItsColumns(operator)) {
      operator
          .columns()
          .forEach(column -> leaves.addAll(leavesOfColumn.getOrDefault(column, Set.of())));
    }
    if (leaves.isEmpty()) {
      operator.inputs().forEach(input -> leaves.addAll(leaves(input)));
    }
    return Collections.unmodifiableSet(leaves);
  }

  /** What is reused stands for other leaves than those it was made of. */
  private static boolean isKnownByItsColumns(Operator operator) {
    return operator.inputs().isEmpty()
        || operator.is(Operator.Kind.REUSED)
        || operator.is(Operator.Kind.CACHED);
  }

  /** The operators that bring rows of which nobody knows where they come from. */
  List<Operator> unknown(Operator plan) {
    return plan.all(
        operator -> isKnownByItsColumns(operator)
            && !operator.is(Operator.Kind.EMPTY)
            && !operator.is(Operator.Kind.ONE_ROW)
            && leaves(operator).isEmpty());
  }

  /** The input of a join that a node's rows reach by rows alone, neither joined nor grouped. */
  Optional<QueryNode> joinInput(QueryNode node) {
    QueryNode top = node;
    Optional<QueryNode> parent = parent(top);
    while (parent.filter(p -> p.is(QueryNode.Kind.BY_ROW)).isPresent()) {
      top = parent.get();
      parent = parent(top);
    }
    return parent.filter(p -> p.is(QueryNode.Kind.JOIN)).isPresent()
        ? Optional.of(top)
        : Optional.empty();
  }
}
