package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.RuleCount;
import dev.sluice.run.SourceReport;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.Observing;
import dev.sluice.spark.compile.WatermarkCompiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts rows while they pass the stages of a streaming query, under names that are the same in each
 * epoch; Spark tells the counts with the progress of each.
 */
public final class StreamCounts implements Observing {

  /** The point where late rows are counted, and the name of their number. */
  public static final String LATE = "late";

  private static final String STREAM = "stream";

  private final List<PlanNode> stages;
  private final RunCounts counts;

  /** Of these stages. */
  public StreamCounts(List<PlanNode> stages) {
    this.stages = List.copyOf(stages);
    this.counts = new RunCounts(STREAM, stages);
  }

  @Override
  public Dataset<Row> observe(
      Dataset<Row> rows, PlanNode stage, String point, Column first, Column... others) {
    return counts.observe(rows, stage, point, first, others);
  }

  /**
   * What became of the rows of each clean stage, what others counted, of late rows and of those without a time, and of
   * rows of sources that were not as they should be.
   */
  public List<StageReport> reports(Map<String, Row> observed) {
    Stream<StageReport> read =
        stages.stream().flatMap(stage -> counts.read(stage, observed).stream()
            .map(ReadCounts::of)
            .filter(counted -> !counted.isPlain())
            .map(counted -> read(stage, counted)));
    return Stream.concat(read, stageReports(observed).stream()).toList();
  }

  /** The same without that of sources, for those who report on the sources themselves. */
  public List<StageReport> stageReports(Map<String, Row> observed) {
    Stream<StageReport> clean =
        stages.stream()
            .filter(stage -> stage.is(Clean.class) && !counts.of(stage, observed).isEmpty())
            .map(stage -> CleanCounts.of(stage, counts.of(stage, observed)));
    Stream<StageReport> passing =
        stages.stream()
            .filter(stage -> PassingCounts.are(stage) && !counts.of(stage, observed).isEmpty())
            .map(stage -> PassingCounts.of(stage, counts.of(stage, observed)));
    Stream<StageReport> late =
        stages.stream()
            .flatMap(stage -> late(stage, observed).stream().mapToObj(rows -> late(stage, rows)));
    Stream<StageReport> timeless =
        stages.stream()
            .flatMap(
                stage -> number(stage, WatermarkCompiler.TIMELESS, observed).stream()
                    .filter(rows -> rows > 0)
                    .mapToObj(rows -> timeless(stage, rows)));
    return Stream.of(clean, passing, late, timeless).flatMap(reports -> reports).toList();
  }

  /** Whether one of its stages has a limit of rejected rows. */
  public boolean haveLimits() {
    return stages.stream().anyMatch(s -> !BeyondLimit.limit(s).equals(RejectLimit.NONE));
  }

  /** The stages that rejected more rows of one epoch than they may. */
  public List<Problem> beyondLimits(Map<String, Row> observed) {
    return stages.stream()
        .filter(stage -> stage.is(Clean.class) && !counts.of(stage, observed).isEmpty())
        .flatMap(
            stage -> BeyondLimit
                .problem(stage, CleanCounts.of(stage, counts.of(stage, observed))).stream())
        .toList();
  }

  /**
   * What was read of a source, once.
   *
   * @param description what the source says of itself
   * @param rows how many rows there were, as Spark tells
   */
  public SourceReport source(
      PlanNode source, String description, OptionalLong rows, Map<String, Row> observed) {
    Optional<ReadCounts> counted = counts.read(source, observed).map(ReadCounts::of);
    return new SourceReport(
        source.name(),
        description,
        rows,
        counted.map(of -> OptionalLong.of(of.malformed())).orElseGet(OptionalLong::empty),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(1),
        counted.map(ReadCounts::leftOut).orElseGet(OptionalLong::empty),
        counted.map(ReadCounts::doubtful).orElseGet(List::of));
  }

  /** How many rows were late for all stages of late rows together; empty if there is none. */
  public OptionalLong late(Map<String, Row> observed) {
    return stages.stream()
        .map(stage -> late(stage, observed))
        .flatMapToLong(OptionalLong::stream)
        .boxed()
        .reduce(Long::sum)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private OptionalLong late(PlanNode stage, Map<String, Row> observed) {
    return number(stage, LATE, observed);
  }

  private OptionalLong number(PlanNode stage, String point, Map<String, Row> observed) {
    Row counted = counts.of(stage, observed).get(point);
    return counted == null ? OptionalLong.empty() : OptionalLong.of(counted.<Long>getAs(point));
  }

  /**
   * What was found in a source before a stage that remembers, which is known here alone. Epochs in
   * which all rows were as they should be tell nothing, so the sum of rows is not known.
   */
  private static StageReport read(PlanNode source, ReadCounts counted) {
    long leftOut = counted.leftOut().orElse(0);
    return new StageReport(
        source.name(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(counted.malformed()),
        List.of(),
        counted.doubtful(),
        leftOut > 0 ? List.of(RuleCount.of("left out", leftOut)) : List.of(),
        List.of());
  }

  /** They go on, but windows leave them out; how many others there are is not counted. */
  private static StageReport timeless(PlanNode stage, long rows) {
    return new StageReport(
        stage.name(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(0),
        List.of(),
        List.of(RuleCount.of("no time", rows)),
        List.of(),
        List.of());
  }

  /** All rows that enter a stage of late rows are late, and go on. */
  private static StageReport late(PlanNode stage, long rows) {
    return new StageReport(
        stage.name(),
        OptionalLong.of(rows),
        OptionalLong.of(rows),
        OptionalLong.of(0),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
