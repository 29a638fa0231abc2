package dev.sluice.spark.run;

import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Modules;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.check.TargetConflicts;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Looks at what only the world knows: sources, targets and the session's settings. */
final class WorldCheck {

  private static final String ANSI = "spark.sql.ansi.enabled";

  private final Plan plan;
  private final RunMode mode;
  private final SparkSession spark;
  private final Nullability nullability = new Nullability();
  private final List<Problem> problems = new ArrayList<>();

  private WorldCheck(Plan plan, RunMode mode, SparkSession spark) {
    this.plan = plan;
    this.mode = mode;
    this.spark = spark;
  }

  static List<Problem> problems(Plan plan, RunMode mode, SparkSession spark) {
    WorldCheck check = new WorldCheck(plan, mode, spark);
    check.settings();
    check.sources();
    check.lookups();
    check.sinks();
    Modules.parts(WorldRule.class)
        .forEach(rule -> check.problems.addAll(rule.problems(plan, spark)));
    return check.problems;
  }

  /** Without ANSI mode a division by zero is NULL, which the check of NULLs could not know. */
  private void settings() {
    if (!Boolean.parseBoolean(spark.conf().get(ANSI))) {
      problems.add(
          new Problem(
              plan.name(),
              plan.sinks().stream().map(PlanSink::site).findFirst().orElseGet(CallSite::unknown),
              "the session has "
                  + ANSI
                  + "=false, so divisions, conversions and overflows would silently give NULLs and"
                  + " wrong numbers: set it to true, and say tryDividedBy or tryTo… where NULL is"
                  + " wanted"));
    }
  }

  private void sources() {
    for (PlanNode stage : plan.stages()) {
      if (stage.verb() instanceof Read read) {
        for (String problem : check(read.source(), stage.name())) {
          problems.add(new Problem(stage.name(), stage.site(), problem));
        }
      }
    }
  }

  private List<String> check(Source<?> source, String stage) {
    return mode == RunMode.STREAMING && source instanceof UnboundedSource<?> followed
        ? followed.checkStream(new StreamContext(spark, stage))
        : source.check(spark);
  }

  private void lookups() {
    for (PlanNode stage : plan.stages()) {
      if (stage.verb() instanceof Lookup lookup) {
        for (String problem : lookup.store().check(spark)) {
          problems.add(new Problem(stage.name(), stage.site(), problem));
        }
      }
    }
  }

  private void sinks() {
    plan.stages().forEach(nullability::neverNull);
    TargetConflicts conflicts =
        new TargetConflicts(plan, source -> source.reads(spark), sink -> sink.writes(spark));
    for (PlanSink sink : plan.sinks()) {
      problems.addAll(conflicts.of(sink));
      List<String> found = check(sink.sink());
      if (found.isEmpty()) {
        found = nulls(sink);
      }
      found.forEach(problem -> problems.add(new Problem(sink.name(), sink.site(), problem)));
    }
  }

  private List<String> check(Sink<?> sink) {
    return mode == RunMode.STREAMING && sink instanceof EpochSink<?> stream
        ? stream.checkStream(spark)
        : sink.check(spark);
  }

  /** What the target takes no NULL for must have been ruled to have none. */
  private List<String> nulls(PlanSink sink) {
    Set<String> neverNull = nullability.neverNull(sink.stage());
    return sink.sink().required(spark).stream()
        .filter(component -> !neverNull.contains(component))
        .sorted()
        .map(
            component -> "%s takes no NULL for %s.%s, which can be NULL: rule it out before with a require, filter or fill, or let the column be NULL"
                .formatted(
                    sink.sink().description(), sink.stage().record().simpleName(), component))
        .toList();
  }
}
