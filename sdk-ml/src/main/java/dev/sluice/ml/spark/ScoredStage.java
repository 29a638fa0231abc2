package dev.sluice.ml.spark;

import dev.sluice.Stage;
import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Scorer;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Select;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage scored by a model: a clean stage of what the model requires, so that what cannot be scored is rejected as any
 * other row is, and a row of the scores for each row.
 */
@Internal
public final class ScoredStage {

  private ScoredStage() {}

  /** The stage of the scores. */
  public static <T extends Record, R extends Record> Stage<R> of(
      String name, Stage<T> rows, Scorer scorer, Class<R> output) {
    CallSite site = CallSite.here();
    List<CleanStep> rules = new ArrayList<>();
    for (Requirement requirement : scorer.encoder().requirements()) {
      rules.add(
          new CleanStep.Rule(
              requirement.text(),
              Requirements.condition(requirement, site),
              Severity.REJECT,
              !(requirement instanceof Requirement.Present),
              site));
    }
    if (scorer.mayOverflow()) {
      rules.add(
          new CleanStep.Rule(
              Scorer.OVERFLOW,
              new FiniteScore(scorer, read(scorer, site), site),
              Severity.REJECT,
              false,
              site));
    }
    Stage<T> scorable =
        rules.isEmpty()
            ? rows
            : rows.then(new Clean(rules, RejectLimit.NONE), rows.type()).named(name);
    return scorable
        .then(new Select(outputs(scorer, RecordType.of(output), site)), output)
        .named(rules.isEmpty() ? name : name + " scores");
  }

  private static List<ExprNode> read(Scorer scorer, CallSite site) {
    return scorer.document().signature().features().stream()
        .<ExprNode>map(column -> new ExprNode.Field(column.name(), 0, site))
        .toList();
  }

  private static List<Output> outputs(Scorer scorer, RecordType output, CallSite site) {
    List<ExprNode> read = read(scorer, site);
    List<Output> outputs = new ArrayList<>();
    List<Cell> cells = scorer.document().cells();
    for (int i = 0; i < cells.size(); i++) {
      ExprNode value =
          cells.get(i) instanceof Cell.Carried carried
              ? new ExprNode.Field(carried.column(), 0, site)
              : new ScoreNode(scorer, cells.get(i), read, site);
      outputs.add(new Output(output.componentNames().get(i), value));
    }
    return outputs;
  }
}
