package dev.sluice.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replaces parts of an expression. */
public final class ExprRewrite {

  private ExprRewrite() {}

  /**
   * The expression with every part replaced for which there is a replacement, outermost first; a
   * replacement is not looked into again.
   */
  public static ExprNode of(ExprNode node, Function<ExprNode, Optional<ExprNode>> replacement) {
    return replacement.apply(node).orElseGet(() -> rebuilt(node, replacement));
  }

  private static ExprNode rebuilt(
      ExprNode node, Function<ExprNode, Optional<ExprNode>> replacement) {
    List<ExprNode> children =
        node.children().stream().map(child -> of(child, replacement)).toList();
    return children.isEmpty() ? node : node.withChildren(children);
  }
}
