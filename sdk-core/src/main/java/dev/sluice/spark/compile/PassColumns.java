package dev.sluice.spark.compile;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.Columns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A pass of a clean stage as columns, so that every row stays: the fixed columns, for each rule
 * whether it was kept, for each fill whether it put a value.
 */
final class PassColumns {

  private final PlanNode stage;
  private final CleanPass pass;
  private final ExprCompiler compiler;
  private final Optional<Column> among;

  private PassColumns(PlanNode stage, CleanPass pass, Optional<Column> among) {
    this.stage = stage;
    this.pass = pass;
    this.compiler = ExprCompiler.over(stage.record());
    this.among = among;
  }

  static PassColumns of(PlanNode stage, CleanPass pass) {
    return new PassColumns(stage, pass, Optional.empty());
  }

  /** The same over the rows of which a condition is true; the others are let alone. */
  static PassColumns of(PlanNode stage, CleanPass pass, Column among) {
    return new PassColumns(stage, pass, Optional.of(among));
  }

  /** Whether there are other columns than those of the record. */
  boolean areMore() {
    return !pass.rules().isEmpty() || !pass.fills().isEmpty();
  }

  /** The rows with the columns. Rules in turn are one projection, which is quicker to plan. */
  Dataset<Row> addTo(Dataset<Row> rows) {
    Dataset<Row> result = rows;
    Map<String, Column> open = new LinkedHashMap<>();
    int rules = 0;
    int fills = 0;
    for (CleanStep step : pass.steps()) {
      if (step instanceof Rule rule) {
        open.put(CleanPass.kept(rules++), isKept(rule));
      } else if (step instanceof Fix fix) {
        result = add(open, result);
        if (CleanPass.fills(fix)) {
          open.put(CleanPass.filled(fills++), isFilled(fix));
        }
        RecordComponentType target = stage.record().component(CleanPass.target(fix)).orElseThrow();
        open.put(target.column(), fixed(fix, target));
        result = add(open, result);
      }
    }
    return add(open, result);
  }

  private static Dataset<Row> add(Map<String, Column> open, Dataset<Row> rows) {
    Dataset<Row> result = open.isEmpty() ? rows : rows.withColumns(open);
    open.clear();
    return result;
  }

  /** May be NULL, which is as good as false: Spark knows what to do with a plain condition. */
  private Column isKept(Rule rule) {
    Column condition = compiler.column(rule.condition());
    return onlyThere(
        rule.onNull() ? functions.coalesce(condition, functions.lit(true)) : condition);
  }

  private Column isFilled(Fix fix) {
    return onlyThere(
        compiler.column(fix.target()).isNull().and(compiler.column(fix.value()).isNotNull()));
  }

  private Column fixed(Fix fix, RecordComponentType target) {
    Column value = StageCompiler.stored(compiler.column(fix.value()), target);
    return among
        .map(condition -> functions
            .when(condition, value)
            .otherwise(Columns.named(target.column())))
        .orElse(value);
  }

  private Column onlyThere(Column value) {
    return among.map(condition -> functions.when(condition, value)).orElse(value);
  }

  /** Whether a row keeps all rules, or NULL for no. */
  Column keepsAll() {
    return rejecting()
        .mapToObj(i -> functions.col(CleanPass.kept(i)))
        .reduce(Column::and)
        .orElseGet(() -> functions.lit(true));
  }

  /** The names of the rules that reject a row; NULL if there are none. */
  Column reasons() {
    Column[] broken =
        rejecting()
            .mapToObj(
                i -> functions.when(isBroken(i), functions.lit(pass.rules().get(i).name())))
            .toArray(Column[]::new);
    return broken.length == 0
        ? functions.lit(null).cast("array<string>")
        : functions.when(
            functions.not(functions.coalesce(keepsAll(), functions.lit(false))),
            functions.array_compact(functions.array(broken)));
  }

  /** How many rows there are. */
  Column rows() {
    return among
        .map(functions::count_if)
        .orElseGet(() -> functions.count(functions.lit(1)))
        .as(CleanPass.ROWS);
  }

  /** How many of them are accepted, break each rule and are filled. */
  Column[] counts() {
    Stream<Column> broken =
        IntStream.range(0, pass.rules().size())
            .mapToObj(i -> functions.count_if(onlyThere(isBroken(i))).as(pass.broken(i)));
    Stream<Column> filled =
        IntStream.range(0, pass.fills().size())
            .mapToObj(CleanPass::filled)
            .map(name -> functions.count_if(functions.col(name)).as(name));
    Column accepted = functions.count_if(onlyThere(keepsAll())).as(CleanPass.ACCEPTED);
    return Stream.of(Stream.of(accepted), broken, filled).flatMap(s -> s).toArray(Column[]::new);
  }

  private static Column isBroken(int rule) {
    return functions.not(
        functions.coalesce(functions.col(CleanPass.kept(rule)), functions.lit(false)));
  }

  private IntStream rejecting() {
    return IntStream.range(0, pass.rules().size())
        .filter(i -> pass.rules().get(i).severity() == Severity.REJECT);
  }
}
