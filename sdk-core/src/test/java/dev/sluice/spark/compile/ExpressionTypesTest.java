package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.expr.BinaryExpr;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.ByteExpr;
import dev.sluice.expr.DateExpr;
import dev.sluice.expr.DateTimeExpr;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.DurationExpr;
import dev.sluice.expr.EnumExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FloatExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.MapExpr;
import dev.sluice.expr.RecordExpr;
import dev.sluice.expr.ShortExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.TimestampExpr;
import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.Nulls;
import dev.sluice.plan.Operators;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.compile.ExpressionCases.Call;
import dev.sluice.spark.rows.RecordRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Every method of the expression language is what it says it is on Spark: the type of its result,
 * its value on a typical row, and where it is NULL.
 */
class ExpressionTypesTest {

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(BoolExpr.class, "boolean"),
          Map.entry(ByteExpr.class, "tinyint"),
          Map.entry(ShortExpr.class, "smallint"),
          Map.entry(IntExpr.class, "int"),
          Map.entry(LongExpr.class, "bigint"),
          Map.entry(FloatExpr.class, "float"),
          Map.entry(DoubleExpr.class, "double"),
          Map.entry(DecimalExpr.class, "decimal\\(\\d+,\\d+\\)"),
          Map.entry(StrExpr.class, "string"),
          Map.entry(DateExpr.class, "date"),
          Map.entry(TimestampExpr.class, "timestamp"),
          Map.entry(DateTimeExpr.class, "timestamp_ntz"),
          Map.entry(DurationExpr.class, "interval day to second"),
          Map.entry(BinaryExpr.class, "binary"),
          Map.entry(EnumExpr.class, "string"),
          Map.entry(ListExpr.class, "array<.*>"),
          Map.entry(MapExpr.class, "map<.*>"),
          Map.entry(RecordExpr.class, "struct<.*>"));

  private static final RecordType RECORD = RecordType.of(TypicalRow.class);
  private static final List<String> NULLABLE =
      RECORD.components().stream()
          .filter(RecordComponentType::nullable)
          .map(RecordComponentType::name)
          .toList();

  private static final Path VALUES =
      Path.of(
          System.getProperty("basedir", ""),
          "src/test/resources/dev/sluice/spark/compile/expression-values.txt");

  private static List<Call> calls;
  private static List<DataType> types;
  private static final List<String> REFUSED = new ArrayList<>();

  /** For each row, the values of all calls: a full row first, then one with each column NULL. */
  private static List<Row> values;

  @BeforeAll
  static void compute() {
    SparkSession spark = TestSpark.session().newSession();
    Dataset<Row> rows =
        rows(spark)
            .withColumn(
                ExprCompiler.WINDOW,
                functions.struct(
                    functions.col("timestamp").as("start"),
                    functions.col("otherTimestamp").as("end")));
    calls = ExpressionCases.all().stream().filter(call -> accepted(call, rows)).toList();
    Dataset<Row> scalars = rows.select(columns(false));
    Dataset<Row> aggregates =
        rows.groupBy("k").agg(functions.lit(0).as("first"), columns(true)).drop("first");
    types = typesOf(scalars, aggregates);
    List<Row> ofRows = scalars.sort("k").collectAsList();
    List<Row> ofGroups = aggregates.sort("k").collectAsList();
    values =
        IntStream.range(0, ofRows.size())
            .mapToObj(i -> merged(ofRows.get(i), ofGroups.get(i)))
            .toList();
  }

  /** A checkpoint keeps its rows until the context ends; other tests look whether any are kept. */
  @AfterAll
  static void releasesTheRows() {
    CollectionConverters.asJava(TestSpark.session().sparkContext().getPersistentRDDs())
        .values()
        .forEach(rows -> rows.unpersist(true));
  }

  private static boolean accepted(Call call, Dataset<Row> rows) {
    try {
      return rows.select(ExprCompiler.over(RECORD).column(call.result().node())).schema() != null;
    } catch (Exception e) {
      REFUSED.add(call.name() + ": " + e.getMessage().replaceAll("(?s)(SQLSTATE.*)|\n.*", ""));
      return false;
    }
  }

  private static Dataset<Row> rows(SparkSession spark) {
    List<TypicalRow> all =
        IntStream.rangeClosed(0, NULLABLE.size()).mapToObj(TypicalRow::row).toList();
    Dataset<Row> full = RecordRows.dataset(spark, all, TypicalRow.class);
    for (int i = 0; i < NULLABLE.size(); i++) {
      String name = NULLABLE.get(i);
      full =
          full.withColumn(
              name, functions.when(functions.col("k").notEqual(i + 1), functions.col(name)));
    }
    return full.localCheckpoint();
  }

  private static Column[] columns(boolean aggregated) {
    ExprCompiler compiler = ExprCompiler.over(RECORD);
    List<Column> columns = new ArrayList<>();
    if (!aggregated) {
      columns.add(functions.col("k"));
    }
    for (int i = 0; i < calls.size(); i++) {
      if (isAggregate(calls.get(i).result().node()) == aggregated) {
        columns.add(compiler.column(calls.get(i).result().node()).as("c" + i));
      }
    }
    return columns.toArray(Column[]::new);
  }

  private static boolean isAggregate(ExprNode node) {
    return node instanceof ExprNode.Call call
        && (call.fn().kind() == Kind.AGGREGATE
            || call.arguments().stream().anyMatch(ExpressionTypesTest::isAggregate));
  }

  private static List<DataType> typesOf(Dataset<Row> scalars, Dataset<Row> aggregates) {
    List<String> names = List.of(scalars.columns());
    return IntStream.range(0, calls.size())
        .mapToObj(i -> (names.contains("c" + i) ? scalars : aggregates).schema().apply("c" + i))
        .map(field -> field.dataType())
        .toList();
  }

  private static Row merged(Row scalars, Row aggregates) {
    List<String> names = List.of(scalars.schema().fieldNames());
    return org.apache.spark.sql.RowFactory.create(
        IntStream.range(0, calls.size())
            .mapToObj(
                i -> names.contains("c" + i)
                    ? scalars.getAs("c" + i)
                    : aggregates.<Object>getAs("c" + i))
            .toArray());
  }

  @Test
  void sparkUnderstandsEveryMethod() {
    assertThat(REFUSED).singleElement().asString().startsWith("Dsl.collectSet(Expr) of MapExpr");
  }

  @Test
  void sparkGivesTheTypeThatIsDeclared() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Class<?> kind = calls.get(i).result().getClass();
      String actual = types.get(i).catalogString();
      if (TYPES.containsKey(kind) && !actual.matches(TYPES.get(kind))) {
        wrong.add(calls.get(i).name() + " is " + actual + ", not " + TYPES.get(kind));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void decimalsHaveTheDigitsThatThePlanWorksOut() {
    DecimalTypes decimals = new DecimalTypes(List.of(RECORD));
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Expr<?, ?> call = calls.get(i).result();
      String actual = types.get(i).catalogString();
      String known =
          decimals
              .of(call.node())
              .map(d -> "decimal(" + d.precision() + "," + d.scale() + ")")
              .orElse("none");
      if (actual.matches("(array<|map<\\w+,)?decimal.*")
          ? !actual.contains(known)
          : !known.equals("none")) {
        wrong.add(calls.get(i).name() + " is " + actual + ", not " + known);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * The file was read by people; a new method needs a line in it, which this test prints, and writes
   * with {@code -Dsluice.golden.update=true}.
   */
  @Test
  void everyMethodGivesTheValueThatIsWrittenDown() throws IOException {
    List<String> actual =
        IntStream.range(0, calls.size())
            .filter(i -> !isMixedComparison(calls.get(i).name()))
            .filter(i -> !changesFromRunToRun(calls.get(i).result().node()))
            .mapToObj(
                i -> "%s = %s %s"
                    .formatted(
                        calls.get(i).name(),
                        types.get(i).catalogString().replaceAll("struct<.{60,}", "struct<…>"),
                        text(values.get(0).get(i)).replace("\n", "\\n")))
            .toList();
    if (Boolean.getBoolean("sluice.golden.update")) {
      Files.write(VALUES, actual);
    }
    try (InputStream file = Files.newInputStream(VALUES)) {
      List<String> expected =
          new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(without(expected, actual)).as("lines to write into the file, in order").isEmpty();
      assertThat(without(actual, expected)).as("lines of the file that no method gives").isEmpty();
      assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
    }
  }

  /** By chance, or by the clock. */
  private static boolean changesFromRunToRun(ExprNode node) {
    return node.tree()
        .anyMatch(
            part -> !part.deterministic()
                || part instanceof ExprNode.Call call
                    && call.fn().name().matches("current_.*|localtimestamp"));
  }

  private static List<String> without(List<String> known, List<String> lines) {
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }

  /** Those of two numbers of different kinds, which are too many to write down. */
  @Test
  void numbersOfTwoKindsAreComparedByTheirValues() {
    TypicalRow row = TypicalRow.row(0);
    Map<String, Number> left =
        Map.of(
            "ByteExpr",
            row.aByte(),
            "ShortExpr",
            row.aShort(),
            "IntExpr",
            row.anInt(),
            "LongExpr",
            row.aLong(),
            "FloatExpr",
            row.aFloat(),
            "DoubleExpr",
            row.aDouble(),
            "DecimalExpr",
            row.decimal());
    Map<String, Number> right =
        Map.of(
            "ByteExpr",
            row.otherByte(),
            "ShortExpr",
            row.otherShort(),
            "IntExpr",
            row.otherInt(),
            "LongExpr",
            row.otherLong(),
            "FloatExpr",
            row.otherFloat(),
            "DoubleExpr",
            row.otherDouble(),
            "DecimalExpr",
            row.otherDecimal());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String name = calls.get(i).name();
      if (isMixedComparison(name)) {
        String[] parts = name.split("[.(]| of ");
        double difference =
            left.get(parts[0]).doubleValue() - right.get(parts[parts.length - 1]).doubleValue();
        if (!values.get(0).get(i).equals(holds(parts[1], difference))) {
          wrong.add(name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isMixedComparison(String name) {
    return name.matches(".*\\.(eq|ne|gt|ge|lt|le|eqNullSafe)\\(NumExpr\\) of .*");
  }

  private static boolean holds(String operator, double difference) {
    return switch (operator) {
      case "eq", "eqNullSafe" -> difference == 0;
      case "ne" -> difference != 0;
      case "gt" -> difference > 0;
      case "ge" -> difference >= 0;
      case "lt" -> difference < 0;
      default -> difference <= 0;
    };
  }

  @Test
  void whatCannotBeNullByItsRuleIsNot() {
    List<String> wrong = new ArrayList<>();
    forEachNull(
        (call, nulls, value) -> {
          if (value == null && !canBeNull(call.result().node(), nulls)) {
            wrong.add(call.name() + " is NULL where " + nulls + " is");
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsNullByItsRuleIsNull() {
    List<String> wrong = new ArrayList<>();
    forEachNull(
        (call, nulls, value) -> {
          if (value != null && mustBeNull(call.result().node(), nulls)) {
            wrong.add(call.name() + " is " + text(value) + " where " + nulls + " is NULL");
          }
        });
    assertThat(wrong).isEmpty();
  }

  private interface Check {
    void check(Call call, Set<String> nulls, Object value);
  }

  private static void forEachNull(Check check) {
    for (int row = 0; row < values.size(); row++) {
      Set<String> nulls = row == 0 ? Set.of() : Set.of(NULLABLE.get(row - 1));
      for (int i = 0; i < calls.size(); i++) {
        check.check(calls.get(i), nulls, values.get(row).get(i));
      }
    }
  }

  private static boolean canBeNull(ExprNode node, Set<String> nulls) {
    if (node instanceof ExprNode.Field field) {
      return nulls.contains(field.accessor());
    } else if (node instanceof ExprNode.Key key) {
      return nulls.contains(key.accessor());
    } else if (node instanceof ExprNode.Call call) {
      return call.fn()
          .nulls()
          .nullable(call.arguments().stream().map(a -> canBeNull(a, nulls)).toList(), true);
    } else if (node instanceof ExprNode.Cast cast) {
      return !cast.strict() || canBeNull(cast.of(), nulls);
    } else if (node instanceof ExprNode.Over over) {
      return isOfAnotherRow(over) || canBeNull(over.function(), nulls);
    } else if (node instanceof ExprNode.WindowBound) {
      return true; // the windows of this test are columns
    } else if (node instanceof ExprNode.Null) {
      return true;
    }
    return node.children().stream().anyMatch(child -> canBeNull(child, nulls))
        && !(node instanceof ExprNode.Struct);
  }

  /** Then what is NULL in this row says nothing. */
  private static boolean isOfAnotherRow(ExprNode.Over over) {
    return over.function() instanceof ExprNode.Call call
        && call.fn().kind() == Kind.RANKING
        && !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof ExprNode.Field;
  }

  /** The rules that hold one way only are those of SQL's three-valued logic. */
  private static boolean mustBeNull(ExprNode node, Set<String> nulls) {
    if (node instanceof ExprNode.Field || node instanceof ExprNode.Key) {
      return canBeNull(node, nulls);
    } else if (node instanceof ExprNode.Call call) {
      boolean strict = call.fn().nulls() == Nulls.IF_ANY || call.fn().nulls() == Nulls.AGGREGATE;
      return strict
          && !call.is(Operators.AND)
          && !call.is(Operators.OR)
          // a value is not between two others as soon as it is beyond one of them
          && call.arguments().stream()
              .limit(call.is(Operators.BETWEEN) ? 1 : call.arguments().size())
              .anyMatch(a -> mustBeNull(a, nulls));
    } else if (node instanceof ExprNode.Over over) {
      return over.partitionBy().size() == 1 && mustBeNull(over.function(), nulls);
    }
    return !(node instanceof ExprNode.Struct)
        && node.children().stream().anyMatch(child -> mustBeNull(child, nulls));
  }

  /** The same in every time zone of the JVM. */
  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    } else if (value instanceof scala.collection.Seq<?> items) {
      return CollectionConverters.asJava(items).stream().map(ExpressionTypesTest::text).toList()
          + "";
    } else if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant().toString();
    }
    return String.valueOf(value);
  }
}
