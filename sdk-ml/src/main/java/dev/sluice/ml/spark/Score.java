package dev.sluice.ml.spark;

import dev.sluice.ml.model.Counting;
import dev.sluice.ml.model.ProfileCounts;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.ShadowCounts;
import dev.sluice.ml.model.Signature;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;

/**
 * A row of scores for each row.
 *
 * @param scorer computes them
 * @param outputs the components that come out
 * @param read the columns that are read for scores and counts; first those of the scorer's features
 * @param columns the same as expressions
 * @param profiles counts how the rows differ from those of the training
 * @param shadow compares with a candidate, if there is one that can be compared
 * @param misfits why the candidate that is to be compared cannot be
 */
record Score(
    Scorer scorer,
    List<Output> outputs,
    List<Signature.Column> read,
    List<ExprNode> columns,
    ProfileCounts profiles,
    Optional<ShadowCounts> shadow,
    List<String> misfits)
    implements Verb {
  Score {
    outputs = List.copyOf(outputs);
    read = List.copyOf(read);
    columns = List.copyOf(columns);
    misfits = List.copyOf(misfits);
  }

  @Override
  public String name() {
    return "score";
  }

  @Override
  public String detail() {
    return " by model '%s' of %s%s"
        .formatted(
            scorer.document().name(),
            scorer.document().created(),
            shadow.map(with -> ", in its shadow " + with.candidate()).orElse(""));
  }

  @Override
  public List<String> parts() {
    return outputs.stream()
        .filter(output -> output.value() instanceof ScoreNode)
        .map(Output::text)
        .toList();
  }

  @Override
  public List<Placed> expressions() {
    return Place.outputs(outputs).toList();
  }

  @Override
  public Traits traits() {
    return Traits.mapping().atLittleCost();
  }

  @Override
  public List<String> counts() {
    return counting().names();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return misfits.stream().map(stage::problem).toList();
  }

  /** All that is counted of a row. */
  Counting counting() {
    return shadow.<Counting>map(with -> Counting.both(profiles, with)).orElse(profiles);
  }
}
