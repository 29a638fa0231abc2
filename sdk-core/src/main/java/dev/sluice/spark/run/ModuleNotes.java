package dev.sluice.spark.run;

import dev.sluice.plan.Modules;
import dev.sluice.plan.Plan;
import dev.sluice.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds to a report what modules have to say of the run. */
public final class ModuleNotes {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleNotes.class);

  private ModuleNotes() {}

  /** The report with the notes behind its own; a module that fails says nothing, and changes nothing of the run. */
  public static RunReport addedTo(RunReport report, Plan plan) {
    List<String> notes = new ArrayList<>(report.notes());
    for (ReportPart part : Modules.parts(ReportPart.class)) {
      try {
        notes.addAll(part.notes(plan, report));
      } catch (RuntimeException e) {
        LOG.warn("Pipeline {}: the report lacks what {} has to say", plan.name(), part, e);
      }
    }
    return report.withNotes(notes);
  }
}
