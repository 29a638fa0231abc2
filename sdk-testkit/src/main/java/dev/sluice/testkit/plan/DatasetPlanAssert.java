package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * Assertions about what Spark does to compute a dataset; see {@link AbstractPlanAssert} and {@code
 * SluiceAssertions.assertThatPlan}.
 */
public final class DatasetPlanAssert extends AbstractPlanAssert<DatasetPlanAssert> {

  private final RanQuery query;

  private DatasetPlanAssert(RanQuery query) {
    super(query);
    this.query = query;
  }

  /** Assertions about the plan of a dataset. It is computed when something is asserted. */
  public static DatasetPlanAssert of(Dataset<?> dataset) {
    return new DatasetPlanAssert(new RanQuery("a dataset", dataset));
  }

  @Override
  DatasetPlanAssert self() {
    return this;
  }

  @Override
  AssertionError failure(String summary, List<Operator> marked) {
    return query.failure(summary, marked);
  }
}
