package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Lambda;
import dev.sluice.plan.ExprNode.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The same, also in the lists that the variables of lambdas come from: where a replaced part is of
   * another stage than the one before.
   */
  public static ExprNode withVariables(
      ExprNode node, Function<ExprNode, Optional<ExprNode>> replacement) {
    return of(
        node,
        part -> {
          Optional<ExprNode> replaced = replacement.apply(part);
          return replaced.isEmpty() && part instanceof Lambda lambda
              ? Optional.of(moved(lambda, replacement))
              : replaced;
        });
  }

  private static Lambda moved(
      Lambda lambda, Function<ExprNode, Optional<ExprNode>> replacement) {
    Map<ExprNode, Variable> moved = new IdentityHashMap<>();
    for (Variable v : lambda.parameters()) {
      moved.put(
          v, new Variable(v.name(), v.role(), v.bound(), withVariables(v.of(), replacement)));
    }
    return new Lambda(
        lambda.parameters().stream().map(moved::get).toList(),
        withVariables(
            lambda.body(),
            part -> Optional.<ExprNode>ofNullable(moved.get(part))
                .or(() -> replacement.apply(part))));
  }
}
