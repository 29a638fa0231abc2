package dev.sluice;

import dev.sluice.connect.Sink;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.quality.Rejected;

/**
 * A stage that can reject rows: a source, whose rows may not parse, or a clean stage.
 *
 * @param <T> the record that its rows are
 */
public final class CheckedStage<T extends Record> extends Stage<T> {

  CheckedStage(Pipeline pipeline, PlanNode node) {
    super(pipeline, node);
  }

  /** The rows that this stage rejected, with all their reasons. */
  public Stage<Rejected> rejected() {
    return new Stage<>(
        pipeline(),
        next(
            new Origin("rejected by " + node().name(), Rejected.class, node().site()),
            new Rejects()));
  }

  @Override
  public CheckedStage<T> named(String name) {
    return new CheckedStage<>(pipeline(), node().named(name));
  }

  @Override
  public CheckedStage<T> sink(String name, Sink<T> sink) {
    super.sink(name, sink);
    return this;
  }
}
