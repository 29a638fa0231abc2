package dev.sluice.spark.compile;

import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.spark.bridge.OriginBridge;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins one input after the other; the columns of each go by an alias of its own. */
final class JoinCompiler implements VerbCompiler<Join> {

  @Override
  public Dataset<Row> compile(Join join, VerbInputs in) {
    ExprCompiler compiler =
        ExprCompiler.overJoined(in.stage().records());
    Dataset<Row> joined = input(in, 0);
    for (int i = 1; i < join.legs().size(); i++) {
      joined = joined(joined, input(in, i), join.legs().get(i), compiler);
    }
    return join.outputs().isEmpty()
        ? joined
        : joined.select(StageCompiler.outputs(join.outputs(), in.stage().record(), compiler));
  }

  private static Dataset<Row> joined(
      Dataset<Row> left, Dataset<Row> right, Leg leg, ExprCompiler compiler) {
    return OriginBridge.at(
        leg.site(),
        "join",
        () -> leg.condition()
            .map(c -> left.join(right, compiler.column(c), leg.kind().sparkName()))
            .orElseGet(() -> left.crossJoin(right)));
  }

  private static Dataset<Row> input(VerbInputs in, int i) {
    return in.rows(i).as(ExprCompiler.alias(i));
  }
}
