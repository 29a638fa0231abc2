package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What the compiler of a verb is given: the stage, and the rows that go in. */
public final class VerbInputs {

  private final PlanNode stage;
  private final Compilation compilation;

  VerbInputs(PlanNode stage, Compilation compilation) {
    this.stage = stage;
    this.compilation = compilation;
  }

  /** The stage that is compiled. */
  public PlanNode stage() {
    return stage;
  }

  /** The session. */
  public SparkSession spark() {
    return compilation.spark();
  }

  /** The rows of the first input. */
  public Dataset<Row> rows() {
    return rows(0);
  }

  /** The rows of an input, from 0. */
  public Dataset<Row> rows(int input) {
    return compilation.dataset(stage.inputs().get(input));
  }

  /** An expression over the rows of the only input. */
  public Column column(ExprNode expr) {
    return compiler().column(expr);
  }

  /** Components over the rows of the only input, under their column names, in the record's order. */
  public Column[] columns(List<Output> outputs) {
    return StageCompiler.outputs(outputs, stage.record(), compiler());
  }

  /** Rows from a foreign hand, as the stage's record. */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return Conform.to(stage, rows);
  }

  /** Whether somebody wants to know what the verb counts; if not, the plan is that of the rows alone. */
  public boolean areCounted() {
    return compilation.observing() != Observing.NOTHING;
  }

  /**
   * The same rows, counted while they pass in whatever job computes them.
   *
   * @param numbers an aggregate: an array of the numbers of {@link
   *     dev.sluice.plan.Verb#counts()}, in that order
   */
  public Dataset<Row> counted(Dataset<Row> rows, Column numbers) {
    return compilation
        .observing()
        .observe(
            rows,
            stage,
            PassingRows.POINT,
            functions.count(functions.lit(1)).as(PassingRows.ROWS),
            numbers.as(PassingRows.NUMBERS));
  }

  ExprCompiler compiler() {
    return ExprCompiler.over(stage.input().record());
  }

  Compilation compilation() {
    return compilation;
  }
}
