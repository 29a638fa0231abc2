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

  /** Deeper parts of an expression are not read by anyone, and could exhaust the stack. */
  private static final int DEPTH = 30;

  private final int depth;
  private final boolean joined;

  private ExprText(int depth, boolean joined) {
    this.depth = depth;
    this.joined = joined;
  }

  /** The text of an expression; parts that are nested too deep are shown as {@code …}. */
  public static String of(ExprNode node) {
    return new ExprText(0, false).text(node);
  }

  /**
   * The text of an expression over the inputs of a join, whose columns are told apart by a letter
   * for each input: {@code (a.productId = b.productId)}.
   */
  public static String joined(ExprNode node) {
    return new ExprText(0, true).text(node);
  }

  private String inner(ExprNode node) {
    return depth == DEPTH ? "…" : new ExprText(depth + 1, joined).text(node);
  }

  private String text(ExprNode node) {
    if (node instanceof Field field) {
      return joined ? input(field.input()) + "." + field.accessor() : field.accessor();
    } else if (node instanceof Nested nested) {
      return inner(nested.of()) + "." + nested.accessor();
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
      return (cast.strict() ? "cast(" : "try_cast(")
          + inner(cast.of())
          + " as "
          + cast.type()
          + ")";
    } else if (node instanceof Struct struct) {
      return struct.record().getSimpleName() + list(struct.values());
    } else if (node instanceof Udf udf) {
      return udf.name() + "(" + inner(udf.argument()) + ")";
    } else if (node instanceof Over over) {
      return inner(over.function()) + " over (partition by " + list(over.partitionBy()) + ")";
    } else if (node instanceof Invalid) {
      return "?";
    }
    return "NULL";
  }

  private static String input(int input) {
    char letter = (char) ('a' + input % 26);
    return input < 26 ? String.valueOf(letter) : letter + String.valueOf(input / 26);
  }

  private String call(String name, List<ExprNode> arguments) {
    boolean operator =
        !Character.isLetter(name.charAt(0)) || name.equals("and") || name.equals("or");
    if (operator && arguments.size() == 2) {
      return "(" + inner(arguments.get(0)) + " " + name + " " + inner(arguments.get(1)) + ")";
    }
    return name.startsWith("is ") ? inner(arguments.get(0)) + " " + name : name + list(arguments);
  }

  private String list(List<ExprNode> nodes) {
    return nodes.stream().map(this::inner).collect(Collectors.joining(", ", "(", ")"));
  }
}
