package dev.sluice.spark.run;

import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.SluiceModule;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A check of a module that looks at the world before a run: settings, servers, checkpoints. */
@FunctionalInterface
public interface WorldRule extends SluiceModule.Part {

  /** All problems that it finds; no job on data is started for it. */
  List<Problem> problems(Plan plan, SparkSession spark);
}
