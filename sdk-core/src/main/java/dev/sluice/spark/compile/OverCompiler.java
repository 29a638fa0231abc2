package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode.Frame;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.SortKey;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Compiles a function over an analytic window.
 *
 * @param compiler compiles what is in it
 * @param inputs the records of the rows that go in
 */
record OverCompiler(ExprCompiler compiler, List<RecordType> inputs) {

  Column column(Over over) {
    WindowSpec spec =
        Window.partitionBy(compiler.columns(over.partitionBy()).toArray(Column[]::new));
    Frame frame = over.frame();
    WindowSpec window =
        switch (frame.unit()) {
          case DEFAULT -> over.orderBy().isEmpty() ? spec : spec.orderBy(order(over));
          case ROWS -> spec.orderBy(order(over)).rowsBetween(frame.from(), frame.to());
          case RANGE -> spec.orderBy(order(over)).rangeBetween(frame.from(), frame.to());
          case TIME -> time(spec, over);
        };
    Column function = compiler.column(over.function());
    return ExprCompiler.at(over, () -> function.over(window));
  }

  private Column[] order(Over over) {
    return compiler.sortColumns(over.orderBy());
  }

  /** Spark's calls take distances as numbers alone, so the order is by a number as well. */
  private WindowSpec time(WindowSpec spec, Over over) {
    SortKey key = over.orderBy().get(0);
    boolean days = key.expr().type(inputs).equals(Optional.of(Scalar.DATE));
    Column time = compiler.column(key.expr());
    Column number =
        days ? functions.unix_date(time) : functions.unix_micros(time.cast("timestamp"));
    long unit = days ? TimeUnit.DAYS.toMicros(1) : 1;
    return spec.orderBy(ExprCompiler.directed(number, key))
        .rangeBetween(over.frame().from() / unit, over.frame().to() / unit);
  }
}
