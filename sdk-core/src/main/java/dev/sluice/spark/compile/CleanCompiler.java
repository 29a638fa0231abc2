package dev.sluice.spark.compile;

import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.PlanNode;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Compiles a clean stage, pass by pass, to judged rows: each rule is a column that says whether it
 * was kept, so a row that breaks several rules is found once, with all of them. Accepted and
 * rejected rows are two readings of judged rows. Where only the accepted ones are wanted, a pass
 * passes on those alone, and Spark's optimizer makes of that the columns and filters that one would
 * write by hand.
 */
public final class CleanCompiler {

  /** In judged rows: the names of the rules that a row breaks; NULL for an accepted row. */
  private static final String REASONS = "__reasons";

  /** In judged rows: a rejected row as it came in, as JSON; NULL for an accepted row. */
  private static final String ROW = "__row";

  private static final String ORIGINAL = "__original";

  private final Compilation compilation;

  CleanCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The rows that keep every rule, fixed. */
  Dataset<Row> accepted(PlanNode stage) {
    return compilation
        .keptJudged(stage)
        .map(judged -> judged.filter(isAccepted()).select(Columns.of(stage.record())))
        .orElseGet(() -> acceptedAlone(stage));
  }

  /** The rows that break a rule, with all the rules they break. */
  Dataset<Row> rejected(PlanNode stage) {
    Optional<Dataset<Row>> judged =
        compilation.keptJudged(stage).or(() -> judgedAsFarAsRejected(stage));
    return judged
        .map(rows -> rows.filter(functions.not(isAccepted())))
        .map(rows -> rows.select(
            RejectedRows.columns(
                compilation, stage, functions.col(REASONS), functions.col(ROW))))
        .orElseGet(() -> RejectedRows.none(compilation.spark()));
  }

  /**
   * All rows but duplicates that are dropped: with the columns of the record, as the fixes left
   * them, and why and how a rejected row came in.
   */
  Dataset<Row> judged(PlanNode stage) {
    return judged(stage, CleanPass.of(stage), "");
  }

  private Dataset<Row> acceptedAlone(PlanNode stage) {
    Dataset<Row> rows = compilation.dataset(stage.input());
    for (CleanPass pass : CleanPass.of(stage)) {
      PassColumns columns = PassColumns.of(stage, pass);
      Dataset<Row> unique = deduplicated(stage, pass, counted(stage, pass, rows, ""));
      Dataset<Row> judged = counted(stage, pass, columns, columns.addTo(unique), "");
      Dataset<Row> kept = pass.rejects() ? judged.filter(columns.keepsAll()) : judged;
      rows = columns.areMore() ? kept.select(Columns.of(stage.record())) : kept;
    }
    return rows;
  }

  /** Later passes, which are known to have rejected nothing, need not be computed again. */
  private Optional<Dataset<Row>> judgedAsFarAsRejected(PlanNode stage) {
    List<CleanPass> passes = CleanPass.of(stage);
    return passes.stream()
        .filter(CleanPass::rejects)
        .filter(pass -> !compilation.observing().rejectedNothing(stage, pass))
        .reduce((first, last) -> last)
        .map(last -> judged(stage, passes.subList(0, last.index() + 1), CleanPass.OF_REJECTED));
  }

  private Dataset<Row> judged(PlanNode stage, List<CleanPass> passes, String of) {
    Dataset<Row> rows = compilation.dataset(stage.input());
    for (CleanPass pass : passes) {
      boolean first = pass.index() == 0;
      PassColumns columns =
          first ? PassColumns.of(stage, pass) : PassColumns.of(stage, pass, isAccepted());
      Dataset<Row> unique =
          first
              // a removal of duplicates leaves rows as they are, so this is the row as it came in
              ? deduplicated(stage, pass, counted(stage, pass, rows, of))
                  .withColumn(ORIGINAL, functions.struct(Columns.of(stage.record())))
              : deduplicatedAmongAccepted(stage, pass, rows);
      Column reasons = columns.reasons();
      rows =
          counted(stage, pass, columns, columns.addTo(unique), of)
              .select(
                  columns(
                      stage,
                      functions.col(ORIGINAL),
                      (first
                          ? reasons
                          : functions.when(isAccepted(), reasons).otherwise(functions.col(REASONS)))
                          .as(REASONS)));
    }
    return rows.select(
        columns(
            stage,
            functions.col(REASONS),
            functions.when(functions.not(isAccepted()), json(functions.col(ORIGINAL))).as(ROW)));
  }

  private static Column isAccepted() {
    return functions.col(REASONS).isNull();
  }

  /** The rows that go in, counted if a removal of duplicates would hide their number. */
  private Dataset<Row> counted(PlanNode stage, CleanPass pass, Dataset<Row> rows, String of) {
    return pass.index() == 0 && pass.dedupe().isPresent()
        ? compilation
            .observing()
            .observe(
                rows,
                stage,
                of + CleanPass.BEFORE,
                functions.count(functions.lit(1)).as(CleanPass.ROWS))
        : rows;
  }

  private Dataset<Row> counted(
      PlanNode stage, CleanPass pass, PassColumns columns, Dataset<Row> judged, String of) {
    return isCounted(stage)
        ? compilation
            .observing()
            .observe(judged, stage, of + pass.point(), columns.rows(), columns.counts())
        : judged;
  }

  /**
   * Whether there is anything to account for: fixes alone let every row through, and counting how
   * often they did something would keep filters from the scan.
   */
  public static boolean isCounted(PlanNode stage) {
    return CleanPass.of(stage).stream()
        .anyMatch(pass -> pass.dedupe().isPresent() || !pass.rules().isEmpty());
  }

  /**
   * Where rejected rows are computed after the accepted ones, from the beginning, the same row of
   * several must be kept both times: else a row could be neither accepted nor rejected, or both.
   */
  private Dataset<Row> deduplicated(PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    if (pass.dedupe().isEmpty()) {
      return rows;
    }
    Dedupe dedupe = pass.dedupe().get();
    return Deduplication.of(
        rows,
        stage.record(),
        dedupe.keys(),
        dedupe.keepFirstBy(),
        compilation.mustBeRepeatable(stage));
  }

  private static Dataset<Row> deduplicatedAmongAccepted(
      PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    Dedupe dedupe = pass.dedupe().orElseThrow();
    return Deduplication.among(
        isAccepted(), rows, stage.record(), dedupe.keys(), dedupe.keepFirstBy());
  }

  /** With the NULLs, which may be the very reason. */
  private static Column json(Column row) {
    return functions.to_json(row, Map.of("ignoreNullFields", "false"));
  }

  private static Column[] columns(PlanNode stage, Column... more) {
    return Stream.concat(Stream.of(Columns.of(stage.record())), Stream.of(more))
        .toArray(Column[]::new);
  }
}
