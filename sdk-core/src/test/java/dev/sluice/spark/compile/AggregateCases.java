package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.minBy;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.value;

import dev.sluice.Dsl;
import dev.sluice.expr.AnyValue;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.datasketches.hll.HllSketch;

/** What methods of groups and windows are called on and with, where the typical value does not do. */
final class AggregateCases {

  /** Has seen one value. */
  static final byte[] SKETCH = sketch();

  /** Of two numbers; the decimal is the one of which Spark could make another type than it says. */
  static final List<Object> PAIR = List.of(col(TypicalRow::decimal), col(TypicalRow::otherInt));

  static final Map<String, List<Object>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("percentile(Numeric,double)", List.of(number(), 0.0)),
          Map.entry("percentile(NumExpr,double)", List.of(col(TypicalRow::aDouble), 0.0)),
          Map.entry(
              "approxPercentile(Typed,double)",
              List.of((Fields.Typed<TypicalRow, Double>) TypicalRow::aDouble, 0.0)),
          Map.entry("approxPercentile(NumExpr,double)", List.of(col(TypicalRow::decimal), 0.0)),
          Map.entry(
              "approxCountDistinct(Named,double)",
              List.of((Fields.Named<TypicalRow>) TypicalRow::anInt, 0.05)),
          Map.entry("minBy(Expr,Sortable)", byOther()),
          Map.entry("maxBy(Expr,Sortable)", byOther()),
          Map.entry("hllUnion(BinaryExpr)", List.of(value(SKETCH))),
          Map.entry("lag(ValueExpr)", List.of(col(TypicalRow::text))),
          Map.entry("lag(ValueExpr,int)", List.of(col(TypicalRow::text), 2)),
          Map.entry("lead(ValueExpr)", List.of(col(TypicalRow::text))),
          Map.entry("lead(ValueExpr,int)", List.of(col(TypicalRow::text), 2)),
          Map.entry("firstValue(ValueExpr)", List.of(col(TypicalRow::text))),
          Map.entry("lastValue(ValueExpr)", List.of(col(TypicalRow::text))),
          Map.entry("nthValue(Expr,int)", List.of(col(TypicalRow::text), 1)),
          Map.entry("lag(Expr,int,Object)", List.of(col(TypicalRow::anInt), 2, 7)),
          Map.entry("lead(Expr,int,Object)", List.of(col(TypicalRow::anInt), 2, 7)),
          Map.entry(
              "over(AnalyticWindow,ValueExpr)",
              List.of(
                  partitionBy(TypicalRow::k), minBy(TypicalRow::text, TypicalRow::anInt))));

  private AggregateCases() {}

  private static Fields.Numeric<TypicalRow> number() {
    return TypicalRow::aDouble;
  }

  private static List<Object> byOther() {
    return List.of(col(TypicalRow::decimal), col(TypicalRow::otherInt));
  }

  private static byte[] sketch() {
    HllSketch sketch = new HllSketch(12);
    sketch.update("Ann");
    return sketch.toUpdatableByteArray();
  }

  /** An aggregate of this kind. */
  static Object of(Class<?> kind) {
    Map<Class<?>, Expr<?, ?>> aggregates =
        Stream.<Expr<?, ?>>of(
            max(TypicalRow::aBoolean),
            max(TypicalRow::aByte),
            max(TypicalRow::aShort),
            max(TypicalRow::anInt),
            sum(TypicalRow::anInt),
            max(TypicalRow::aFloat),
            max(TypicalRow::aDouble),
            max(TypicalRow::decimal),
            max(TypicalRow::text),
            max(TypicalRow::date),
            max(TypicalRow::timestamp),
            max(TypicalRow::dateTime),
            max(TypicalRow::interval),
            Dsl.collectList(col(TypicalRow::text)))
            .collect(Collectors.toMap(Object::getClass, e -> e));
    return aggregates.containsKey(kind)
        ? aggregates.get(kind)
        : AnyValue.of(TypicalRow.columns().get(kind));
  }
}
