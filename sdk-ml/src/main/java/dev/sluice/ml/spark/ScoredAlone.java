package dev.sluice.ml.spark;

import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Scorer;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Whether it is not so that a candidate alone can score a row.
 *
 * @param current what the model requires
 * @param candidate what the candidate requires
 * @param columns the columns of both, in order
 */
record ScoredAlone(
    List<Requirement> current, List<Requirement> candidate, List<ExprNode> columns)
    implements ExprNode {

  /** The name of the rule that counts such rows. */
  static final String RULE = "not by the candidate alone";

  ScoredAlone {
    current = List.copyOf(current);
    candidate = List.copyOf(candidate);
    columns = List.copyOf(columns);
  }

  /** The rule that counts rows that the candidate alone can score; none where there cannot be any. */
  static Optional<CleanStep> rule(Scorer model, Scorer other, CallSite site) {
    List<Requirement> current = model.encoder().requirements();
    List<Requirement> candidate = other.encoder().requirements();
    if (candidate.containsAll(current)) {
      return Optional.empty();
    }
    List<ExprNode> columns =
        Stream.concat(current.stream(), candidate.stream())
            .<ExprNode>map(each -> new ExprNode.Field(each.column(), 0, site))
            .toList();
    return Optional.of(
        new CleanStep.Rule(
            RULE, new ScoredAlone(current, candidate, columns), Severity.WARN, false, site));
  }

  /** In Spark. */
  static Column column(ScoredAlone alone, List<Column> columns) {
    int first = alone.current().size();
    Column byCandidate =
        Requirements.all(alone.candidate(), columns.subList(first, columns.size()));
    return Requirements.all(alone.current(), columns.subList(0, first))
        .or(functions.not(byCandidate));
  }

  @Override
  public List<ExprNode> children() {
    return columns;
  }

  @Override
  public ExprNode withChildren(List<ExprNode> children) {
    return new ScoredAlone(current, candidate, children);
  }

  @Override
  public Phrase text() {
    return Phrase.of("the model can score it, or the candidate cannot either");
  }

  @Override
  public boolean nullable(NullFacts facts) {
    return false;
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public boolean costly() {
    return false;
  }
}
