package dev.sluice.spark.compile;

import dev.sluice.expr.Clocks;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.Fn;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.Map;
import org.apache.spark.sql.functions;

/** Functions on times that are in Spark's Java API and in its grammar, but have no name in SQL. */
final class ClockLowerings {

  static final Map<Fn, Lowering> ALL =
      Map.of(
          Clocks.UNTIL, (call, a) -> functions.timestamp_diff(unit(call), a.get(1), a.get(2)),
          Clocks.ADD, (call, a) -> functions.timestamp_add(unit(call), a.get(1), a.get(2)));

  private ClockLowerings() {}

  private static String unit(Call call) {
    return (String) ((Literal) call.arguments().get(0)).value();
  }
}
