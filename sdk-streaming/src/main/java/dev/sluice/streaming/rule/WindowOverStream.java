package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** An analytic window over rows of a stream. */
final class WindowOverStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-004",
        "an analytic window looks at other rows of a stream",
        "it would see those of its own epoch, and another cut into epochs would give other values",
        "aggregate in a window(…) of event time");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .flatMap(
            stage -> stage.expressions()
                .flatMap(ExprNode::tree)
                .filter(Over.class::isInstance)
                .map(over -> code().at(
                    stage,
                    over,
                    "%s looks at rows before and behind".formatted(ExprText.of(over)))));
  }
}
