package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import java.util.stream.Stream;

/** What a table rejects, for which there is no query that could write it. */
final class TableRejectsInRealTime implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-013",
        "rejected rows of a table have a sink in a stream in real time",
        "they would go nowhere, for no query follows the table",
        "let the source of the table fail at such a row, and look at it in a batch of its own");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .map(PlanSink::stage)
        .flatMap(stage -> Stream.concat(Stream.of(stage), stage.inputs().stream()))
        .filter(stage -> stage.is(Rejects.class) && !plan.isStreamed(stage))
        .distinct()
        .map(rejected -> code().at(rejected.input(), "this table may have rows that are rejected"));
  }
}
