package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A value that is another one each time it is computed. */
final class VaryingValue implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "VALUE-003",
        "a function of a stream is not deterministic",
        "a repeated epoch has other values",
        "compute it of what is in the rows");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .flatMap(
            stage -> stage.expressions()
                .flatMap(ExprNode::tree)
                .filter(part -> !part.deterministic())
                .map(part -> code().at(
                    stage,
                    part,
                    "%s is another value each time it is computed"
                        .formatted(ExprText.of(part)))));
  }
}
