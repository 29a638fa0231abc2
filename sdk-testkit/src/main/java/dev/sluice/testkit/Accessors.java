package dev.sluice.testkit;

import dev.sluice.expr.FieldReader;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;

/** Components named by method references. */
final class Accessors {

  private Accessors() {}

  static RecordComponentType component(RecordType record, Serializable accessor) {
    ExprNode node = FieldReader.field(accessor);
    if (node instanceof ExprNode.Field field) {
      return record
          .component(field.accessor())
          .orElseThrow(
              () -> new IllegalArgumentException(
                  "%s has no component %s; it has %s"
                      .formatted(
                          record.simpleName(), field.accessor(), record.componentNames())));
    }
    throw new IllegalArgumentException(
        "write a method reference such as Order::quantity, not a lambda: it has no name");
  }
}
