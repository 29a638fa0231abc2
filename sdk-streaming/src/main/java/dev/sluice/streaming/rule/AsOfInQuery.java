package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.AsOf;
import java.util.stream.Stream;

/** An as-of join with a table that belongs to the running query. */
final class AsOfInQuery implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "JOIN-006",
        "an as-of join with a table stands before a stage that remembers rows",
        "Spark would have to sort the rows of a query that goes on",
        "join behind that stage");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(AsOf.class)
        .filter(join -> plan.cut().before().contains(join.stage()))
        .filter(join -> !plan.cut().remembering().contains(join.stage()))
        .map(
            join -> code().at(
                join.stage(), "it belongs to the running query, which remembers rows behind it"));
  }
}
