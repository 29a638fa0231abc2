package dev.sluice.spark.compile;

import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.DateExpr;
import dev.sluice.expr.DateTimeExpr;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.DurationExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.NumExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.TimestampExpr;
import dev.sluice.expr.ValueExpr;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.check.PlanValidator;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.compile.RandomExpressions.Cells;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/**
 * What the language says of any expression before a pipeline runs holds on Spark: random trees over random
 * rows with NULLs. Each try computes {@value #TREES} trees in one projection.
 */
class ExpressionPropertiesTest {

  private static final int TREES = 60;
  private static final int ROWS = 30;
  private static final RecordType RECORD = RecordType.of(Cells.class);

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(BoolExpr.class, "boolean"),
          Map.entry(IntExpr.class, "int"),
          Map.entry(LongExpr.class, "bigint"),
          Map.entry(DoubleExpr.class, "double"),
          Map.entry(StrExpr.class, "string"),
          Map.entry(DateExpr.class, "date"),
          Map.entry(TimestampExpr.class, "timestamp"),
          Map.entry(DateTimeExpr.class, "timestamp_ntz"),
          Map.entry(DurationExpr.class, "interval day to second"),
          Map.entry(ListExpr.class, "array<string>"));

  record Flag(boolean value) {}

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void whatIsNeverNullIsNeverNullOnSpark(@ForAll long seed) {
    RandomExpressions random = new RandomExpressions(new Random(seed));
    Dataset<Row> rows = rows(random);
    List<Expr<Cells, ?>> never =
        Stream.generate(random::any).filter(expr -> !nullable(expr)).limit(TREES).toList();

    List<String> wrong = new ArrayList<>();
    int computed = compute(rows, never, wrong);

    assertThat(wrong).isEmpty();
    assertThat(computed).as("trees without an error in any row").isGreaterThan(TREES / 3);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void theTypeThatTheCompilerSeesIsSparks(@ForAll long seed) {
    RandomExpressions random = new RandomExpressions(new Random(seed));
    List<Expr<Cells, ?>> trees = Stream.generate(random::any).limit(TREES).toList();
    DecimalTypes decimals = new DecimalTypes(List.of(RECORD));

    Dataset<Row> values = rows(random).select(columns(trees));

    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      DataType type = values.schema().fields()[i].dataType();
      Expr<Cells, ?> tree = trees.get(i);
      boolean right =
          tree instanceof DecimalExpr
              ? decimals.of(tree.node()).filter(d -> same(d, (DecimalType) type)).isPresent()
              : type.catalogString().equals(TYPES.get(tree.getClass()));
      if (!right) {
        wrong.add(
            "%s is %s, not %s".formatted(tree, type.catalogString(), decimals.of(tree.node())));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean same(ColumnType.Decimal told, DecimalType actual) {
    return told.precision() == actual.precision() && told.scale() == actual.scale();
  }

  private static Dataset<Row> rows(RandomExpressions random) {
    SparkSession spark = TestSpark.session();
    return RecordRows.dataset(spark, random.rows(ROWS), Cells.class);
  }

  private static Column[] columns(List<Expr<Cells, ?>> trees) {
    ExprCompiler compiler = ExprCompiler.over(RECORD);
    return IntStream.range(0, trees.size())
        .mapToObj(i -> compiler.column(trees.get(i).node()).as("c" + i))
        .toArray(Column[]::new);
  }

  /**
   * Adds the trees that are NULL in a row, and gives the number of those that were computed. Those
   * that fail in a row, as 1/0 does, are found by halves; what Spark does not compile is a fault.
   */
  private static int compute(
      Dataset<Row> rows, List<Expr<Cells, ?>> trees, List<String> wrong) {
    Dataset<Row> selected = rows.select(columns(trees));
    try {
      for (Row values : selected.collectAsList()) {
        for (int i = 0; i < trees.size(); i++) {
          if (values.isNullAt(i)) {
            wrong.add(trees.get(i) + " is NULL");
          }
        }
      }
      return trees.size();
    } catch (RuntimeException e) {
      if (!(e instanceof SparkThrowable error) || error.getCondition().startsWith("INTERNAL")) {
        throw e;
      }
      int half = trees.size() / 2;
      return half == 0
          ? 0
          : compute(rows, trees.subList(0, half), wrong)
              + compute(rows, trees.subList(half, trees.size()), wrong);
    }
  }

  /** Asked as users are told: may it stand for a primitive component? */
  private static boolean nullable(Expr<Cells, ?> expr) {
    var cells = Pipeline.named("random").source("cells", InMemory.rows(Cells.class, List.of()));
    var stage = cells.select(row(Flag::new).of(nullWhere(expr)));
    List<String> problems =
        PlanValidator.problems(new Plan("random", List.of(), List.of()), stage.node()).stream()
            .map(Problem::toString)
            .toList();
    return problems.stream().anyMatch(problem -> problem.contains(" can be NULL ("));
  }

  /** NULL where the value is, and nowhere else. */
  private static BoolExpr<Cells> nullWhere(Expr<Cells, ?> expr) {
    return expr instanceof NumExpr<Cells, ?> number
        ? number.eq(0)
        : equalToItself((ValueExpr<Cells, ?>) expr);
  }

  private static <V> BoolExpr<Cells> equalToItself(ValueExpr<Cells, V> value) {
    return value.eq(value);
  }
}
