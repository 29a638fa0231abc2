package dev.sluice.ml.spark;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Requirement;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What a model requires of a row, as conditions of stages and of Spark. */
@Internal
public final class Requirements {

  private Requirements() {}

  static ExprNode condition(Requirement requirement, CallSite site) {
    return new Holds(
        requirement, new ExprNode.Field(requirement.column(), 0, site), site);
  }

  /** Whether a requirement holds of a column; NULL where it says nothing of NULL. */
  public static Column column(Requirement requirement, Column column) {
    if (requirement instanceof Requirement.Present) {
      return column.isNotNull();
    }
    Column number = column.cast("double");
    if (requirement instanceof Requirement.Within range) {
      return number.between(range.low(), range.high());
    }
    return functions.not(functions.isnan(number))
        .and(functions.abs(number).notEqual(Double.POSITIVE_INFINITY));
  }

  /** Whether all requirements hold of a row with these columns, under their components' names. */
  public static Column all(List<Requirement> requirements) {
    return all(
        requirements,
        requirements.stream().map(each -> functions.col(each.column())).toList());
  }

  /**
   * Whether all requirements hold of columns.
   *
   * @param columns of each requirement its own
   */
  static Column all(List<Requirement> requirements, List<Column> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i -> functions.coalesce(
                column(requirements.get(i), columns.get(i)), functions.lit(true)))
        .reduce(functions.lit(true), Column::and);
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
