package dev.sluice.ml.spark;

import dev.sluice.Stage;
import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.ProfileCounts;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.ShadowCounts;
import dev.sluice.ml.model.Signature;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stage scored by a model: a clean stage of what the model requires, so that what cannot be scored is rejected as any
 * other row is, and a row of the scores for each row.
 */
@Internal
public final class ScoredStage {

  private ScoredStage() {}

  /**
   * The stage of the scores.
   *
   * @param candidate scores beside the scorer, and is compared with it
   */
  public static <T extends Record, R extends Record> Stage<R> of(
      String name, Stage<T> rows, Scorer scorer, Class<R> output, Optional<Scorer> candidate) {
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
              new FiniteScore(scorer, read(scorer.document().signature().features(), site), site),
              Severity.REJECT,
              false,
              site));
    }
    candidate.flatMap(other -> ScoredAlone.rule(scorer, other, site)).ifPresent(rules::add);
    Stage<T> scorable =
        rules.isEmpty()
            ? rows
            : rows.then(new Clean(rules, RejectLimit.NONE), rows.type()).named(name);
    return scorable
        .then(verb(scorer, RecordType.of(output), candidate, site), output)
        .named(name(name, scorer));
  }

  private static List<ExprNode> read(List<Signature.Column> columns, CallSite site) {
    return columns.stream()
        .<ExprNode>map(column -> new ExprNode.Field(column.name(), 0, site))
        .toList();
  }

  /** What the stage of the scores is called, beside one that rejects what cannot be scored. */
  public static String name(String name, Scorer scorer) {
    boolean rejects = !scorer.encoder().requirements().isEmpty() || scorer.mayOverflow();
    return rejects ? name + " scores" : name;
  }

  private static Score verb(
      Scorer scorer, RecordType output, Optional<Scorer> candidate, CallSite site) {
    List<String> misfits =
        candidate
            .map(other -> ShadowCounts.problems(scorer.document(), other.document()))
            .orElse(List.of());
    Optional<ShadowCounts> shadow =
        candidate
            .filter(other -> misfits.isEmpty())
            .map(other -> new ShadowCounts(scorer.document(), other));
    List<Signature.Column> features = scorer.document().signature().features();
    List<Signature.Column> read = shadow.map(ShadowCounts::columns).orElse(features);
    List<ExprNode> columns = read(read, site);
    List<Output> outputs = new ArrayList<>();
    List<Cell> cells = scorer.document().cells();
    for (int i = 0; i < cells.size(); i++) {
      ExprNode value =
          cells.get(i) instanceof Cell.Carried carried
              ? new ExprNode.Field(carried.column(), 0, site)
              : new ScoreNode(
                  scorer, cells.get(i), columns.subList(0, features.size()), site);
      outputs.add(new Output(output.componentNames().get(i), value));
    }
    return new Score(
        scorer,
        outputs,
        read,
        columns,
        new ProfileCounts(scorer.document()),
        shadow,
        misfits);
  }
}
