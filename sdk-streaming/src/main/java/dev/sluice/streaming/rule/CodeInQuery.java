package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Sql;
import dev.sluice.plan.verb.Transform;
import java.util.stream.Stream;

/** Code of users on a streaming dataset, of which nothing is known. */
final class CodeInQuery implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "CODE-001",
        "transform(…) or sql(…) works on a stream",
        "only Spark judges what it does, and what it remembers nobody here knows",
        "say it with the stages of the language where they can");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> stage.is(Transform.class) || stage.is(Sql.class))
        .map((PlanNode stage) -> code().at(
            stage, "nothing is known of what this %s does".formatted(stage.verb().name())));
  }
}
