package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * The rows of an SQL query over the input: nothing is known of them.
 *
 * @param query the query, in which {@code {stage}} stands for the input
 */
public record Sql(String query) implements Verb {

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String detail() {
    return " " + query;
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return query.contains("{stage}")
        ? List.of()
        : List.of(
            stage.problem(
                "the query does not read the stage: name it {stage}, as in select * from {stage}"));
  }
}
