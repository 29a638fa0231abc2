package dev.sluice.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the stages of a plan in an order in which every stage comes after its inputs. */
public final class PlanOrder {

  private PlanOrder() {}

  public static List<PlanNode> of(Collection<? extends PlanNode> ends) {
    return of(ends, Set.of());
  }

  /**
   * Nothing before the given ones, unless it is needed otherwise. Without recursion, so that a
   * pipeline of thousands of stages does not exhaust the stack.
   */
  static List<PlanNode> of(Collection<? extends PlanNode> ends, Set<PlanNode> given) {
    List<PlanNode> ordered = new ArrayList<>();
    Set<PlanNode> done = new HashSet<>();
    Set<PlanNode> entered = new HashSet<>();
    Deque<PlanNode> stack = new ArrayDeque<>();
    for (PlanNode end : ends) {
      stack.push(end);
      while (!stack.isEmpty()) {
        PlanNode node = stack.peek();
        if (entered.add(node)) {
          List<PlanNode> inputs = given.contains(node) ? List.of() : node.inputs();
          for (int i = inputs.size() - 1; i >= 0; i--) {
            if (!entered.contains(inputs.get(i))) {
              stack.push(inputs.get(i));
            }
          }
        } else {
          stack.pop();
          if (done.add(node)) {
            ordered.add(node);
          }
        }
      }
    }
    return ordered;
  }

  /** The position of each stage in a list, from 0. */
  public static Map<PlanNode, Integer> positions(List<PlanNode> stages) {
    Map<PlanNode, Integer> positions = new HashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      positions.put(stages.get(i), i);
    }
    return positions;
  }
}
