package dev.sluice.spark.bridge;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.SortOrder;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Min;
import org.apache.spark.sql.connector.expressions.aggregate.Sum;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StructType;

/**
 * What may be left to a database because it gives what Spark would have given. Functions are never:
 * each database rounds, folds and extracts in its own way.
 *
 * @param schema the columns
 * @param comparing how the values of each are compared; those that are missing, otherwise
 */
record PushDown(StructType schema, Map<String, Comparing> comparing) {

  /** Which rows a database keeps for a predicate. */
  enum Kept {
    /** Those that Spark would keep. */
    SAME,
    /** Those, and perhaps more: Spark has to look again. */
    MORE,
    /** Others. */
    OTHERS
  }

  private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");
  private static final Set<String> EQUAL =
      Set.of("=", "<=>", "IN", "STARTS_WITH", "ENDS_WITH", "CONTAINS");

  Kept kept(Expression predicate) {
    String name = predicate instanceof Predicate p ? p.name() : "";
    Expression[] parts = predicate.children();
    return switch (name) {
      case "AND", "OR" -> Stream.of(parts).map(this::kept).reduce(Kept.SAME, PushDown::worse);
      case "NOT" -> kept(parts[0]) == Kept.SAME ? Kept.SAME : Kept.OTHERS;
      case "IS_NULL", "IS_NOT_NULL" -> isColumn(parts[0]) ? Kept.SAME : Kept.OTHERS;
      default -> kept(name, parts);
    };
  }

  private Kept kept(String name, Expression[] operands) {
    Comparing least =
        Stream.of(operands).map(this::comparing).reduce(Comparing.AS_SPARK, PushDown::worse);
    if (ORDERED.contains(name)) {
      return least == Comparing.AS_SPARK ? Kept.SAME : Kept.OTHERS;
    } else if (name.equals("<>")) {
      return isEquality(least) ? Kept.SAME : Kept.OTHERS;
    } else if (EQUAL.contains(name)) {
      return isEquality(least)
          ? Kept.SAME
          : least == Comparing.LOOSELY ? Kept.MORE : Kept.OTHERS;
    }
    return Kept.OTHERS;
  }

  /** Whether every group and its values are those of Spark. */
  boolean isSame(Aggregation aggregation) {
    return Arrays.stream(aggregation.groupByExpressions())
        .allMatch(key -> isEquality(comparing(key)) && isColumn(key) && !isReal(key))
        && Arrays.stream(aggregation.aggregateExpressions()).allMatch(this::isSame);
  }

  private boolean isSame(AggregateFunc function) {
    if (function instanceof CountStar) {
      return true;
    } else if (function instanceof Count count) {
      return isColumn(count.column())
          && (!count.isDistinct()
              || isEquality(comparing(count.column())) && !isReal(count.column()));
    } else if (function instanceof Sum sum) {
      return isOrdered(sum.column()) && !isReal(sum.column());
    } else if (function instanceof Min min) {
      return isOrdered(min.column());
    }
    return function instanceof Max max && isOrdered(max.column());
  }

  boolean isSame(SortOrder[] orders) {
    return Arrays.stream(orders).allMatch(order -> isOrdered(order.expression()));
  }

  private boolean isOrdered(Expression expression) {
    return isColumn(expression) && comparing(expression) == Comparing.AS_SPARK;
  }

  private Comparing comparing(Expression operand) {
    if (operand instanceof Literal<?> literal) {
      return TimeLiterals.isWritable(literal) ? Comparing.AS_SPARK : Comparing.OTHERWISE;
    }
    return isColumn(operand)
        ? comparing.getOrDefault(column(operand), Comparing.OTHERWISE)
        : Comparing.OTHERWISE;
  }

  /** A sum of these depends on the order, and groups of NaN or -0.0 on the database. */
  private boolean isReal(Expression column) {
    DataType type = schema.apply(column(column)).dataType();
    return type instanceof DoubleType || type instanceof FloatType;
  }

  private static boolean isColumn(Expression expression) {
    return expression instanceof NamedReference reference && reference.fieldNames().length == 1;
  }

  private static String column(Expression reference) {
    return ((NamedReference) reference).fieldNames()[0];
  }

  private static boolean isEquality(Comparing comparing) {
    return comparing == Comparing.AS_SPARK || comparing == Comparing.EQUALITY;
  }

  private static <E extends Enum<E>> E worse(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
