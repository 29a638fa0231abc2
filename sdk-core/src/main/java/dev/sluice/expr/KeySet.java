package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SameExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * A combination of keys of which totals are wanted: {@code keys(Sale::region, Sale::city)}.
 *
 * @param <T> the rows
 */
public final class KeySet<T> {

  private final List<ExprNode> nodes;

  KeySet(List<ExprNode> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** The keys as data. */
  @Internal
  public List<ExprNode> nodes() {
    return nodes;
  }

  /** For the library's own use: each key of all sets once. */
  @Internal
  public static List<ExprNode> all(KeySet<?>[] sets) {
    List<ExprNode> all = new ArrayList<>();
    for (KeySet<?> set : sets) {
      set.nodes.stream().filter(key -> SameExpr.indexIn(all, key) < 0).forEach(all::add);
    }
    return all;
  }
}
