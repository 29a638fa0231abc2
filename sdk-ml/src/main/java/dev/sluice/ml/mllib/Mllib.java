package dev.sluice.ml.mllib;

import dev.sluice.plan.Nullability;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Transformer;

/**
 * The rows that a transformer of MLlib makes.
 *
 * @param transformer one, or a pipeline of several
 */
record Mllib(Transformer transformer) implements Verb {

  private static final Traits EACH_ROW_ALONE = new Traits(RowFlow.UNKNOWN, true, false, true);

  @Override
  public String name() {
    return "mllib";
  }

  @Override
  public String detail() {
    return " by " + called();
  }

  /** The names of its transformers, in order. */
  String called() {
    return MllibStages.of(transformer)
        .map(MllibStages::called)
        .collect(Collectors.joining(", "));
  }

  /** Whether a row's rows depend on no other row. */
  private boolean rowByRow() {
    return MllibStages.of(transformer).allMatch(MllibStages::isRowByRow);
  }

  @Override
  public Traits traits() {
    return rowByRow() ? EACH_ROW_ALONE : Traits.UNKNOWN;
  }

  @Override
  public boolean distributes(Set<Integer> inputs) {
    return rowByRow();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    if (!stage.record().problems().isEmpty() || !stage.input().record().problems().isEmpty()) {
      return List.of(); // they are told of already, and such a record has no columns
    }
    Nullability nullability = new Nullability();
    stage.upstream().filter(before -> before != stage).forEach(nullability::neverNull);
    InputColumns input =
        new InputColumns(stage.input().record(), nullability.neverNull(stage.input()));
    SchemaWalk walk = SchemaWalk.of(transformer, input);
    return Stream.concat(walk.problems().stream(), walk.problems(stage.record()).stream())
        .map(stage::problem)
        .toList();
  }
}
