package dev.sluice.testkit;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import dev.sluice.record.ColumnType;
import java.util.List;

/**
 * A value in a form that Spark can compare, whatever its type.
 *
 * @param value the value
 * @param valueType its type
 */
record ComparableValue(ExprNode value, ColumnType valueType) implements ExprNode {

  @Override
  public List<ExprNode> children() {
    return List.of(value);
  }

  @Override
  public ComparableValue withChildren(List<ExprNode> children) {
    return new ComparableValue(children.get(0), valueType);
  }

  @Override
  public Phrase text() {
    return Phrase.of(value);
  }

  @Override
  public CallSite site() {
    return value.site();
  }

  @Override
  public boolean nullable(NullFacts facts) {
    return value.nullable(facts);
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
