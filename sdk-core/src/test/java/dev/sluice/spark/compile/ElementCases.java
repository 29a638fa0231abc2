package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.listOf;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.value;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.MapExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.VariantExpr;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What methods on lists, maps, nested records and texts that hold them are called on and with. */
final class ElementCases {

  private static final Function<ElementExpr<TypicalRow, String>, StrExpr<TypicalRow>> UPPER =
      x -> StrExpr.of(x).upper();

  private static final Function<ElementExpr<TypicalRow, String>, Expr<TypicalRow, Boolean>> IS_A =
      x -> StrExpr.of(x).eq("a");

  /** Of an element and its index, or a key and its value. */
  private static final BiFunction<Expr<?, ?>, Expr<?, ?>, Expr<?, ?>> KNOWN =
      (x, y) -> y.isNotNull();

  private static final BiFunction<Expr<?, ?>, Expr<?, ?>, Expr<?, ?>> FIRST = (x, y) -> x;

  private static final BiFunction<IntExpr<TypicalRow>, Expr<?, ?>, Expr<?, ?>> COUNT =
      (number, x) -> number.plus(1);

  private static final MapExpr.Zipped<TypicalRow, String, Integer, Integer, Integer> OTHER =
      (k, v, w) -> IntExpr.of(w);

  private ElementCases() {}

  static final Map<String, Expr<?, ?>> RECEIVERS =
      Map.ofEntries(
          Map.entry("StrExpr.fromJson(Class)", value("{\"code\": 7}")),
          Map.entry("StrExpr.tryFromJson(Class)", value("{\"code\": 7}")),
          Map.entry("StrExpr.fromCsv(Class)", value("7")),
          Map.entry("StrExpr.tryFromCsv(Class)", value("7")),
          Map.entry("StrExpr.fromXml(Class)", value("<ROW><code>7</code></ROW>")),
          Map.entry("StrExpr.tryFromXml(Class)", value("<ROW><code>7</code></ROW>")),
          Map.entry("StrExpr.jsonPath(String)", value("{\"a\": [7]}")),
          Map.entry("StrExpr.jsonArrayLength()", value("[7, 8]")),
          Map.entry("StrExpr.jsonKeys()", value("{\"a\": 7}")),
          Map.entry("StrExpr.parseJson()", value("{\"a\": 7}")),
          Map.entry("StrExpr.tryParseJson()", value("{\"a\": 7}")),
          Map.entry("StrExpr.xpath(String)", value("<a><b>7</b><b>8</b></a>")),
          Map.entry("StrExpr.xpathText(String)", value("<a><b>7</b></a>")),
          Map.entry("StrExpr.xpathBoolean(String)", value("<a><b>7</b></a>")),
          Map.entry("StrExpr.xpathInt(String)", value("<a><b>7</b></a>")),
          Map.entry("StrExpr.xpathLong(String)", value("<a><b>7</b></a>")),
          Map.entry("StrExpr.xpathDouble(String)", value("<a><b>7</b></a>")),
          Map.entry("StrExpr.toMap(String,String)", value("a:1,b:2")));

  static final Map<String, List<Object>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("contains(Expr)", List.of(col(TypicalRow::otherText))),
          Map.entry("indexOf(Object)", List.of("b")),
          Map.entry("indexOf(Expr)", List.of(value("b"))),
          Map.entry("append(Object)", List.of("z")),
          Map.entry("append(Expr)", List.of(col(TypicalRow::otherText))),
          Map.entry("prepend(Object)", List.of("z")),
          Map.entry("prepend(Expr)", List.of(col(TypicalRow::otherText))),
          Map.entry("insert(int,Object)", List.of(1, "z")),
          Map.entry("insert(int,Expr)", List.of(-1, col(TypicalRow::otherText))),
          Map.entry("remove(Object)", List.of("a")),
          Map.entry("remove(Expr)", List.of(col(TypicalRow::otherText))),
          Map.entry("slice(int,int)", List.of(1, 1)),
          Map.entry("sortBy(Function)", List.of(UPPER)),
          Map.entry("sortByDescending(Function)", List.of(UPPER)),
          Map.entry("transform(Function)", List.of(UPPER)),
          Map.entry("transform(BiFunction)", List.of(FIRST)),
          Map.entry("filter(Function)", List.of(IS_A)),
          Map.entry("filter(BiFunction)", List.of(KNOWN)),
          Map.entry("exists(Function)", List.of(IS_A)),
          Map.entry("forAll(Function)", List.of(IS_A)),
          Map.entry("reduce(Expr,BiFunction)", List.of(value(0), COUNT)),
          Map.entry("zipWith(ListExpr,BiFunction)", List.of(col(TypicalRow::otherItems), FIRST)),
          Map.entry("toMap(Function,Function)", List.of(UPPER, IS_A)),
          Map.entry("toMap(String,String)", List.of(",", ":")),
          Map.entry("get(Expr)", List.of(value("a"))),
          Map.entry("containsKey(Object)", List.of("a")),
          Map.entry("containsKey(Expr)", List.of(col(TypicalRow::otherText))),
          Map.entry("entries(BiFunction)", List.of(FIRST)),
          Map.entry("transformKeys(BiFunction)", List.of(FIRST)),
          Map.entry("transformValues(BiFunction)", List.of(FIRST)),
          Map.entry("zipWith(MapExpr,Zipped)", List.of(col(TypicalRow::otherEntries), OTHER)),
          Map.entry(
              "with(Assignment[])",
              List.<Object>of(
                  (Object) new Assignment<?, ?>[]{set(TypicalRow.Zip::code).to(value(7))})),
          Map.entry("fromJson(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("tryFromJson(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("fromCsv(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("tryFromCsv(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("fromXml(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("tryFromXml(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("corruptJson(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("corruptCsv(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("corruptXml(Class)", List.of(TypicalRow.Zip.class)),
          Map.entry("jsonPath(String)", List.of("$.a")),
          Map.entry("xpath(String)", List.of("a/b/text()")),
          Map.entry("xpathText(String)", List.of("a/b")),
          Map.entry("xpathBoolean(String)", List.of("a/b = 7")),
          Map.entry("xpathInt(String)", List.of("a/b")),
          Map.entry("xpathLong(String)", List.of("a/b")),
          Map.entry("xpathDouble(String)", List.of("a/b")),
          Map.entry("get(String)", List.of("$.a")),
          Map.entry("getText(String)", List.of("$.a")),
          Map.entry("getInt(String)", List.of("$.a")),
          Map.entry("getLong(String)", List.of("$.a")),
          Map.entry("getDouble(String)", List.of("$.a")),
          Map.entry("getBoolean(String)", List.of("$.b")),
          Map.entry("getDate(String)", List.of("$.d")),
          Map.entry("getTimestamp(String)", List.of("$.d")),
          Map.entry("tryGetText(String)", List.of("$.a")),
          Map.entry("tryGetInt(String)", List.of("$.d")),
          Map.entry("tryGetLong(String)", List.of("$.a")),
          Map.entry("tryGetDouble(String)", List.of("$.a")),
          Map.entry("tryGetBoolean(String)", List.of("$.b")),
          Map.entry("tryGetDate(String)", List.of("$.d")),
          Map.entry("tryGetTimestamp(String)", List.of("$.d")),
          Map.entry("flatten(ListExpr)", List.of(listOf(col(TypicalRow::items)))),
          Map.entry("concatWith(String,ListExpr)", List.of("-", col(TypicalRow::items))),
          Map.entry(
              "mapOf(ListExpr,ListExpr)",
              List.of(col(TypicalRow::items), col(TypicalRow::items))),
          Map.entry("sequence(IntExpr,IntExpr)", List.of(value(1), value(3))),
          Map.entry("sequence(LongExpr,LongExpr)", List.of(value(3L), value(1L))),
          Map.entry("sequence(IntExpr,IntExpr,int)", List.of(value(1), value(7), 3)),
          Map.entry("sequence(LongExpr,LongExpr,long)", List.of(value(1L), value(7L), 3L)),
          Map.entry(
              "sequence(DateExpr,DateExpr)",
              List.of(value(LocalDate.of(2024, 2, 28)), value(LocalDate.of(2024, 3, 1)))),
          Map.entry(
              "sequence(DateExpr,DateExpr,Period)",
              List.of(
                  value(LocalDate.of(2024, 1, 31)),
                  value(LocalDate.of(2024, 3, 31)),
                  Period.ofMonths(1))),
          Map.entry(
              "sequence(TimestampExpr,TimestampExpr,Duration)",
              List.of(
                  value(Instant.parse("2024-01-01T00:00:00Z")),
                  value(Instant.parse("2024-01-01T01:00:00Z")),
                  Duration.ofMinutes(30))));

  /** An element that is a record where columns are asked for, else a number. */
  static ElementExpr<TypicalRow, ?> element(String method) {
    return method.startsWith("ElementExpr.col(")
        ? listOf(col(TypicalRow::wide)).get(0)
        : listOf(col(TypicalRow::anInt)).get(0);
  }

  static VariantExpr<TypicalRow> variant() {
    StrExpr<TypicalRow> json = value("{\"a\": 7, \"b\": true, \"d\": \"2024-12-31\"}");
    return json.parseJson();
  }
}
