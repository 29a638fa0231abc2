package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Struct;
import dev.sluice.plan.ExprNode.Udf;
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
    if (expr instanceof Field field) {
      return field.input() < inputs.size()
          ? of(inputs.get(field.input()).component(field.accessor()))
          : Optional.empty();
    } else if (expr instanceof ExprNode.Key key) {
      return inputs.isEmpty() ? Optional.empty() : of(inputs.get(0).component(key.accessor()));
    } else if (expr instanceof Nested) {
      return component(expr, inputs).flatMap(c -> of(Optional.of(c)));
    } else if (expr instanceof Struct struct) {
      return Optional.of(RecordType.of(struct.record()));
    } else if (expr instanceof Udf udf) {
      return udf.output().isRecord() ? Optional.of(RecordType.of(udf.output())) : Optional.empty();
    }
    // a choice among records, such as coalesce or case, is of the record of its last part
    return expr.children().reduce((first, last) -> last).flatMap(last -> of(last, inputs));
  }

  /** The component that a nested column names; empty if there is none. */
  public static Optional<RecordComponentType> component(ExprNode expr, List<RecordType> inputs) {
    return expr instanceof Nested nested
        ? of(nested.of(), inputs).flatMap(record -> record.component(nested.accessor()))
        : Optional.empty();
  }

  private static Optional<RecordType> of(Optional<RecordComponentType> component) {
    return component
        .map(RecordComponentType::logicalType)
        .filter(ColumnType.Struct.class::isInstance)
        .map(type -> ((ColumnType.Struct) type).recordType());
  }
}
