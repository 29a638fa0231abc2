package dev.sluice.spark;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Compiles a clean stage, pass by pass. Where nothing is counted, a fix is a column and a rule is a
 * filter, as one would write them by hand. Where rows are counted or their reasons are wanted, each
 * rule is a column that says whether it was kept, and one filter at the end of the pass divides the
 * rows: so a row that breaks several rules is found once, with all of them.
 */
final class CleanCompiler {

  private static final String ORIGINAL = "__original";

  private final Compilation compilation;

  CleanCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The rows that keep every rule, fixed. */
  Dataset<Row> accepted(PlanNode stage) {
    boolean counts = compilation.observing() != Observing.NOTHING && isCounted(stage);
    Dataset<Row> rows = compilation.dataset(stage.input());
    for (CleanPass pass : CleanPass.of(stage)) {
      rows =
          counts
              ? countedAndFiltered(stage, pass, rows)
              : filtered(stage, pass, deduplicated(stage, pass, rows));
    }
    return rows;
  }

  /** The rows that break a rule, with all the rules they break. */
  Dataset<Row> rejected(PlanNode stage) {
    Dataset<Row> rows = compilation.dataset(stage.input());
    Optional<Dataset<Row>> rejected = Optional.empty();
    for (CleanPass pass : CleanPass.of(stage)) {
      Dataset<Row> unique =
          pass.index() == 0
              // a removal of duplicates leaves rows as they are, so this is the row as it came in
              ? deduplicated(stage, pass, counted(stage, pass, rows, CleanPass.OF_REJECTED))
                  .withColumn(ORIGINAL, functions.struct(columns(stage.record())))
              : deduplicated(stage, pass, rows);
      if (pass.rejects() && !compilation.observing().rejectedNothing(stage, pass)) {
        Dataset<Row> broken = broken(stage, pass, unique);
        rejected = Optional.of(rejected.map(before -> before.union(broken)).orElse(broken));
      }
      rows = filtered(stage, pass, unique);
    }
    return rejected.orElseGet(() -> RejectedRows.none(compilation.spark()));
  }

  private Dataset<Row> countedAndFiltered(PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    Dataset<Row> unique = deduplicated(stage, pass, counted(stage, pass, rows, ""));
    return countedJudged(stage, pass, unique, "")
        .filter(keepsAll(pass))
        .select(columns(stage.record()));
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

  private Dataset<Row> countedJudged(PlanNode stage, CleanPass pass, Dataset<Row> rows, String of) {
    return compilation
        .observing()
        .observe(
            judged(stage, pass, rows),
            stage,
            of + pass.point(),
            functions.count(functions.lit(1)).as(CleanPass.ROWS),
            counts(pass).toArray(Column[]::new));
  }

  /**
   * Whether there is anything to account for: fixes alone let every row through, and counting how
   * often they did something would keep filters from the scan.
   */
  static boolean isCounted(PlanNode stage) {
    return CleanPass.of(stage).stream()
        .anyMatch(pass -> pass.dedupe().isPresent() || !pass.rules().isEmpty());
  }

  /**
   * Rejected rows are computed after the accepted ones, from the beginning, so both times the same
   * row of several must be kept: else a row could be neither accepted nor rejected, or both.
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

  /** As by hand: a column for each fix, a filter for each rule. */
  private static Dataset<Row> filtered(PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    Dataset<Row> result = rows;
    for (CleanStep step : pass.steps()) {
      if (step instanceof Fix fix) {
        result = fixed(stage, fix, result);
      } else if (step instanceof Rule rule && rule.severity() == Severity.REJECT) {
        Column condition = over(stage).column(rule.condition());
        result =
            result.filter(
                rule.onNull() ? functions.coalesce(condition, functions.lit(true)) : condition);
      }
    }
    return result;
  }

  /** A column for each fix and for each rule, so that every row stays. */
  private static Dataset<Row> judged(PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    Dataset<Row> result = rows;
    int rules = 0;
    int fills = 0;
    for (CleanStep step : pass.steps()) {
      if (step instanceof Fix fix) {
        if (CleanPass.fills(fix)) {
          result = result.withColumn(CleanPass.filled(fills), isFilled(stage, fix));
          fills++;
        }
        result = fixed(stage, fix, result);
      } else if (step instanceof Rule rule) {
        Column condition = over(stage).column(rule.condition());
        Column kept = functions.coalesce(condition, functions.lit(rule.onNull()));
        result = result.withColumn(CleanPass.kept(rules), kept);
        rules++;
      }
    }
    return result;
  }

  private static Column isFilled(PlanNode stage, Fix fix) {
    ExprCompiler compiler = over(stage);
    return compiler.column(fix.target()).isNull().and(compiler.column(fix.value()).isNotNull());
  }

  private static Dataset<Row> fixed(PlanNode stage, Fix fix, Dataset<Row> rows) {
    RecordComponentType target = stage.record().component(CleanPass.target(fix)).orElseThrow();
    Column value = over(stage).column(fix.value());
    return rows.withColumn(target.column(), StageCompiler.stored(value, target));
  }

  private Dataset<Row> broken(PlanNode stage, CleanPass pass, Dataset<Row> rows) {
    Column[] reasons =
        rejecting(pass)
            .mapToObj(
                i -> functions.when(
                    functions.not(functions.col(CleanPass.kept(i))),
                    functions.lit(pass.rules().get(i).name())))
            .toArray(Column[]::new);
    return countedJudged(stage, pass, rows, CleanPass.OF_REJECTED)
        .filter(functions.not(keepsAll(pass)))
        .select(
            RejectedRows.columns(
                compilation,
                stage,
                functions.array_compact(functions.array(reasons)),
                json(functions.col(ORIGINAL))));
  }

  private static List<Column> counts(CleanPass pass) {
    Stream<Column> broken =
        IntStream.range(0, pass.rules().size())
            .mapToObj(
                i -> functions
                    .count_if(functions.not(functions.col(CleanPass.kept(i))))
                    .as(pass.broken(i)));
    Stream<Column> filled =
        IntStream.range(0, pass.fills().size())
            .mapToObj(CleanPass::filled)
            .map(name -> functions.count_if(functions.col(name)).as(name));
    Column accepted = functions.count_if(keepsAll(pass)).as(CleanPass.ACCEPTED);
    return Stream.of(Stream.of(accepted), broken, filled).flatMap(s -> s).toList();
  }

  private static Column keepsAll(CleanPass pass) {
    return rejecting(pass)
        .mapToObj(i -> functions.col(CleanPass.kept(i)))
        .reduce(Column::and)
        .orElseGet(() -> functions.lit(true));
  }

  private static IntStream rejecting(CleanPass pass) {
    return IntStream.range(0, pass.rules().size())
        .filter(i -> pass.rules().get(i).severity() == Severity.REJECT);
  }

  /** With the NULLs, which may be the very reason. */
  private static Column json(Column row) {
    return functions.to_json(row, Map.of("ignoreNullFields", "false"));
  }

  private static Column[] columns(RecordType record) {
    return record.components().stream().map(Columns::named).toArray(Column[]::new);
  }

  private static ExprCompiler over(PlanNode stage) {
    return ExprCompiler.over(stage.record());
  }
}
