package dev.sluice.ml.spark;

import dev.sluice.ml.model.Requirement;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import java.util.List;

/** What a model requires of a row, as conditions of a clean stage. */
final class Requirements {

  private Requirements() {}

  static ExprNode condition(Requirement requirement, CallSite site) {
    return new Holds(
        requirement, new ExprNode.Field(requirement.column(), 0, site), site);
  }

  /**
   * Whether a requirement holds of a column.
   *
   * @param requirement which
   * @param column the column
   * @param site where it was written
   */
  record Holds(Requirement requirement, ExprNode column, CallSite site) implements ExprNode {

    @Override
    public List<ExprNode> children() {
      return List.of(column);
    }

    @Override
    public ExprNode withChildren(List<ExprNode> children) {
      return new Holds(requirement, children.get(0), site);
    }

    @Override
    public Phrase text() {
      return Phrase.of(requirement.text());
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return !(requirement instanceof Requirement.Present) && column.nullable(facts);
    }

    @Override
    public boolean deterministic() {
      return true;
    }

    @Override
    public boolean costly() {
      return false;
    }
  }
}
