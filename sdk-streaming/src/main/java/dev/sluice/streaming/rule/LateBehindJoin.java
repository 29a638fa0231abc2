package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Late;
import dev.sluice.text.OneLine;
import java.util.stream.Stream;

/** Late rows asked for behind a join of two streams. */
final class LateBehindJoin implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "TIME-005",
        "late() stands behind a join of two streams",
        "Spark's watermark there is that of the pairs, which it tells nobody",
        "ask each of the two for its late rows before they are joined");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Late.class)
        .flatMap(
            late -> late.stage().upstream()
                .filter(plan::isJoinOfStreams)
                .limit(1)
                .map(
                    join -> code().at(
                        late.stage(),
                        "late() cannot follow stage '%s' (%s), which joins two streams"
                            .formatted(OneLine.of(join.name()), join.site()))));
  }
}
