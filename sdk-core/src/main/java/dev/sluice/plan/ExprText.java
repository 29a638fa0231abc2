package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Struct;
import dev.sluice.plan.ExprNode.Udf;
import dev.sluice.plan.ExprNode.WindowBound;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an expression as a short text for descriptions and messages: {@code (quantity * price)}.
 */
public final class ExprText {

  private ExprText() {}

  /** The text of an expression. */
  public static String of(ExprNode node) {
    if (node instanceof Field field) {
      return field.accessor();
    } else if (node instanceof Nested nested) {
      return of(nested.of()) + "." + nested.accessor();
    } else if (node instanceof Key key) {
      return key.accessor();
    } else if (node instanceof Literal literal) {
      return literal.value() instanceof Number || literal.value() instanceof Boolean
          ? String.valueOf(literal.value())
          : "'" + literal.value() + "'";
    } else if (node instanceof WindowBound bound) {
      return bound.start() ? "windowStart" : "windowEnd";
    } else if (node instanceof Call call) {
      return call(call.fn().name(), call.arguments());
    } else if (node instanceof Cast cast) {
      return (cast.strict() ? "cast(" : "try_cast(") + of(cast.of()) + " as " + cast.type() + ")";
    } else if (node instanceof Struct struct) {
      return struct.record().getSimpleName() + list(struct.values());
    } else if (node instanceof Udf udf) {
      return udf.name() + "(" + of(udf.argument()) + ")";
    } else if (node instanceof Over over) {
      return of(over.function()) + " over (partition by " + list(over.partitionBy()) + ")";
    } else if (node instanceof Invalid) {
      return "?";
    }
    return "NULL";
  }

  private static String call(String name, List<ExprNode> arguments) {
    boolean operator =
        !Character.isLetter(name.charAt(0)) || name.equals("and") || name.equals("or");
    if (operator && arguments.size() == 2) {
      return "(" + of(arguments.get(0)) + " " + name + " " + of(arguments.get(1)) + ")";
    }
    return name.startsWith("is ") ? of(arguments.get(0)) + " " + name : name + list(arguments);
  }

  private static String list(List<ExprNode> nodes) {
    return nodes.stream().map(ExprText::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
