package dev.sluice.ml.spark;

import dev.sluice.ml.bridge.ScoreCall;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Scorer;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Whether a row has a score that is a number; true of a row that cannot be scored at all, of which other rules tell.
 *
 * @param scorer computes it
 * @param columns what the scorer reads, in the order of its signature
 * @param site where it was written
 */
record FiniteScore(Scorer scorer, List<ExprNode> columns, CallSite site) implements ExprNode {
  FiniteScore {
    columns = List.copyOf(columns);
  }

  /** The condition as Spark's. */
  Column column(Function<ExprNode, Column> inner) {
    List<Column> read = columns.stream().map(inner).toList();
    List<Requirement> requirements = scorer.encoder().requirements();
    Column scorable =
        Requirements.all(
            requirements,
            requirements.stream()
                .map(each -> read.get(scorer.document().signature().position(each.column())))
                .toList());
    Cell value = new Cell.Value();
    Scorer alone = new Scorer(scorer.document().giving(List.of(value)));
    Column score = ScoreCall.column(alone, value, read);
    return functions
        .when(scorable, functions.abs(score).lt(Double.POSITIVE_INFINITY))
        .otherwise(true);
  }

  @Override
  public List<ExprNode> children() {
    return columns;
  }

  @Override
  public ExprNode withChildren(List<ExprNode> children) {
    return new FiniteScore(scorer, children, site);
  }

  @Override
  public Phrase text() {
    return Phrase.of(Scorer.OVERFLOW);
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
