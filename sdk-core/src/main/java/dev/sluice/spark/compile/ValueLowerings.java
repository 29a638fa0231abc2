package dev.sluice.spark.compile;

import dev.sluice.expr.Aggregates;
import dev.sluice.expr.Numbers;
import dev.sluice.expr.Texts;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The operators, and functions on values of any type, that are not Spark's of their name. */
final class ValueLowerings {

  static final Map<Fn, Lowering> ALL =
      Map.of(
          Operators.NE, (call, a) -> a.get(0).notEqual(a.get(1)),
          Operators.BETWEEN, (call, a) -> a.get(0).between(a.get(1), a.get(2)),
          Numbers.FINITE, (call, a) -> finite(a.get(0)),
          Texts.IS_BLANK, (call, a) -> functions.trim(a.get(0)).equalTo(functions.lit("")),
          Aggregates.COUNT_ROWS, (call, a) -> functions.count(functions.lit(1)),
          Aggregates.COUNT_DISTINCT, (call, a) -> functions.count_distinct(a.get(0), rest(a)));

  private ValueLowerings() {}

  /** Spark's cast of one that is not finite gives NULL, where all others that cannot be fail. */
  private static Column finite(Column number) {
    Column message =
        functions.concat(number.cast("string"), functions.lit(" cannot be a decimal"));
    return functions
        .when(
            number.isNull()
                .or(functions.abs(number).lt(functions.lit(Double.POSITIVE_INFINITY))),
            number)
        .otherwise(functions.raise_error(message));
  }

  private static Column[] rest(List<Column> columns) {
    return columns.subList(1, columns.size()).toArray(Column[]::new);
  }
}
