package dev.sluice.stages;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import scala.Function1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Puts a {@link NativeScan} in the place of each scan of files, the way a native accelerator does; set as {@code
 * spark.sql.extensions}.
 */
public final class NativeScans implements Function1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectColumnar(session -> new ColumnarRule() {
      @Override
      public Rule<SparkPlan> preColumnarTransitions() {
        return new Replacement();
      }
    });
    return BoxedUnit.UNIT;
  }

  private static final class Replacement extends Rule<SparkPlan> {

    @Override
    public SparkPlan apply(SparkPlan plan) {
      return plan.transformUp(new AbstractPartialFunction<SparkPlan, SparkPlan>() {
        @Override
        public boolean isDefinedAt(SparkPlan node) {
          return node instanceof FileSourceScanExec;
        }

        @Override
        public <A extends SparkPlan, B> B applyOrElse(A node, Function1<A, B> otherwise) {
          @SuppressWarnings("unchecked")
          B replaced = (B) (isDefinedAt(node) ? new NativeScan((FileSourceScanExec) node) : null);
          return replaced != null ? replaced : otherwise.apply(node);
        }
      });
    }
  }
}
