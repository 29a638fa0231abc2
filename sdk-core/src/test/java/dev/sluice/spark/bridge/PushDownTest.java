package dev.sluice.spark.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.spark.bridge.PushDown.Kept;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.GeneralScalarExpression;
import org.apache.spark.sql.connector.expressions.LiteralValue;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.Avg;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Sum;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be left to a database, by how it compares the values of a column. */
class PushDownTest {

  private static final PushDown PUSH_DOWN =
      new PushDown(
          new StructType()
              .add("number", DataTypes.LongType)
              .add("real", DataTypes.DoubleType)
              .add("text", DataTypes.StringType)
              .add("folded", DataTypes.StringType)
              .add("odd", DataTypes.StringType),
          Map.of(
              "number", Comparing.AS_SPARK,
              "real", Comparing.AS_SPARK,
              "text", Comparing.EQUALITY,
              "folded", Comparing.LOOSELY));

  private static Expression column(String name) {
    return Expressions.column(name);
  }

  private static Predicate with(String operator, String column) {
    Expression constant =
        column.equals("number") || column.equals("real")
            ? Expressions.literal(1L)
            : new LiteralValue<>(UTF8String.fromString("a"), DataTypes.StringType);
    return new Predicate(operator, new Expression[]{column(column), constant});
  }

  private static Predicate of(String operator, Expression... parts) {
    return new Predicate(operator, parts);
  }

  @ParameterizedTest
  @CsvSource({
      "number, =, SAME", "number, <, SAME", "number, <>, SAME", "number, IN, SAME",
      "text, =, SAME", "text, <>, SAME", "text, IN, SAME", "text, STARTS_WITH, SAME",
      "text, <, OTHERS", "text, >=, OTHERS",
      "folded, =, MORE", "folded, IN, MORE", "folded, CONTAINS, MORE", "folded, <=>, MORE",
      "folded, <>, OTHERS", "folded, <, OTHERS",
      "odd, =, OTHERS", "odd, CONTAINS, OTHERS",
      "number, RLIKE, OTHERS"})
  void aComparisonGoesByTheColumn(String column, String operator, Kept kept) {
    assertThat(PUSH_DOWN.kept(with(operator, column))).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"number", "text", "folded", "odd"})
  void whetherThereIsAValueIsTheSameEverywhere(String column) {
    assertThat(PUSH_DOWN.kept(of("IS_NULL", column(column)))).isEqualTo(Kept.SAME);
  }

  @Test
  void aFunctionIsNeverSent() {
    Expression upper =
        new GeneralScalarExpression(
            "UPPER", new Expression[]{column("text")});

    assertThat(PUSH_DOWN.kept(of("=", upper, Expressions.literal("A")))).isEqualTo(Kept.OTHERS);
  }

  @Test
  void moreRowsThanAskedForCannotBeNegated() {
    assertThat(PUSH_DOWN.kept(of("NOT", with("=", "folded")))).isEqualTo(Kept.OTHERS);
    assertThat(PUSH_DOWN.kept(of("NOT", with("=", "text")))).isEqualTo(Kept.SAME);
  }

  @Test
  void aConditionOfSeveralIsAsGoodAsTheWorst() {
    assertThat(PUSH_DOWN.kept(of("OR", with("=", "number"), with("=", "folded"))))
        .isEqualTo(Kept.MORE);
    assertThat(PUSH_DOWN.kept(of("AND", with("=", "number"), with("<", "text"))))
        .isEqualTo(Kept.OTHERS);
  }

  @Test
  void aNumberThatNoSqlCanWriteIsNotSent() {
    assertThat(PUSH_DOWN.kept(of("=", column("real"), Expressions.literal(Double.NaN))))
        .isEqualTo(Kept.OTHERS);
  }

  private static boolean isSame(AggregateFunc function, String... keys) {
    return PUSH_DOWN.isSame(
        new Aggregation(
            new AggregateFunc[]{function},
            Stream.of(keys).map(PushDownTest::column).toArray(Expression[]::new)));
  }

  @Test
  void groupsAreThoseOfEqualValues() {
    assertThat(isSame(new CountStar(), "number", "text")).isTrue();
    assertThat(isSame(new CountStar(), "folded")).isFalse();
    assertThat(isSame(new CountStar(), "real")).isFalse();
  }

  @Test
  void whatDependsOnTheOrderOfAdditionIsNotSent() {
    assertThat(isSame(new Sum(column("number"), false))).isTrue();
    assertThat(isSame(new Sum(column("real"), false))).isFalse();
    assertThat(isSame(new Avg(column("number"), false))).isFalse();
  }

  @Test
  void theGreatestTextDependsOnTheCollation() {
    assertThat(isSame(new Max(column("number")))).isTrue();
    assertThat(isSame(new Max(column("text")))).isFalse();
  }

  @Test
  void textsAreCountedWhereTheyAreToldApart() {
    assertThat(isSame(new Count(column("text"), true))).isTrue();
    assertThat(isSame(new Count(column("folded"), true))).isFalse();
    assertThat(isSame(new Count(column("folded"), false))).isTrue();
  }
}
