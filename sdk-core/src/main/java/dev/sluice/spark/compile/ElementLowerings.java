package dev.sluice.spark.compile;

import dev.sluice.expr.Elements;
import dev.sluice.plan.Fn;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Functions on lists that Spark has under the name of one on texts. */
final class ElementLowerings {

  static final Map<Fn, Lowering> ALL =
      Map.of(
          Elements.CONCAT, (call, a) -> functions.concat(a.toArray(Column[]::new)),
          Elements.REVERSE, (call, a) -> functions.reverse(a.get(0)));

  private ElementLowerings() {}
}
