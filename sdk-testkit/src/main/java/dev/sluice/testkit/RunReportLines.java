package dev.sluice.testkit;

import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.run.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What of a report is the same in every run on the same rows, one fact a line. Times, sizes and the
 * numbers of files and partitions are left out: they depend on the machine.
 */
final class RunReportLines {

  private RunReportLines() {}

  static String of(RunReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("pipeline %s: %s".formatted(report.pipeline(), word(report.status())));
    report.sources().forEach(source -> lines.add(line(source)));
    for (StageReport stage : report.stages()) {
      lines.add(line(stage));
      rules(lines, "rejected", stage.rejected());
      rules(lines, "warned", stage.warned());
      rules(lines, "dropped", stage.dropped());
      rules(lines, "filled", stage.filled());
    }
    for (SinkReport sink : report.sinks()) {
      lines.add(
          "sink %s: %s, rows %s".formatted(sink.name(), word(sink.status()), text(sink.rows())));
      sink.skipped().ifPresent(reason -> lines.add("  " + reason));
      sink.error().flatMap(error -> error.lines().findFirst()).ifPresent(e -> lines.add("  " + e));
    }
    report.notes().forEach(note -> lines.add("note: " + note));
    return String.join("\n", lines);
  }

  private static String line(SourceReport source) {
    return "source %s: rows %s, malformed %s, reads %s"
        .formatted(
            source.name(), text(source.rows()), text(source.malformed()), text(source.reads()));
  }

  private static String line(StageReport stage) {
    return "stage %s: rows in %s, accepted %s, rejected %s, dropped %s"
        .formatted(
            stage.name(),
            text(stage.rowsIn()),
            text(stage.accepted()),
            text(stage.rejectedRows()),
            text(stage.droppedRows()));
  }

  private static void rules(List<String> lines, String what, List<RuleCount> counts) {
    counts.forEach(
        count -> lines.add("  %s %s: %s".formatted(what, text(count.rows()), count.rule())));
  }

  private static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "unknown";
  }
}
