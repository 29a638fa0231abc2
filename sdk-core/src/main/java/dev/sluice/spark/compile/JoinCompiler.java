package dev.sluice.spark.compile;

import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.spark.bridge.OriginBridge;
import dev.sluice.spark.bridge.SubqueryBridge;
import dev.sluice.spark.rows.Columns;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
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
      Leg leg = join.legs().get(i);
      Dataset<Row> before = joined;
      Dataset<Row> right = input(in, i);
      joined =
          kept(
              asked(before, right, leg, i, in, compiler)
                  .orElseGet(() -> joined(before, right, leg, compiler)),
              leg,
              compiler);
    }
    return join.outputs().isEmpty()
        ? joined
        : joined.select(StageCompiler.outputs(join.outputs(), in.stage().record(), compiler));
  }

  /**
   * A semi join on keys is a filter, as SQL's {@code in} is: Spark moves it to the side of a later
   * join that has the key, and to the other side too if that is joined by it. Rows that are counted
   * while they pass have to pass once.
   */
  private static Optional<Dataset<Row>> asked(
      Dataset<Row> left,
      Dataset<Row> right,
      Leg leg,
      int position,
      VerbInputs in,
      ExprCompiler compiler) {
    boolean mayBeAsked =
        leg.kind() == JoinKind.SEMI
            && !left.isStreaming()
            && !right.isStreaming()
            && in.stage().inputs().get(position).upstream().noneMatch(JoinCompiler::isCounted);
    if (!mayBeAsked) {
      return Optional.empty();
    }
    return leg.match()
        .flatMap(condition -> SemiKeys.in(condition, position))
        .map(
            keys -> OriginBridge.at(
                leg.site(),
                "semiJoin",
                () -> left.filter(
                    SubqueryBridge.in(
                        compiler.columns(keys.left()),
                        right.select(
                            compiler.columns(keys.right()).toArray(Column[]::new))))));
  }

  private static boolean isCounted(PlanNode stage) {
    return stage.verb().rejects() || !stage.verb().counts().isEmpty();
  }

  private static Dataset<Row> joined(
      Dataset<Row> left, Dataset<Row> right, Leg leg, ExprCompiler compiler) {
    return OriginBridge.at(
        leg.site(),
        "join",
        () -> leg.match()
            .map(c -> joined(left, right, leg, compiler.column(c), compiler))
            .orElseGet(() -> left.crossJoin(right)));
  }

  /**
   * Spark has no anti join of two streams, but a left join whose rows without a match come when none
   * can be any more. A row of the right side that matches by time has one.
   */
  private static Dataset<Row> joined(
      Dataset<Row> left,
      Dataset<Row> right,
      Leg leg,
      Column condition,
      ExprCompiler compiler) {
    if (leg.kind() == JoinKind.ANTI && leg.within().isPresent() && bothAreStreams(left, right)) {
      return left.join(right, condition, JoinKind.LEFT.sparkName())
          .filter(compiler.column(leg.within().get().right()).isNull())
          .select(ofLeft(left));
    }
    return left.join(right, condition, leg.kind().sparkName());
  }

  private static Dataset<Row> kept(Dataset<Row> joined, Leg leg, ExprCompiler compiler) {
    return leg.filter().map(f -> joined.filter(compiler.column(f))).orElse(joined);
  }

  private static boolean bothAreStreams(Dataset<Row> left, Dataset<Row> right) {
    return left.isStreaming() && right.isStreaming();
  }

  private static Column[] ofLeft(Dataset<Row> left) {
    return Arrays.stream(left.columns())
        .map(column -> Columns.named(ExprCompiler.alias(0), column))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> input(VerbInputs in, int i) {
    return in.rows(i).as(ExprCompiler.alias(i));
  }
}
