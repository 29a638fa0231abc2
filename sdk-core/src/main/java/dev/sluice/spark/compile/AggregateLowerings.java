package dev.sluice.spark.compile;

import dev.sluice.expr.Aggregates;
import dev.sluice.expr.Windows;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.Fn;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.Map;
import org.apache.spark.sql.functions;

/** Functions of groups and windows that say more than Spark's name for them. */
final class AggregateLowerings {

  static final Map<Fn, Lowering> ALL =
      Map.of(
          Aggregates.PRODUCT, (call, a) -> functions.product(a.get(0)),
          Aggregates.SUM_DISTINCT, (call, a) -> functions.sum_distinct(a.get(0)),
          Aggregates.LIST_AGG_DISTINCT,
          (call, a) -> functions.listagg_distinct(a.get(0), a.get(1)),
          Windows.LAG_NOT_NULL,
          (call, a) -> functions.lag(a.get(0), number(call), null, true),
          Windows.LEAD_NOT_NULL,
          (call, a) -> functions.lead(a.get(0), number(call), null, true),
          Windows.FIRST_NOT_NULL,
          (call, a) -> functions.first_value(a.get(0), functions.lit(true)),
          Windows.LAST_NOT_NULL,
          (call, a) -> functions.last_value(a.get(0), functions.lit(true)),
          Windows.NTH_NOT_NULL,
          (call, a) -> functions.nth_value(a.get(0), number(call), true));

  private AggregateLowerings() {}

  private static int number(Call call) {
    return (Integer) ((Literal) call.arguments().get(1)).value();
  }
}
