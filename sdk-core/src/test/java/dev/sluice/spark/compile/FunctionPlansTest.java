package dev.sluice.spark.compile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Dsl;
import dev.sluice.expr.Aggregates;
import dev.sluice.expr.Codes;
import dev.sluice.expr.Dates;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.Elements;
import dev.sluice.expr.Entries;
import dev.sluice.expr.Expr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.Mathematics;
import dev.sluice.expr.Numbers;
import dev.sluice.expr.RecordsInTexts;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.Texts;
import dev.sluice.expr.Times;
import dev.sluice.expr.Variants;
import dev.sluice.expr.Windows;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** A function of the tables is Spark's of its name, and the same as the one of Spark's Java API. */
class FunctionPlansTest {

  private static final RecordType RECORD = RecordType.of(TypicalRow.class);

  /** What stands for a function in Spark's Java API, given the same arguments. */
  private interface Typed {
    Column of(List<Column> arguments);
  }

  /** A function called on columns of the typical row and constants. */
  private record Case(List<Object> arguments, Typed typed) {}

  private final Map<Fn, Case> cases = new HashMap<>();

  /** An argument that is a column; all others are constants. */
  private record Named(String name) {}

  private static Named c(String name) {
    return new Named(name);
  }

  private void add(Fn fn, Typed typed, Object... arguments) {
    cases.put(fn, new Case(List.of(arguments), typed));
  }

  private void operators() {
    add(Operators.EQ, a -> a.get(0).equalTo(a.get(1)), c("anInt"), 1);
    add(Operators.NE, a -> a.get(0).notEqual(a.get(1)), c("anInt"), 1);
    add(Operators.SAME, a -> a.get(0).eqNullSafe(a.get(1)), c("anInt"), 1);
    add(Operators.GT, a -> a.get(0).gt(a.get(1)), c("anInt"), 1);
    add(Operators.GE, a -> a.get(0).geq(a.get(1)), c("anInt"), 1);
    add(Operators.LT, a -> a.get(0).lt(a.get(1)), c("anInt"), 1);
    add(Operators.LE, a -> a.get(0).leq(a.get(1)), c("anInt"), 1);
    add(Operators.BETWEEN, a -> a.get(0).between(a.get(1), a.get(2)), c("anInt"), 1, 3);
    add(Operators.IN, a -> a.get(0).isin(a.get(1), a.get(2)), c("text"), "a", "b");
    add(Operators.AND, a -> a.get(0).and(a.get(1)), c("aBoolean"), c("otherBoolean"));
    add(Operators.OR, a -> a.get(0).or(a.get(1)), c("aBoolean"), c("otherBoolean"));
    add(Operators.NOT, a -> functions.not(a.get(0)), c("aBoolean"));
    add(Operators.PLUS, a -> a.get(0).plus(a.get(1)), c("decimal"), c("aLong"));
    add(Operators.MINUS, a -> a.get(0).minus(a.get(1)), c("timestamp"), c("otherTimestamp"));
    add(Operators.TIMES, a -> a.get(0).multiply(a.get(1)), c("interval"), 2.5);
    add(Operators.DIVIDE, a -> a.get(0).divide(a.get(1)), c("aDouble"), c("anInt"));
    add(Operators.TRY_DIVIDE, a -> functions.try_divide(a.get(0), a.get(1)), c("aDouble"), 2.0);
    add(Operators.MOD, a -> a.get(0).mod(a.get(1)), c("anInt"), 3);
    add(Operators.NEGATE, a -> functions.negate(a.get(0)), c("anInt"));
    add(Operators.ABS, a -> functions.abs(a.get(0)), c("anInt"));
    add(Operators.IS_NULL, a -> a.get(0).isNull(), c("text"));
    add(Operators.IS_NOT_NULL, a -> a.get(0).isNotNull(), c("text"));
    add(Operators.COALESCE, a -> functions.coalesce(all(a)), c("anInt"), c("otherInt"), 0);
    add(
        Operators.CASE,
        a -> functions.when(a.get(0), a.get(1)).when(a.get(2), a.get(3)).otherwise(a.get(4)),
        c("aBoolean"),
        c("anInt"),
        c("otherBoolean"),
        c("aLong"),
        0);
    add(Operators.GREATEST, a -> functions.greatest(all(a)), c("anInt"), c("otherInt"));
    add(Operators.LEAST, a -> functions.least(all(a)), c("anInt"), c("otherInt"));
  }

  private void texts() {
    add(Texts.TRIM, a -> functions.trim(a.get(0)), c("text"));
    add(Texts.TRIM_START, a -> functions.ltrim(a.get(0)), c("text"));
    add(Texts.TRIM_END, a -> functions.rtrim(a.get(0)), c("text"));
    add(Texts.LOWER, a -> functions.lower(a.get(0)), c("text"));
    add(Texts.UPPER, a -> functions.upper(a.get(0)), c("text"));
    add(Texts.CAPITALIZE, a -> functions.initcap(a.get(0)), c("text"));
    add(Texts.REVERSE, a -> functions.reverse(a.get(0)), c("text"));
    add(Texts.REPEAT, a -> functions.repeat(a.get(0), 3), c("text"), 3);
    add(Texts.POSITION, a -> functions.instr(a.get(0), "n"), c("text"), "n");
    add(Texts.LENGTH, a -> functions.length(a.get(0)), c("text"));
    add(Texts.SIZE_IN_BYTES, a -> functions.octet_length(a.get(0)), c("binary"));
    add(Texts.CONCAT, a -> functions.concat(all(a)), c("text"), c("otherText"));
    add(
        Texts.CONCAT_WITH,
        a -> functions.concat_ws("-", a.get(1), a.get(2)),
        "-",
        c("text"),
        c("otherText"));
    add(Texts.CONTAINS, a -> a.get(0).contains("n"), c("text"), "n");
    add(Texts.STARTS_WITH, a -> a.get(0).startsWith("A"), c("text"), "A");
    add(Texts.ENDS_WITH, a -> a.get(0).endsWith("b"), c("text"), "b");
    add(Texts.LIKE, a -> a.get(0).like("A%"), c("text"), "A%");
    add(Texts.MATCHES, a -> a.get(0).rlike("A.*"), c("text"), "A.*");
    add(Texts.SUBSTRING, a -> functions.substring(a.get(0), 1, 3), c("text"), 1, 3);
    add(Texts.REPLACE, a -> functions.replace(a.get(0), lit("n"), lit("m")), c("text"), "n", "m");
    add(
        Texts.REPLACE_ALL,
        a -> functions.regexp_replace(a.get(0), "n+", "m"),
        c("text"),
        "n+",
        "m");
    add(Texts.EXTRACT, a -> functions.regexp_extract(a.get(0), "(n+)", 1), c("text"), "(n+)", 1);
    add(Texts.SPLIT, a -> functions.split(a.get(0), " "), c("text"), " ");
    add(Texts.PAD_START, a -> functions.lpad(a.get(0), 7, "*"), c("text"), 7, "*");
    add(Texts.PAD_END, a -> functions.rpad(a.get(0), 7, "*"), c("text"), 7, "*");
    add(Texts.NULL_IF, a -> functions.nullif(a.get(0), lit("x")), c("text"), "x");
  }

  private void numbers() {
    add(Numbers.FLOOR, a -> functions.floor(a.get(0)), c("aDouble"));
    add(Numbers.CEIL, a -> functions.ceil(a.get(0)), c("decimal"));
    add(Numbers.ROUND, a -> functions.round(a.get(0), 1), c("decimal"), 1);
    add(Numbers.SQRT, a -> functions.sqrt(a.get(0)), c("aDouble"));
    add(Numbers.EXP, a -> functions.exp(a.get(0)), c("anInt"));
    add(Numbers.LN, a -> functions.ln(a.get(0)), c("aDouble"));
    add(Numbers.LOG10, a -> functions.log10(a.get(0)), c("aDouble"));
    add(Numbers.POW, a -> functions.pow(a.get(0), lit(2.0)), c("aDouble"), 2.0);
    add(Numbers.SIGNUM, a -> functions.signum(a.get(0)), c("aDouble"));
    add(Numbers.IS_NAN, a -> functions.isnan(a.get(0)), c("aDouble"));
  }

  private void dates() {
    add(Dates.YEAR, a -> functions.year(a.get(0)), c("date"));
    add(Dates.QUARTER, a -> functions.quarter(a.get(0)), c("date"));
    add(Dates.MONTH, a -> functions.month(a.get(0)), c("timestamp"));
    add(Dates.DAY, a -> functions.dayofmonth(a.get(0)), c("date"));
    add(Dates.DAY_OF_WEEK, a -> functions.dayofweek(a.get(0)), c("date"));
    add(Dates.DAY_OF_YEAR, a -> functions.dayofyear(a.get(0)), c("date"));
    add(Dates.WEEK_OF_YEAR, a -> functions.weekofyear(a.get(0)), c("date"));
    add(Dates.ADD_MONTHS, a -> functions.add_months(a.get(0), 2), c("date"), 2);
    add(
        Dates.DAYS_BETWEEN,
        a -> functions.datediff(a.get(0), a.get(1)),
        c("otherDate"),
        c("date"));
    add(Dates.TRUNCATE, a -> functions.trunc(a.get(0), "MONTH"), c("date"), "MONTH");
    add(Dates.LAST_DAY, a -> functions.last_day(a.get(0)), c("date"));
    add(Dates.FORMAT, a -> functions.date_format(a.get(0), "yyyy"), c("timestamp"), "yyyy");
    add(Dates.PARSE, a -> functions.to_date(a.get(0), "dd.MM.yyyy"), c("text"), "dd.MM.yyyy");
  }

  private void times() {
    add(Times.HOUR, a -> functions.hour(a.get(0)), c("timestamp"));
    add(Times.MINUTE, a -> functions.minute(a.get(0)), c("dateTime"));
    add(Times.SECOND, a -> functions.second(a.get(0)), c("timestamp"));
    add(Times.EPOCH_SECOND, a -> functions.unix_seconds(a.get(0)), c("timestamp"));
    add(Times.EPOCH_MILLI, a -> functions.unix_millis(a.get(0)), c("timestamp"));
    add(
        Times.TRUNCATE,
        a -> functions.date_trunc("HOUR", a.get(1)),
        "HOUR",
        c("timestamp"));
    add(Times.PARSE, a -> functions.to_timestamp(a.get(0), "yyyy"), c("text"), "yyyy");
    add(
        Times.TRY_PARSE,
        a -> functions.try_to_timestamp(a.get(0), lit("yyyy")),
        c("text"),
        "yyyy");
  }

  private void elements() {
    add(Elements.SIZE, a -> functions.size(a.get(0)), c("entries"));
    add(Elements.DISTINCT, a -> functions.array_distinct(a.get(0)), c("items"));
    add(Elements.GET, a -> functions.get(a.get(0), lit(1)), c("items"), 1);
    add(Elements.CONTAINS, a -> functions.array_contains(a.get(0), "a"), c("items"), "a");
    add(Elements.VALUE_OF, a -> functions.try_element_at(a.get(0), lit("a")), c("entries"), "a");
    add(Elements.POSITION, a -> functions.array_position(a.get(0), "a"), c("items"), "a");
    add(Elements.MIN, a -> functions.array_min(a.get(0)), c("items"));
    add(Elements.MAX, a -> functions.array_max(a.get(0)), c("items"));
    add(Elements.UNION, a -> functions.array_union(a.get(0), a.get(1)), c("items"),
        c("otherItems"));
    add(
        Elements.INTERSECT,
        a -> functions.array_intersect(a.get(0), a.get(1)),
        c("items"),
        c("otherItems"));
    add(
        Elements.EXCEPT,
        a -> functions.array_except(a.get(0), a.get(1)),
        c("items"),
        c("otherItems"));
    add(
        Elements.OVERLAP,
        a -> functions.arrays_overlap(a.get(0), a.get(1)),
        c("items"),
        c("otherItems"));
    add(Elements.APPEND, a -> functions.array_append(a.get(0), "z"), c("items"), "z");
    add(Elements.PREPEND, a -> functions.array_prepend(a.get(0), "z"), c("items"), "z");
    add(
        Elements.INSERT,
        a -> functions.array_insert(a.get(0), lit(2), lit("z")),
        c("items"),
        2,
        "z");
    add(Elements.REMOVE, a -> functions.array_remove(a.get(0), "a"), c("items"), "a");
    add(Elements.COMPACT, a -> functions.array_compact(a.get(0)), c("items"));
    add(Elements.SLICE, a -> functions.slice(a.get(0), 2, 1), c("items"), 2, 1);
    add(Elements.SORT, a -> functions.array_sort(a.get(0)), c("items"));
    add(
        Elements.SORT_BY_DIRECTION,
        a -> functions.sort_array(a.get(0), false),
        c("items"),
        false);
    add(Elements.SHUFFLE, a -> functions.shuffle(a.get(0), lit(7L)), c("items"), 7L);
    add(Elements.JOIN, a -> functions.array_join(a.get(0), "-"), c("items"), "-");
    add(
        Elements.FLATTEN,
        a -> functions.flatten(functions.array(col("items"))),
        call(Elements.LIST, field("items")));
    add(Elements.REPEAT, a -> functions.array_repeat(a.get(0), 2), c("items"), 2);
    add(Elements.LIST, a -> functions.array(all(a)), c("anInt"), c("otherInt"));
    add(
        Elements.SEQUENCE,
        a -> functions.sequence(a.get(0), a.get(1), lit(2)),
        c("anInt"),
        c("otherInt"),
        2);
  }

  private void lambdas() {
    add(
        Elements.TRANSFORM,
        a -> functions.transform(a.get(0), x -> functions.upper(x)),
        c("items"),
        lambda(call(Texts.UPPER, x("items")), x("items")));
    add(
        Elements.FILTER,
        a -> functions.filter(a.get(0), (x, i) -> functions.isnull(i)),
        c("items"),
        lambda(call(Operators.IS_NULL, y("items")), x("items"), y("items")));
    add(
        Elements.EXISTS,
        a -> functions.exists(a.get(0), x -> x.equalTo(col("text"))),
        c("items"),
        lambda(call(Operators.EQ, x("items"), field("text")), x("items")));
    add(
        Elements.FOR_ALL,
        a -> functions.forall(a.get(0), x -> x.isNull()),
        c("items"),
        lambda(call(Operators.IS_NULL, x("items")), x("items")));
    add(
        Elements.REDUCE,
        a -> functions.reduce(a.get(0), lit(""), (r, x) -> functions.concat(r, x)),
        c("items"),
        "",
        lambda(call(Texts.CONCAT, x("items"), y("items")), x("items"), y("items")));
    add(
        Elements.ZIP_WITH,
        a -> functions.zip_with(a.get(0), a.get(1), (x, y) -> functions.concat(x, y)),
        c("items"),
        c("otherItems"),
        lambda(call(Texts.CONCAT, x("items"), y("items")), x("items"), y("items")));
  }

  private void entries() {
    add(Entries.KEYS, a -> functions.map_keys(a.get(0)), c("entries"));
    add(Entries.VALUES, a -> functions.map_values(a.get(0)), c("entries"));
    add(Entries.CONTAINS_KEY, a -> functions.map_contains_key(a.get(0), "a"), c("entries"), "a");
    add(
        Entries.CONCAT,
        a -> functions.map_concat(a.get(0), a.get(1)),
        c("entries"),
        c("otherEntries"));
    add(
        Entries.OF_LISTS,
        a -> functions.map_from_arrays(a.get(0), a.get(1)),
        c("items"),
        c("otherItems"));
    add(
        Entries.OF_TEXT,
        a -> functions.str_to_map(a.get(0), lit(","), lit(":")),
        c("text"),
        ",",
        ":");
    ExprNode second = lambda(y("entries"), x("entries"), y("entries"));
    ExprNode known =
        lambda(call(Operators.IS_NOT_NULL, y("entries")), x("entries"), y("entries"));
    add(
        Entries.FILTER,
        a -> functions.map_filter(a.get(0), (k, v) -> v.isNotNull()),
        c("entries"),
        known);
    add(
        Entries.TRANSFORM_KEYS,
        a -> functions.transform_keys(a.get(0), (k, v) -> v),
        c("entries"),
        second);
    add(
        Entries.TRANSFORM_VALUES,
        a -> functions.transform_values(a.get(0), (k, v) -> v),
        c("entries"),
        second);
    add(
        Entries.ZIP_WITH,
        a -> functions.map_zip_with(a.get(0), a.get(1), (k, v, w) -> v),
        c("entries"),
        c("otherEntries"),
        lambda(y("entries"), x("entries"), y("entries"), z("entries")));
  }

  private void recordsInTexts() {
    add(RecordsInTexts.JSON_PATH, a -> functions.get_json_object(a.get(0), "$.a"), c("text"),
        "$.a");
    add(RecordsInTexts.JSON_LENGTH, a -> functions.json_array_length(a.get(0)), c("text"));
    add(RecordsInTexts.JSON_KEYS, a -> functions.json_object_keys(a.get(0)), c("text"));
    add(RecordsInTexts.XPATH, a -> functions.xpath(a.get(0), lit("a")), c("text"), "a");
    add(
        RecordsInTexts.XPATH_STRING,
        a -> functions.xpath_string(a.get(0), lit("a")),
        c("text"),
        "a");
    add(
        RecordsInTexts.XPATH_BOOLEAN,
        a -> functions.xpath_boolean(a.get(0), lit("a")),
        c("text"),
        "a");
    add(RecordsInTexts.XPATH_INT, a -> functions.xpath_int(a.get(0), lit("a")), c("text"), "a");
    add(RecordsInTexts.XPATH_LONG, a -> functions.xpath_long(a.get(0), lit("a")), c("text"), "a");
    add(
        RecordsInTexts.XPATH_DOUBLE,
        a -> functions.xpath_double(a.get(0), lit("a")),
        c("text"),
        "a");
    ExprNode variant = call(Variants.PARSE, field("text"));
    Column parsed = functions.parse_json(col("text"));
    add(Variants.PARSE, a -> functions.parse_json(a.get(0)), c("text"));
    add(Variants.TRY_PARSE, a -> functions.try_parse_json(a.get(0)), c("text"));
    add(Variants.GET, a -> functions.variant_get(parsed, "$.a", "int"), variant, "$.a", "int");
    add(
        Variants.TRY_GET,
        a -> functions.try_variant_get(parsed, "$.a", "int"),
        variant,
        "$.a",
        "int");
    add(Variants.IS_NULL, a -> functions.is_variant_null(parsed), variant);
    add(Variants.TO_JSON, a -> functions.to_json(parsed), variant);
  }

  private static ExprNode field(String name) {
    return new ExprNode.Field(name, 0, CallSite.unknown());
  }

  private static ExprNode call(Fn fn, ExprNode... arguments) {
    return new ExprNode.Call(fn, List.of(arguments), CallSite.unknown());
  }

  private static ExprNode.Variable x(String of) {
    return variable("x", of);
  }

  private static ExprNode.Variable y(String of) {
    return variable("y", of);
  }

  private static ExprNode.Variable z(String of) {
    return variable("z", of);
  }

  private static ExprNode.Variable variable(String name, String of) {
    return new ExprNode.Variable(
        name, ExprNode.Variable.Role.VALUE, ExprNode.Variable.Bound.LAMBDA, field(of));
  }

  private static ExprNode lambda(ExprNode body, ExprNode.Variable... parameters) {
    return new ExprNode.Lambda(List.of(parameters), body);
  }

  private void aggregates() {
    add(Aggregates.SUM, a -> functions.sum(a.get(0)), c("decimal"));
    add(Aggregates.AVG, a -> functions.avg(a.get(0)), c("anInt"));
    add(Aggregates.MIN, a -> functions.min(a.get(0)), c("text"));
    add(Aggregates.MAX, a -> functions.max(a.get(0)), c("text"));
    add(Aggregates.COUNT, a -> functions.count(a.get(0)), c("text"));
    add(Aggregates.COUNT_ROWS, a -> functions.count(lit(1)));
    add(
        Aggregates.COUNT_DISTINCT,
        a -> functions.count_distinct(a.get(0), a.get(1)),
        c("text"),
        c("anInt"));
    add(Aggregates.COUNT_IF, a -> functions.count_if(a.get(0)), c("aBoolean"));
    add(
        Aggregates.APPROX_COUNT_DISTINCT,
        a -> functions.approx_count_distinct(a.get(0)),
        c("text"));
    add(Aggregates.STDDEV, a -> functions.stddev(a.get(0)), c("aDouble"));
    add(Aggregates.VARIANCE, a -> functions.variance(a.get(0)), c("aDouble"));
    add(Aggregates.ANY, a -> functions.bool_or(a.get(0)), c("aBoolean"));
    add(Aggregates.EVERY, a -> functions.bool_and(a.get(0)), c("aBoolean"));
    add(Aggregates.COLLECT_LIST, a -> functions.collect_list(a.get(0)), c("text"));
    add(Aggregates.COLLECT_SET, a -> functions.collect_set(a.get(0)), c("text"));
  }

  private void pairsAndChoices() {
    add(Aggregates.CORR, a -> functions.corr(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.COVAR_POP, a -> functions.covar_pop(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.COVAR_SAMP, a -> functions.covar_samp(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.REGR_AVG_X, a -> functions.regr_avgx(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.REGR_AVG_Y, a -> functions.regr_avgy(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.REGR_INTERCEPT, a -> functions.regr_intercept(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.REGR_SLOPE, a -> functions.regr_slope(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.REGR_R2, a -> functions.regr_r2(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.REGR_SXX, a -> functions.regr_sxx(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.REGR_SXY, a -> functions.regr_sxy(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.REGR_SYY, a -> functions.regr_syy(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.REGR_COUNT, a -> functions.regr_count(a.get(0), a.get(1)), c("aDouble"),
        c("anInt"));
    add(Aggregates.MIN_BY, a -> functions.min_by(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.MAX_BY, a -> functions.max_by(a.get(0), a.get(1)), c("aDouble"), c("anInt"));
    add(Aggregates.STDDEV_POP, a -> functions.stddev_pop(a.get(0)), c("aDouble"));
    add(Aggregates.VARIANCE_POP, a -> functions.var_pop(a.get(0)), c("aDouble"));
    add(Aggregates.SKEWNESS, a -> functions.skewness(a.get(0)), c("aDouble"));
    add(Aggregates.KURTOSIS, a -> functions.kurtosis(a.get(0)), c("aDouble"));
    add(Aggregates.MEDIAN, a -> functions.median(a.get(0)), c("aDouble"));
    add(Aggregates.PRODUCT, a -> functions.product(a.get(0)), c("aDouble"));
    add(Aggregates.BIT_AND, a -> functions.bit_and(a.get(0)), c("anInt"));
    add(Aggregates.BIT_OR, a -> functions.bit_or(a.get(0)), c("anInt"));
    add(Aggregates.BIT_XOR, a -> functions.bit_xor(a.get(0)), c("anInt"));
    add(Aggregates.HLL_SKETCH, a -> functions.hll_sketch_agg(a.get(0)), c("text"));
    add(Aggregates.MODE, a -> functions.mode(a.get(0), true), c("text"), true);
    add(Aggregates.ANY_VALUE, a -> functions.any_value(a.get(0), lit(true)), c("text"), true);
    add(Aggregates.FIRST_NOT_NULL, a -> functions.first(a.get(0), true), c("text"), true);
    add(Aggregates.LAST_NOT_NULL, a -> functions.last(a.get(0), true), c("text"), true);
    add(Aggregates.FIRST, a -> functions.first(a.get(0)), c("text"));
    add(Aggregates.LAST, a -> functions.last(a.get(0)), c("text"));
    add(Aggregates.PERCENTILE, a -> functions.percentile(a.get(0), lit(0.9)), c("anInt"), 0.9);
    add(
        Aggregates.APPROX_PERCENTILE,
        a -> functions.percentile_approx(a.get(0), lit(0.9), lit(10000)),
        c("anInt"),
        0.9);
    add(Aggregates.LIST_AGG, a -> functions.listagg(a.get(0), lit(", ")), c("text"), ", ");
    add(Aggregates.HLL_UNION, a -> functions.hll_union_agg(a.get(0)), c("binary"));
    add(Elements.HLL_ESTIMATE, a -> functions.hll_sketch_estimate(a.get(0)), c("binary"));
    add(Operators.GROUPING_ID, a -> functions.grouping_id());
    add(Operators.GROUPING, a -> functions.grouping(a.get(0)), c("k"));
  }

  private void windows() {
    add(Windows.CUME_DIST, a -> functions.cume_dist());
    add(Windows.LAG_OR, a -> functions.lag(a.get(0), 2, "x"), c("text"), 2, "x");
    add(Windows.LEAD_OR, a -> functions.lead(a.get(0), 2, "x"), c("text"), 2, "x");
    add(Windows.NTH_VALUE, a -> functions.nth_value(a.get(0), 2), c("text"), 2);
    add(Windows.ROW_NUMBER, a -> functions.row_number());
    add(Windows.RANK, a -> functions.rank());
    add(Windows.DENSE_RANK, a -> functions.dense_rank());
    add(Windows.PERCENT_RANK, a -> functions.percent_rank());
    add(Windows.NTILE, a -> functions.ntile(4), 4);
    add(Windows.LAG, a -> functions.lag(a.get(0), 2), c("text"), 2);
    add(Windows.LEAD, a -> functions.lead(a.get(0), 2), c("text"), 2);
    add(Windows.FIRST_VALUE, a -> functions.first_value(a.get(0)), c("text"));
    add(Windows.LAST_VALUE, a -> functions.last_value(a.get(0)), c("text"));
  }

  /** What Spark's Java API has under another name, or as a method of a column. */
  private void mathematics() {
    add(Mathematics.BIT_AND, a -> a.get(0).bitwiseAND(a.get(1)), c("anInt"), 3);
    add(Mathematics.BIT_OR, a -> a.get(0).bitwiseOR(a.get(1)), c("anInt"), 3);
    add(Mathematics.BIT_XOR, a -> a.get(0).bitwiseXOR(a.get(1)), c("anInt"), 3);
    add(Mathematics.BIT_NOT, a -> functions.bitwise_not(a.get(0)), c("anInt"));
    add(Codes.LUHN_CHECK, a -> functions.expr("luhn_check(text)"), c("text"));
  }

  /** For a function without a case here: how the language calls it, and Spark's of its name. */
  private void casesOfTheLanguage() {
    ExpressionCases.all().stream()
        .map(call -> call.result().node())
        .flatMap(ExprNode::tree)
        .filter(node -> node instanceof ExprNode.Call)
        .map(node -> (ExprNode.Call) node)
        .filter(call -> !cases.containsKey(call.fn()))
        .filter(call -> !ExprModules.ALL.lowers(call.fn()) && !isOfAMoment(call.fn()))
        .forEach(
            call -> SparkMethods.like(call)
                .ifPresent(
                    method -> cases.put(
                        call.fn(), new Case(List.copyOf(call.arguments()), a -> method))));
  }

  /** No two plans of it are the same: the moment is in them, or the seed of chance. */
  private static boolean isOfAMoment(Fn fn) {
    return !fn.deterministic() || fn.name().matches("(current_|local)timestamp");
  }

  private static Column[] all(List<Column> arguments) {
    return arguments.toArray(Column[]::new);
  }

  @Test
  void everyFunctionIsOneOfSparksOrLowered() {
    SparkSession spark = TestSpark.session();
    Map<String, Fn> tables = FunctionTables.all();
    assertThat(tables).hasSizeGreaterThan(100);
    tables
        .values()
        .removeIf(
            fn -> ExprModules.ALL.lowers(fn)
                || spark.catalog().functionExists("`" + fn.name() + "`"));
    assertThat(tables).as("functions that nothing compiles").isEmpty();
  }

  @Test
  void noTwoConstantsAreTheSameFunction() {
    assertThat(FunctionTables.all().values()).doesNotHaveDuplicates();
  }

  @Test
  void aNameThatTheSessionGivesToAnotherMeansWhatItMeansInSparksJavaApi() {
    SparkSession spark = TestSpark.session().newSession();
    spark
        .udf()
        .register("trim", (UDF1<String, String>) text -> "mine", DataTypes.StringType);
    texts();
    Case trim = cases.get(Texts.TRIM);
    Dataset<Row> rows = notLocal(spark);
    assertThat(query(rows, Texts.TRIM, compiled(Texts.TRIM, trim)).head())
        .isEqualTo(query(rows, Texts.TRIM, trim.typed().of(List.of(col("text")))).head());
  }

  @Test
  void everyFunctionHasThePlanOfSparksJavaApi() {
    operators();
    texts();
    numbers();
    dates();
    times();
    elements();
    lambdas();
    entries();
    recordsInTexts();
    aggregates();
    pairsAndChoices();
    windows();
    mathematics();
    casesOfTheLanguage();
    Map<String, Fn> unknown = new LinkedHashMap<>(FunctionTables.all());
    unknown
        .values()
        .removeIf(
            fn -> cases.containsKey(fn) || ExprModules.ALL.lowers(fn) || isOfAMoment(fn));
    assertThat(unknown).as("functions without a case in this test").isEmpty();

    Dataset<Row> rows = notLocal(TestSpark.session().newSession());
    List<String> different = new ArrayList<>();
    cases.forEach(
        (fn, test) -> {
          Dataset<Row> one = query(rows, fn, compiled(fn, test));
          Dataset<Row> other =
              query(rows, fn,
                  test.typed().of(test.arguments().stream().map(this::column).toList()));
          if (!PlanAssertions.optimized(one).sameResult(PlanAssertions.optimized(other))) {
            different.add(fn.name() + ":\n" + PlanAssertions.optimized(one)
                + PlanAssertions.optimized(other));
          }
        });
    assertThat(different).isEmpty();
  }

  @Test
  void aFunctionWithoutAMethodIsCalledByItsName() {
    DoubleExpr<TypicalRow> byReference =
        Dsl.spark(functions::log1p, Dsl.col(TypicalRow::aDouble)).asDouble().times(2);
    IntExpr<TypicalRow> byName =
        Dsl.spark("date_diff", Dsl.col(TypicalRow::date), Dsl.col(TypicalRow::otherDate)).asInt();

    assertThat(byReference).hasToString("(cast(spark.log1p(aDouble) as DOUBLE) * 2.0)");
    assertThat(scalar(byReference)).isEqualTo(2 * Math.log1p(7.25));
    assertThat(scalar(byName)).isEqualTo(92);
  }

  @Test
  void anAggregateWithoutAMethodIsCalledByItsName() {
    Expr<?, ?> bits =
        Dsl.sparkAggregate(functions::bit_xor, Dsl.col(TypicalRow::anInt)).asInt();

    assertThat(
        rows(TestSpark.session())
            .groupBy("k")
            .agg(ExprCompiler.over(RECORD).column(bits.node()))
            .head()
            .get(1))
        .isEqualTo(17);
  }

  @Test
  void whatAFunctionOfSparkGivesIsOfTheTypeThatIsSaid() {
    StrExpr<TypicalRow> text = Dsl.spark("length", Dsl.col(TypicalRow::text)).asText();

    assertThat(scalar(text)).isEqualTo("5");
  }

  @Test
  void codeIsNoFunctionsName() {
    assertThat(
        Dsl.spark(column -> column.plus(1), Dsl.col(TypicalRow::anInt)).asInt().node().tree())
        .anySatisfy(
            node -> assertThat(node)
                .isInstanceOfSatisfying(
                    ExprNode.Invalid.class,
                    invalid -> assertThat(invalid.problem()).contains("functions::log1p")));
  }

  private static Object scalar(Expr<?, ?> expr) {
    return rows(TestSpark.session())
        .select(ExprCompiler.over(RECORD).column(expr.node()))
        .head()
        .get(0);
  }

  private static Dataset<Row> rows(SparkSession spark) {
    return RecordRows.dataset(spark, List.of(TypicalRow.row(0)), TypicalRow.class);
  }

  /** Rows that the optimizer cannot look into. */
  private static Dataset<Row> notLocal(SparkSession spark) {
    Dataset<Row> rows = rows(spark);
    return spark.createDataFrame(rows.javaRDD(), rows.schema());
  }

  private static Column compiled(Fn fn, Case test) {
    List<ExprNode> arguments =
        test.arguments().stream()
            .map(FunctionPlansTest::node)
            .toList();
    return ExprCompiler.over(RECORD).column(new ExprNode.Call(fn, arguments, CallSite.unknown()));
  }

  private static ExprNode node(Object argument) {
    if (argument instanceof ExprNode node) {
      return node;
    }
    return argument instanceof Named named
        ? new ExprNode.Field(named.name(), 0, CallSite.unknown())
        : new ExprNode.Literal(argument);
  }

  private Column column(Object argument) {
    if (argument instanceof ExprNode.Lambda) {
      return lit("written out in the case");
    }
    if (argument instanceof ExprNode node) {
      return ExprCompiler.over(RECORD).column(node);
    }
    return argument instanceof Named named ? col(named.name()) : lit(argument);
  }

  private static Dataset<Row> query(Dataset<Row> rows, Fn fn, Column column) {
    return switch (fn.kind()) {
      case SCALAR -> rows.select(column.as("c"));
      case AGGREGATE -> (fn.name().startsWith("grouping") ? rows.rollup("k") : rows.groupBy("k"))
          .agg(column.as("c"));
      case RANKING -> rows.select(column.over(Window.partitionBy("k").orderBy("anInt")).as("c"));
    };
  }
}
