package dev.sluice.spark.run;

import dev.sluice.connect.Written;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.run.StageReport;
import dev.sluice.spark.bridge.ScanFigures;
import dev.sluice.spark.bridge.ScanIdentity;
import dev.sluice.spark.metrics.RunAdvice;
import dev.sluice.spark.metrics.RunFigures;
import dev.sluice.spark.metrics.SinkFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts a report together from the names that the pipeline knows and the figures that Spark gives.
 *
 * <pre>{@code
 * RunReportBuilder builder = new RunReportBuilder("ecommerce", runId, Instant.now());
 * builder.source("orders", "csv /in/orders", orders).sink("daily_sales", "parquet /out/daily_sales");
 * …
 * builder.sinkEnded("daily_sales", RunStatus.SUCCEEDED, Optional.empty());
 * RunReport report = builder.build(RunStatus.SUCCEEDED, seconds, observer.await(atMost));
 * }</pre>
 *
 * <p>Several threads may use it.
 */
final class RunReportBuilder {

  private record Source(String name, String description, Set<Object> identities) {}

  /** How a sink ended, and what it said it wrote if it came so far. */
  private record Ended(RunStatus status, Optional<String> error, Optional<Written> written) {}

  private static final Ended NEVER_STARTED =
      new Ended(RunStatus.CANCELLED, Optional.empty(), Optional.empty());

  private static final OptionalLong NOT_KNOWN = OptionalLong.empty();

  private final String pipeline;
  private final String runId;
  private final Instant started;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, ReadCounts> parsed = new LinkedHashMap<>();
  private final List<StageReport> stages = new ArrayList<>();
  private final Map<String, String> sinkDescriptions = new LinkedHashMap<>();
  private final Map<String, Ended> sinksEnded = new LinkedHashMap<>();
  private final Set<String> addedNothing = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  RunReportBuilder(String pipeline, String runId, Instant started) {
    this.pipeline = pipeline;
    this.runId = runId;
    this.started = started;
  }

  /** For this execution, with all sinks of its plan. */
  static RunReportBuilder of(RunContext context) {
    RunReportBuilder report =
        new RunReportBuilder(context.plan().name(), context.id(), context.started());
    context.plan().sinks().forEach(sink -> report.sink(sink.name(), sink.sink().description()));
    return report;
  }

  /** Adds a source; {@code read} is the dataset that it gave, by which its scans are found. */
  synchronized RunReportBuilder source(String name, String description, Dataset<Row> read) {
    sources.add(new Source(name, description, ScanIdentity.ofSource(read)));
    return this;
  }

  /** Sets what was found in the texts of a source. */
  synchronized RunReportBuilder parsed(String source, ReadCounts counts) {
    parsed.put(source, counts);
    return this;
  }

  /** Adds what became of the rows of a stage with rules. */
  synchronized RunReportBuilder stage(StageReport stage) {
    stages.add(stage);
    return this;
  }

  /** Adds a sink; until it is said to have ended it counts as not started. */
  synchronized RunReportBuilder sink(String name, String description) {
    sinkDescriptions.put(name, description);
    return this;
  }

  /** Says how the work of a sink ended. The error is that of the work, not of Spark's task. */
  synchronized RunReportBuilder sinkEnded(String name, RunStatus status, Optional<String> error) {
    if (!sinkDescriptions.containsKey(name)) {
      throw new IllegalArgumentException("The run has no sink " + name);
    }
    sinksEnded.put(name, new Ended(status, error, Optional.empty()));
    return this;
  }

  /** Says what a sink told when it was done; a sink that skipped its work did no other. */
  synchronized RunReportBuilder sinkDid(String name, Written written) {
    RunStatus status = written.skipped() ? RunStatus.SKIPPED : RunStatus.SUCCEEDED;
    sinkEnded(name, status, Optional.empty());
    sinksEnded.put(name, new Ended(status, Optional.empty(), Optional.of(written)));
    return this;
  }

  /** Says that a sink was left as it was, because there were no rows to add to it. */
  synchronized RunReportBuilder sinkHadNothingToAdd(String name) {
    sinkEnded(name, RunStatus.SUCCEEDED, Optional.empty());
    addedNothing.add(name);
    return this;
  }

  /** Adds a sentence for the reader. */
  synchronized RunReportBuilder note(String sentence) {
    notes.add(sentence);
    return this;
  }

  synchronized RunReport build(RunStatus status, double seconds, RunFigures figures) {
    List<String> allNotes = new ArrayList<>(notes);
    figures.sinks().values().forEach(sink -> allNotes.addAll(RunAdvice.on(sink)));
    allNotes.addAll(figures.doubts());
    return new RunReport(
        pipeline,
        runId,
        status,
        started,
        seconds,
        sources.stream().map(source -> report(source, figures)).toList(),
        stages,
        sinkDescriptions.keySet().stream().map(sink -> report(sink, figures)).toList(),
        allNotes);
  }

  private SourceReport report(Source source, RunFigures figures) {
    List<ScanFigures> scans =
        figures.scans().stream()
            .filter(scan -> scan.identity().filter(source.identities()::contains).isPresent())
            .toList();
    // A source of several relations, such as a union of files, would need a sum of the right ones.
    boolean one = source.identities().size() == 1;
    Optional<ReadCounts> texts = Optional.ofNullable(parsed.get(source.name()));
    return new SourceReport(
        source.name(),
        source.description(),
        // a scan of text counts lines, also those of headers
        texts
            .map(t -> OptionalLong.of(t.rows()))
            .orElseGet(() -> one ? largest(scans, s -> OptionalLong.of(s.rows())) : NOT_KNOWN),
        texts.map(t -> OptionalLong.of(t.malformed())).orElse(NOT_KNOWN),
        one ? largest(scans, ScanFigures::bytes) : OptionalLong.empty(),
        one ? largest(scans, ScanFigures::files) : OptionalLong.empty(),
        one && !scans.isEmpty() ? OptionalLong.of(scans.size()) : OptionalLong.empty(),
        texts.map(ReadCounts::leftOut).orElse(NOT_KNOWN),
        texts.map(ReadCounts::doubtful).orElse(List.of()));
  }

  private static OptionalLong largest(
      List<ScanFigures> scans, Function<ScanFigures, OptionalLong> figure) {
    return scans.stream().map(figure).flatMapToLong(OptionalLong::stream).max();
  }

  private SinkReport report(String name, RunFigures figures) {
    Ended ended = sinksEnded.getOrDefault(name, NEVER_STARTED);
    Optional<SinkFigures> sink = figures.sink(name);
    // A sink that did not succeed is left as it was before, whatever its queries gave.
    Optional<SinkFigures> written = sink.filter(f -> ended.status() == RunStatus.SUCCEEDED);
    Optional<Written> said = ended.written();
    Optional<SinkFigures> worked = sink.filter(f -> !f.stages().isEmpty());
    return new SinkReport(
        name,
        sinkDescriptions.get(name),
        said.map(Written::location),
        ended.status(),
        said.flatMap(Written::reason),
        addedNothing.contains(name)
            ? OptionalLong.of(0)
            : known(said.map(Written::rows), figure(written, SinkFigures::rows)),
        known(said.map(Written::bytes), figure(written, SinkFigures::bytes)),
        known(said.map(Written::files), figure(written, SinkFigures::files)),
        sink.map(SinkFigures::seconds).orElse(0.0),
        figure(sink, SinkFigures::partitions),
        figure(worked, f -> OptionalLong.of(f.shuffleBytes())),
        figure(worked, f -> OptionalLong.of(f.spillBytes())),
        figure(worked, f -> OptionalLong.of(f.peakMemoryBytes())),
        ended.error());
  }

  /** What the sink itself knows, else what Spark measured. */
  private static OptionalLong known(Optional<OptionalLong> said, OptionalLong measured) {
    return said.filter(OptionalLong::isPresent).orElse(measured);
  }

  private static OptionalLong figure(
      Optional<SinkFigures> figures, Function<SinkFigures, OptionalLong> figure) {
    return figures.map(figure).orElseGet(OptionalLong::empty);
  }
}
