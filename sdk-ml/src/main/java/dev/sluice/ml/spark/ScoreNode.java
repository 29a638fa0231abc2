package dev.sluice.ml.spark;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Scorer;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import java.util.List;

/**
 * What a model gives for a cell of its output, over the columns that it reads.
 *
 * @param scorer computes it
 * @param cell which cell
 * @param columns what the scorer reads, in the order of its signature
 * @param site where it was written
 */
@Internal
public record ScoreNode(Scorer scorer, Cell cell, List<ExprNode> columns, CallSite site)
    implements ExprNode {
  public ScoreNode {
    columns = List.copyOf(columns);
  }

  @Override
  public List<ExprNode> children() {
    return columns;
  }

  @Override
  public ExprNode withChildren(List<ExprNode> children) {
    return new ScoreNode(scorer, cell, children, site);
  }

  @Override
  public Phrase text() {
    return Phrase.of(
        "%s of model '%s'"
            .formatted(
                cell.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                scorer.document().name()));
  }

  @Override
  public boolean nullable(NullFacts facts) {
    return false;
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
