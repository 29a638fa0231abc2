package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanRule;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import java.util.List;

/** Finds what is wrong with trainings, without Spark. */
@Internal
public final class TrainingRule implements PlanRule {

  @Override
  public List<Problem> problems(Plan plan, RunMode mode) {
    return plan.sinks().stream()
        .filter(sink -> sink.sink() instanceof TrainingSink<?>)
        .flatMap(TrainingRule::problems)
        .toList();
  }

  private static java.util.stream.Stream<Problem> problems(PlanSink sink) {
    return ((TrainingSink<?>) sink.sink()).problems().stream()
        .map(message -> sink.stage().problem(sink.site(), "model: " + message));
  }
}
