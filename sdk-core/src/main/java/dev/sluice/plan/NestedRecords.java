package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which record an expression of a nested record is, so that its columns can be found by
 * name.
 */
public final class NestedRecords {

  private NestedRecords() {}

  /**
   * The record of an expression.
   *
   * @param inputs the records of the stages that go in
   * @return empty if the expression is not a nested record, or names a column that does not exist
   */
  public static Optional<RecordType> of(ExprNode expr, List<RecordType> inputs) {
    if (expr instanceof Over over) {
      return of(over.function(), inputs);
    } else if (expr instanceof Call call && call.type(inputs).isEmpty()) {
      // a choice among records, such as coalesce or case, is of the record of its last part
      return call.arguments().stream()
          .flatMap(argument -> of(argument, inputs).stream())
          .reduce((first, last) -> last);
    }
    return expr.type(inputs)
        .filter(ColumnType.Struct.class::isInstance)
        .map(type -> ((ColumnType.Struct) type).recordType());
  }

  /** The component that a nested column names; empty if there is none. */
  public static Optional<RecordComponentType> component(ExprNode expr, List<RecordType> inputs) {
    return expr instanceof Nested nested
        ? of(nested.of(), inputs).flatMap(record -> record.component(nested.accessor()))
        : Optional.empty();
  }
}
