package dev.sluice.streaming.plan;

import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Follows values that are others each time they are computed: which components of a stage carry one,
 * because a function says that it is not deterministic. An epoch that is repeated has others there.
 */
public final class VaryingValues {

  private final Map<PlanNode, Set<String>> known = new HashMap<>();

  /** Those of a plan. */
  public static VaryingValues of(Plan plan) {
    VaryingValues values = new VaryingValues();
    plan.stages().forEach(stage -> values.known.put(stage, values.compute(stage)));
    return values;
  }

  /** The components of a stage whose value may be another each time. */
  public Set<String> of(PlanNode stage) {
    return known.getOrDefault(stage, Set.of());
  }

  /** Whether an expression of a stage may give another value each time. */
  public boolean isVarying(ExprNode expr, PlanNode stage) {
    return expr.tree().anyMatch(part -> !part.deterministic() || isOfVarying(part, stage));
  }

  private boolean isOfVarying(ExprNode part, PlanNode stage) {
    if (part instanceof Field field && field.input() < stage.inputs().size()) {
      return of(stage.inputs().get(field.input())).contains(field.accessor());
    }
    return part instanceof Key key && of(stage.input()).contains(key.accessor());
  }

  private Set<String> compute(PlanNode stage) {
    Set<String> varying = new LinkedHashSet<>();
    stage.verb().outputs().stream()
        .filter(output -> isVarying(output.value(), stage))
        .forEach(output -> varying.add(output.component()));
    IntStream.range(0, stage.inputs().size())
        .filter(stage.verb()::passes)
        .forEach(input -> varying.addAll(of(stage.inputs().get(input))));
    for (Change change : stage.verb().changes()) {
      if (change instanceof Change.Sets set) {
        if (isVarying(set.value(), stage)) {
          varying.add(set.component());
        } else {
          varying.remove(set.component());
        }
      }
    }
    return varying;
  }
}
