package dev.sluice.ml.feature;

import dev.sluice.annotation.Internal;
import dev.sluice.expr.FieldReader;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;
import java.util.Optional;

/**
 * A component that a method reference names.
 *
 * @param accessor its name
 * @param problem why the reference names none
 * @param site where it was written
 */
@Internal
public record Reference(String accessor, Optional<String> problem, CallSite site) {

  /** The one that this names. */
  public static Reference of(Serializable accessor) {
    ExprNode node = FieldReader.field(accessor);
    return node instanceof ExprNode.Field field
        ? new Reference(field.accessor(), Optional.empty(), node.site())
        : new Reference(
            "?", Optional.of(((ExprNode.Invalid) node).problem()), node.site());
  }
}
