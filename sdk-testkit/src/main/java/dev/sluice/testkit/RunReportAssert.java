package dev.sluice.testkit;

import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.run.StageReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Assertions about what a run did. A number that the run does not know is never right.
 *
 * <pre>{@code
 * assertThat(pipeline.run(spark))
 *     .succeeded()
 *     .readRows("orders", 5)
 *     .rejectedRows("valid orders", 2)
 *     .wroteRows("daily_sales", 3)
 *     .isConserved();
 * }</pre>
 */
public final class RunReportAssert {

  private final RunReport report;

  RunReportAssert(RunReport report) {
    this.report = report;
  }

  /** Asserts that the run succeeded. */
  public RunReportAssert succeeded() {
    return hasStatus(RunStatus.SUCCEEDED);
  }

  /** Asserts how the run ended. */
  public RunReportAssert hasStatus(RunStatus expected) {
    if (report.status() != expected) {
      throw failure("expected the run to be %s, it is %s".formatted(expected, report.status()));
    }
    return this;
  }

  /** Asserts how many rows a source gave. */
  public RunReportAssert readRows(String source, long expected) {
    return number("rows read from source", source, source(source).rows(), expected);
  }

  /**
   * Asserts that a source was read once for all sinks of the run. Parts of a run that are computed
   * again for each sink read it again.
   */
  public RunReportAssert readOnce(String source) {
    return number("readings of source", source, source(source).reads(), 1);
  }

  /** Asserts how many rows of a source could not be parsed. */
  public RunReportAssert malformedRows(String source, long expected) {
    return number("malformed rows of source", source, source(source).malformed(), expected);
  }

  /** Asserts how many rows were written to a sink. */
  public RunReportAssert wroteRows(String sink, long expected) {
    return number("rows written to sink", sink, sink(sink).rows(), expected);
  }

  /** Asserts that a sink wrote its rows, be it none. */
  public RunReportAssert wrote(String sink) {
    return ended(sink, RunStatus.SUCCEEDED);
  }

  /** Asserts that a sink wrote nothing, because it leaves alone what is there already. */
  public RunReportAssert skipped(String sink) {
    return ended(sink, RunStatus.SKIPPED);
  }

  private RunReportAssert ended(String name, RunStatus expected) {
    SinkReport sink = sink(name);
    if (sink.status() != expected) {
      String why = sink.skipped().or(sink::error).map(reason -> ": " + reason).orElse("");
      throw failure(
          "expected sink '%s' to be %s, it is %s%s".formatted(name, expected, sink.status(), why));
    }
    return this;
  }

  /** Asserts how many rows came into a stage with rules. */
  public RunReportAssert receivedRows(String stage, long expected) {
    return number("rows received by stage", stage, stage(stage).rowsIn(), expected);
  }

  /** Asserts how many rows a stage with rules let through. */
  public RunReportAssert acceptedRows(String stage, long expected) {
    return number("rows accepted by stage", stage, stage(stage).accepted(), expected);
  }

  /** Asserts how many rows a stage rejected; each counts once, however many rules it broke. */
  public RunReportAssert rejectedRows(String stage, long expected) {
    return number("rows rejected by stage", stage, stage(stage).rejectedRows(), expected);
  }

  /** Asserts how many rows broke one rule of a stage. */
  public RunReportAssert rejectedRows(String stage, String rule, long expected) {
    return rule("rows rejected by rule", stage, StageReport::rejected, rule, expected);
  }

  /** Asserts how many rows a step of a stage dropped on purpose, such as duplicates. */
  public RunReportAssert droppedRows(String stage, String step, long expected) {
    return rule("rows dropped by step", stage, StageReport::dropped, step, expected);
  }

  /** Asserts how many rows a step of a stage put a value into. */
  public RunReportAssert filledRows(String stage, String step, long expected) {
    return rule("rows filled by step", stage, StageReport::filled, step, expected);
  }

  /** Asserts how many rows broke one rule of a stage that only warns. */
  public RunReportAssert warnedRows(String stage, String rule, long expected) {
    return rule("rows warned of by rule", stage, StageReport::warned, rule, expected);
  }

  /**
   * Asserts that every row that entered a stage with rules was accepted, rejected or dropped, in
   * all such stages. A run without such a stage fails, since it shows nothing.
   */
  public RunReportAssert isConserved() {
    if (report.stages().isEmpty()) {
      throw failure("there is no stage with rules, so no rows that could have been conserved");
    }
    for (StageReport stage : report.stages()) {
      if (!stage.conserved()) {
        throw failure(
            "rows of stage '%s' are not all accounted for: %s in, %s accepted, %s rejected, %s dropped"
                .formatted(
                    stage.name(),
                    text(stage.rowsIn()),
                    text(stage.accepted()),
                    text(stage.rejectedRows()),
                    text(stage.droppedRows())));
      }
    }
    return this;
  }

  /**
   * Asserts that what the run did is what its golden file says, see {@link TextAssert}: the rows of
   * sources, stages, rules and sinks, how the sinks ended, and the notes. Times, sizes, and the
   * numbers of files and partitions are not part of it.
   *
   * @param name the name of the file, such as {@code report.txt}
   */
  public RunReportAssert matchesGolden(String name) {
    asText().matchesGolden(name);
    return this;
  }

  /** The text that {@link #matchesGolden} compares, to put in further placeholders. */
  public TextAssert asText() {
    return new TextAssert(
        "the report of pipeline '%s'".formatted(report.pipeline()),
        RunReportLines.of(report),
        TextNormalizer.ofPipelines());
  }

  private RunReportAssert rule(
      String what,
      String stage,
      Function<StageReport, List<RuleCount>> counts,
      String rule,
      long expected) {
    List<RuleCount> all = counts.apply(stage(stage));
    RuleCount found =
        found(
            what.substring(what.lastIndexOf(' ') + 1),
            rule,
            all.stream().filter(count -> count.rule().equals(rule)).findFirst(),
            all.stream().map(RuleCount::rule));
    return number(what, rule, found.rows(), expected);
  }

  private RunReportAssert number(String what, String name, OptionalLong actual, long expected) {
    if (actual.isEmpty() || actual.getAsLong() != expected) {
      throw failure("%s '%s': expected %d, found %s".formatted(what, name, expected, text(actual)));
    }
    return this;
  }

  private SinkReport sink(String name) {
    return found(
        "sink", name, report.sink(name), report.sinks().stream().map(SinkReport::name));
  }

  private SourceReport source(String name) {
    return found(
        "source", name, report.source(name), report.sources().stream().map(SourceReport::name));
  }

  private StageReport stage(String name) {
    return found(
        "stage with rules",
        name,
        report.stage(name),
        report.stages().stream().map(StageReport::name));
  }

  private <V> V found(String kind, String name, Optional<V> found, Stream<String> names) {
    return found.orElseThrow(
        () -> failure(
            "there is no %s '%s', only %s"
                .formatted(kind, name, names.map(known -> "'" + known + "'").toList())));
  }

  private AssertionError failure(String summary) {
    return new AssertionError(
        "run of pipeline '%s': %s\n\n%s".formatted(report.pipeline(), summary, report.toText()));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "a number that is not known";
  }
}
