package dev.sluice.run;

import dev.sluice.connect.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one run of a pipeline did: the rows read, rejected and written, and what it cost.
 *
 * <pre>{@code
 * RunReport report = pipeline.run(spark);
 * long rows = report.sink("daily_sales").orElseThrow().rows().orElseThrow();
 * report.writeJson(Path.of("run.json"));
 * }</pre>
 *
 * <p>The numbers come from what Spark measures while it runs; no job is started to count. What
 * Spark does not measure is not known: such a number is empty, never 0.
 *
 * @param pipeline the name of the pipeline
 * @param runId tells the run apart from all other runs
 * @param status how the run ended
 * @param started when it started
 * @param seconds how long it took, wall time
 * @param sources what was read, in the order of the pipeline
 * @param stages what became of the rows in each stage that has rules or counts, in the order of the
 *     pipeline
 * @param sinks what was written, in the order of the pipeline
 * @param notes sentences for the reader: advice with its evidence, and what is not known
 */
public record RunReport(
    String pipeline,
    String runId,
    RunStatus status,
    Instant started,
    double seconds,
    List<SourceReport> sources,
    List<StageReport> stages,
    List<SinkReport> sinks,
    List<String> notes) {

  /**
   * Copies the lists.
   *
   * @throws NullPointerException if a component is null
   */
  public RunReport {
    Objects.requireNonNull(pipeline, "pipeline");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(started, "started");
    sources = List.copyOf(sources);
    stages = List.copyOf(stages);
    sinks = List.copyOf(sinks);
    notes = notes.stream().map(Secrets::masked).toList();
  }

  /**
   * The report on one source.
   *
   * @param name the name of the source in the pipeline
   * @return the report; empty if the run had no such source
   */
  public Optional<SourceReport> source(String name) {
    return sources.stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /**
   * The report on one stage with rules.
   *
   * @param name the name of the stage
   * @return the report; empty if the run had no such stage, or it has no rules
   */
  public Optional<StageReport> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /**
   * The report on one sink.
   *
   * @param name the name of the sink in the pipeline
   * @return the report; empty if the run had no such sink
   */
  public Optional<SinkReport> sink(String name) {
    return sinks.stream().filter(sink -> sink.name().equals(name)).findFirst();
  }

  /**
   * This report and another of the same pipeline, such as that of the next epoch of a stream, as
   * one: numbers of rows, bytes, files and seconds are added, of memory and of parallel tasks the
   * larger one counts. Where one of the two is not known, neither is the sum. It keeps this
   * report's {@code runId}, the earlier start, the worse status, and each note once.
   *
   * @param other the other report
   * @return the sum
   * @throws IllegalArgumentException if the other is of another pipeline
   */
  public RunReport plus(RunReport other) {
    if (!pipeline.equals(other.pipeline)) {
      throw new IllegalArgumentException(
          "reports of pipelines '%s' and '%s' cannot be added up"
              .formatted(Secrets.masked(pipeline), Secrets.masked(other.pipeline)));
    }
    return new RunReport(
        pipeline,
        runId,
        Sums.worse(status, other.status),
        started.isBefore(other.started) ? started : other.started,
        seconds + other.seconds,
        Sums.byName(sources, other.sources, SourceReport::name, SourceReport::plus),
        Sums.byName(stages, other.stages, StageReport::name, StageReport::plus),
        Sums.byName(sinks, other.sinks, SinkReport::name, SinkReport::plus),
        Stream.concat(notes.stream(), other.notes.stream()).distinct().toList());
  }

  /**
   * This report with other notes in place of its own.
   *
   * <pre>{@code
   * RunReport silent = report.withNotes(List.of());
   * }</pre>
   *
   * @param notes sentences for the reader; secrets in them are masked
   * @return the copy
   * @throws NullPointerException if the list or a note is null
   */
  public RunReport withNotes(List<String> notes) {
    return new RunReport(
        pipeline, runId, status, started, seconds, sources, stages, sinks, notes);
  }

  /**
   * The report as aligned tables for a terminal or a log. The layout is for people and may change;
   * programs read {@link #toJson}. A number that is not known is shown as {@code -}.
   *
   * @return several lines, each ended by a line feed
   */
  public String toText() {
    return RunReportText.of(this);
  }

  /**
   * The report as JSON. The names of the fields are those of the record components, and they stay
   * as they are while {@code version} is 1; fields may be added. Next to the components there are
   * {@code rowsPerSecond} of a sink, and {@code droppedRows} and {@code conserved} of a stage.
   * {@code started} is in ISO 8601, UTC. A number that is not known, like an absent error, is
   * {@code null}.
   *
   * <pre>{@code
   * {
   *   "version" : 1,
   *   "pipeline" : "ecommerce",
   *   "runId" : "…",
   *   "status" : "SUCCEEDED",
   *   "started" : "2025-03-01T10:15:30Z",
   *   "seconds" : 12.345,
   *   "sources" : [ { "name" : "orders", "rows" : 5000, "malformed" : 3, … } ],
   *   "stages" : [ { "name" : "valid orders", "rowsIn" : 5000, "rejected" : [ { "rule" : "positive quantity", "rows" : 8 } ], … } ],
   *   "sinks" : [ { "name" : "daily_sales", "rows" : 365, "bytes" : 20480, … } ],
   *   "notes" : [ ]
   * }
   * }</pre>
   *
   * @return the JSON object, in several lines
   */
  public String toJson() {
    return RunReportJson.of(this);
  }

  /**
   * Writes {@link #toJson} to a file in UTF-8, in place of what was in it. Missing folders are
   * made.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeJson(Path file) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.writeString(file, toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the report of run " + runId + " of " + pipeline + " to " + file, e);
    }
  }
}
