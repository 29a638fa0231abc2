package dev.sluice.stripes;

import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Phrase;
import java.util.List;

/** A text and its mirror image. */
record Mirrored(ExprNode of) implements ExprNode {

  static <S> StrExpr<S> of(StrExpr<S> text) {
    return StrExpr.of(NodeExpr.of(new Mirrored(text.node())));
  }

  @Override
  public List<ExprNode> children() {
    return List.of(of);
  }

  @Override
  public ExprNode withChildren(List<ExprNode> children) {
    return new Mirrored(children.get(0));
  }

  @Override
  public Phrase text() {
    return Phrase.of("mirrored(", of, ")");
  }
}
