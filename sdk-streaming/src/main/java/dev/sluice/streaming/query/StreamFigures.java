package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.RunReport;
import dev.sluice.run.SinkReport;
import dev.sluice.run.SourceReport;
import dev.sluice.run.StageReport;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamProgress.SourceProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The figures that a stream shows in Spark's metrics system: sums since its start, and how far it is
 * behind now. What is not known is not a number, never 0. Any thread may ask.
 */
final class StreamFigures {

  /** What Kafka tells of each of its sources. */
  private static final String BEHIND = "maxOffsetsBehindLatest";

  private final Supplier<RunReport> report;
  private final Supplier<? extends Collection<StreamProgress>> progress;
  private final LongAdder late = new LongAdder();
  private final Map<String, Supplier<? extends Number>> all = new LinkedHashMap<>();

  /**
   * Of a stream.
   *
   * @param report all that it has done so far
   * @param progress the last step of each of its queries
   */
  StreamFigures(
      Plan plan,
      Supplier<RunReport> report,
      Supplier<? extends Collection<StreamProgress>> progress) {
    this.report = report;
    this.progress = progress;
    all.put("rejectedRows", () -> orNone(rejected()));
    all.put(
        "droppedRows",
        () -> orNone(sum(report.get().stages().stream().map(StageReport::droppedRows))));
    all.put("lateRows", late::sum);
    all.put("watermarkDelayMillis", () -> orNone(watermarkDelay()));
    all.put("offsetsBehind", () -> orNone(behind()));
    for (PlanSink sink : plan.sinks()) {
      all.put(
          "sinks.%s.rows".formatted(sink.name()),
          () -> orNone(of(report.get().sink(sink.name()), SinkReport::rows)));
    }
    plan.stages().stream()
        .filter(stage -> stage.is(Clean.class))
        .forEach(
            stage -> all.put(
                "stages.%s.rejectedRows".formatted(stage.name()),
                () -> orNone(of(report.get().stage(stage.name()), StageReport::rejectedRows))));
  }

  /** The figures by their names. */
  Map<String, Supplier<? extends Number>> all() {
    return all;
  }

  /** An epoch is committed. */
  void committed(StreamProgress epoch) {
    late.add(epoch.lateRows());
  }

  /** Of sources before a stage that remembers it is told as of stages. */
  private OptionalLong rejected() {
    RunReport sum = report.get();
    return sum(
        Stream.concat(
            sum.sources().stream().map(SourceReport::malformed).filter(OptionalLong::isPresent),
            sum.stages().stream().map(StageReport::rejectedRows)));
  }

  private OptionalLong watermarkDelay() {
    return progress.get().stream()
        .flatMap(step -> step.watermark().stream())
        .mapToLong(time -> Duration.between(time, Instant.now()).toMillis())
        .max();
  }

  private OptionalLong behind() {
    return progress.get().stream()
        .flatMap(step -> step.sources().stream())
        .map(SourceProgress::metrics)
        .flatMap(metrics -> Optional.ofNullable(metrics.get(BEHIND)).stream())
        .mapToLong(Long::parseLong)
        .max();
  }

  /** Of what no epoch has told of yet there was nothing. */
  private static <R> OptionalLong of(Optional<R> report, Function<R, OptionalLong> figure) {
    return report.map(figure).orElse(OptionalLong.of(0));
  }

  private static OptionalLong sum(Stream<OptionalLong> figures) {
    return figures.reduce(
        OptionalLong.of(0),
        (one, other) -> one.isPresent() && other.isPresent()
            ? OptionalLong.of(one.getAsLong() + other.getAsLong())
            : OptionalLong.empty());
  }

  private static Number orNone(OptionalLong figure) {
    // not one expression: a long beside a double would become one
    if (figure.isPresent()) {
      return figure.getAsLong();
    }
    return Double.NaN;
  }
}
