package dev.sluice.run;

import dev.sluice.connect.Secrets;
import dev.sluice.text.OneLine;
import dev.sluice.text.TextTable;
import java.util.List;
import java.util.Locale;

/** Writes a report as tables for a terminal. */
final class RunReportText {

  private RunReportText() {}

  static String of(RunReport report) {
    StringBuilder text = new StringBuilder();
    text.append("Pipeline ").append(OneLine.of(report.pipeline())).append(' ');
    text.append(word(report.status())).append(" in ");
    text.append(Amounts.seconds(report.seconds())).append(" s (run ").append(report.runId());
    text.append(", started ").append(report.started()).append(")\n");
    if (!report.sources().isEmpty()) {
      text.append('\n').append(sources(report.sources()));
    }
    if (!report.stages().isEmpty()) {
      text.append('\n').append(stages(report.stages()));
    }
    if (!report.sinks().isEmpty()) {
      text.append('\n').append(sinks(report.sinks()));
    }
    report.sinks().forEach(sink -> {
      sink.skipped().ifPresent(reason -> text.append(ended(sink, "skipped", reason)));
      sink.error().ifPresent(error -> text.append(ended(sink, "failed", error)));
    });
    if (!report.notes().isEmpty()) {
      text.append('\n');
      report.notes().forEach(note -> text.append("Note: ").append(OneLine.of(note)).append('\n'));
    }
    return Secrets.masked(text.toString());
  }

  private static TextTable sources(List<SourceReport> sources) {
    TextTable table = new TextTable("Source", "Rows", "Malformed", "Size", "Files", "Reads");
    for (SourceReport source : sources) {
      table.row(
          source.name(),
          Amounts.count(source.rows()),
          Amounts.count(source.malformed()),
          Amounts.bytes(source.bytes()),
          Amounts.count(source.files()),
          Amounts.count(source.reads()));
      source.leftOut()
          .ifPresent(
              rows -> table.row("  left out", Amounts.count(source.leftOut()), "", "", "", ""));
      source.doubtful()
          .forEach(
              doubt -> table.row(
                  "  doubtful: " + doubt.rule(), Amounts.count(doubt.rows()), "", "", "", ""));
    }
    return table;
  }

  private static TextTable stages(List<StageReport> stages) {
    TextTable table = new TextTable("Stage", "Rows in", "Accepted", "Rejected", "Dropped");
    for (StageReport stage : stages) {
      table.row(
          stage.name(),
          Amounts.count(stage.rowsIn()),
          Amounts.count(stage.accepted()),
          Amounts.count(stage.rejectedRows()),
          Amounts.count(stage.droppedRows()));
      stage.rejected().forEach(rule -> rule(table, "rejected", rule, 3));
      stage.dropped().forEach(rule -> rule(table, "dropped", rule, 4));
      stage.warned().forEach(rule -> rule(table, "warned", rule, 2));
      stage.filled().forEach(rule -> rule(table, "filled", rule, 2));
    }
    return table;
  }

  private static void rule(TextTable table, String what, RuleCount rule, int column) {
    String[] cells = {"  " + what + ": " + rule.rule(), "", "", "", ""};
    cells[column] = Amounts.count(rule.rows());
    table.row(cells);
  }

  private static TextTable sinks(List<SinkReport> sinks) {
    TextTable table =
        new TextTable(
            "Sink",
            "Status",
            "Rows",
            "Size",
            "Files",
            "Seconds",
            "Rows/s",
            "Partitions",
            "Shuffled",
            "Spilled");
    for (SinkReport sink : sinks) {
      table.row(
          sink.name(),
          word(sink.status()),
          Amounts.count(sink.rows()),
          Amounts.bytes(sink.bytes()),
          Amounts.count(sink.files()),
          Amounts.seconds(sink.seconds()),
          Amounts.rate(sink.rowsPerSecond()),
          Amounts.count(sink.partitions()),
          Amounts.bytes(sink.shuffleBytes()),
          Amounts.bytes(sink.spillBytes()));
    }
    return table;
  }

  private static String ended(SinkReport sink, String how, String why) {
    String firstLine = OneLine.of(why.lines().findFirst().orElse(""));
    return "\nSink %s %s: %s\n".formatted(OneLine.of(sink.name()), how, firstLine);
  }

  private static String word(RunStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
