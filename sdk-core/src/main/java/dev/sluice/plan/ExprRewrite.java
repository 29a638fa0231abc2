package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Struct;
import dev.sluice.plan.ExprNode.Udf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replaces parts of an expression. */
public final class ExprRewrite {

  private final Function<ExprNode, Optional<ExprNode>> replacement;

  private ExprRewrite(Function<ExprNode, Optional<ExprNode>> replacement) {
    this.replacement = replacement;
  }

  /**
   * The expression with every part replaced for which there is a replacement, outermost first; a
   * replacement is not looked into again.
   */
  public static ExprNode of(ExprNode node, Function<ExprNode, Optional<ExprNode>> replacement) {
    return new ExprRewrite(replacement).rewrite(node);
  }

  private ExprNode rewrite(ExprNode node) {
    return replacement.apply(node).orElseGet(() -> rebuilt(node));
  }

  private ExprNode rebuilt(ExprNode node) {
    if (node instanceof Nested nested) {
      return new Nested(rewrite(nested.of()), nested.accessor(), nested.site());
    } else if (node instanceof Call call) {
      return new Call(call.fn(), rewrite(call.arguments()), call.site());
    } else if (node instanceof Cast cast) {
      return new Cast(rewrite(cast.of()), cast.type(), cast.strict(), cast.site());
    } else if (node instanceof Struct struct) {
      return new Struct(struct.record(), rewrite(struct.values()), struct.site());
    } else if (node instanceof Udf udf) {
      return new Udf(
          udf.name(),
          udf.function(),
          udf.input(),
          udf.output(),
          udf.returnsNull(),
          udf.deterministic(),
          rewrite(udf.argument()),
          udf.site());
    } else if (node instanceof Over over) {
      return new Over(
          rewrite(over.function()),
          rewrite(over.partitionBy()),
          over.orderBy().stream()
              .map(key -> new SortKey(rewrite(key.expr()), key.descending(), key.nullsFirst()))
              .toList(),
          over.frame(),
          over.site());
    }
    return node;
  }

  private List<ExprNode> rewrite(List<ExprNode> nodes) {
    return nodes.stream().map(this::rewrite).toList();
  }
}
