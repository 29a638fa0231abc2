package dev.sluice.streaming.rule;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A key that is another one each time it is computed. */
final class VaryingKey implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "VALUE-001",
        "a key is made by a function that is not deterministic",
        "a repeated epoch has other keys, and its rows are there twice",
        "take a key that is in the rows, such as topic, partition and offset of a message");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return Stream.concat(
        plan.streamed()
            .filter(stage -> plan.remembers(stage))
            .flatMap(stage -> ofStage(stage, plan)),
        plan.cut().plan().sinks().stream().flatMap(sink -> ofSink(sink, plan)));
  }

  private Stream<Problem> ofStage(PlanNode stage, StreamPlan plan) {
    return stage.verb().expressions().stream()
        .filter(placed -> placed.place() == Place.KEY || placed.place() == Place.JOIN)
        .map(Placed::expr)
        .filter(key -> plan.varying().isVarying(key, stage))
        .map(key -> code().at(stage, key, another(ExprText.of(key))));
  }

  private Stream<Problem> ofSink(PlanSink sink, StreamPlan plan) {
    return sink.sink().mode() instanceof WriteMode.Upsert upsert
        ? upsert.key().stream()
            .filter(plan.varying().of(sink.stage())::contains)
            .map(key -> code().at(sink, another(key)))
        : Stream.empty();
  }

  private static String another(String key) {
    return "'%s' is another value each time it is computed".formatted(key);
  }
}
