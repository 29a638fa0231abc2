package dev.sluice.spark.compile;

import dev.sluice.plan.verb.WithOne;
import dev.sluice.spark.bridge.OriginBridge;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each column of the one row is a scalar subquery, which Spark computes once before the rows, however
 * often it is named: no join, and more rows than one are an error.
 */
final class WithOneCompiler implements VerbCompiler<WithOne> {

  @Override
  public Dataset<Row> compile(WithOne verb, VerbInputs in) {
    ExprCompiler compiler =
        ExprCompiler.beside(in.stage().records(), column -> value(in, column));
    Dataset<Row> rows =
        verb.condition().map(c -> in.rows().filter(compiler.column(c))).orElseGet(in::rows);
    return verb.outputs().isEmpty()
        ? rows
        : rows.select(StageCompiler.outputs(verb.outputs(), in.stage().record(), compiler));
  }

  private static Column value(VerbInputs in, Column column) {
    return OriginBridge.at(
        in.stage().site(), "withOne", () -> in.rows(1).select(column).scalar());
  }
}
