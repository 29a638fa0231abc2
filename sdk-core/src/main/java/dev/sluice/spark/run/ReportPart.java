package dev.sluice.spark.run;

import dev.sluice.plan.Plan;
import dev.sluice.plan.SluiceModule;
import dev.sluice.run.RunReport;
import java.util.List;

/** What a module has to say of a run that is over. */
@FunctionalInterface
public interface ReportPart extends SluiceModule.Part {

  /**
   * Notes for the report, a sentence or two each.
   *
   * @param report the report without notes of modules
   */
  List<String> notes(Plan plan, RunReport report);
}
