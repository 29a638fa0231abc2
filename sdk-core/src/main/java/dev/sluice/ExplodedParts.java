package dev.sluice;

import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.Variable.Bound;
import dev.sluice.plan.ExprNode.Variable.Role;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Explode;
import java.util.List;

/** What is exploded, and how; immutable. */
record ExplodedParts<T extends Record>(
    Stage<T> rows, ExprNode list, boolean keepsEmpty, CallSite site) {

  static <T extends Record> ExplodedParts<T> of(Stage<T> stage, ExprNode list) {
    return new ExplodedParts<>(stage, list, false, CallSite.here());
  }

  ExplodedParts<T> keepEmpty() {
    return new ExplodedParts<>(rows, list, true, site);
  }

  /** A part that each row is given. */
  Variable variable(String name, Role role) {
    return new Variable(name, role, keepsEmpty ? Bound.ROW_OR_NONE : Bound.ROW, list);
  }

  <R extends Record> Stage<R> stage(Projection<?, R> row, Variable... variables) {
    Explode verb = new Explode(list, List.of(variables), keepsEmpty, Outputs.of(row));
    Origin origin = new Origin("explode " + row.record().getSimpleName(), row.record(), site);
    return new Stage<>(rows.pipeline(), new PlanNode(origin, verb, rows.node()));
  }
}
