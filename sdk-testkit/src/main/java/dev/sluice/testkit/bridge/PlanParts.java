package dev.sluice.testkit.bridge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.execution.aggregate.TypedAggregateExpression;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads what both kinds of Spark's plans consist of: columns, expressions and texts. */
final class PlanParts {

  static final int FIELDS = 12;

  /**
   * What differs from run to run, numbers of columns and of exchanges, and by the version of Spark,
   * how many flags of a join are off.
   */
  private static final Pattern VARYING =
      Pattern.compile(
          "#\\d+L?|,? ?\\[(plan_id|id)=#?\\d+]|(?<=Project )\\[]|(?<=Build(Left|Right))(, false)+$");

  /** Operators that call a function of the user's on whole rows. */
  private static final Pattern CALLS_USER =
      Pattern.compile(
          "(Flat)?Map[A-Z]\\w*|CoGroup\\w*|AppendColumns\\w*|TypedFilter|\\w*Script\\w*|\\w*Python\\w*|TransformWithState\\w*");

  private PlanParts() {}

  private static Stream<Expression> expressions(QueryPlan<?> plan) {
    return list(plan.expressions()).stream().flatMap(PlanParts::tree);
  }

  private static Stream<Expression> tree(Expression expression) {
    return Stream.concat(
        Stream.of(expression), list(expression.children()).stream().flatMap(PlanParts::tree));
  }

  /** Spark gives an aggregate function a number that it keeps through all phases. */
  static Set<Long> functions(QueryPlan<?> plan) {
    Set<Long> numbers = new HashSet<>();
    expressions(plan)
        .filter(AggregateExpression.class::isInstance)
        .forEach(function -> numbers.add(((AggregateExpression) function).resultId().id()));
    return Set.copyOf(numbers);
  }

  static List<String> udfs(QueryPlan<?> plan) {
    Stream<String> operator =
        CALLS_USER.matcher(plan.nodeName()).matches() ? Stream.of(plan.nodeName()) : Stream.empty();
    return Stream.concat(operator, expressions(plan).flatMap(PlanParts::udf))
        .distinct()
        .toList();
  }

  private static Stream<String> udf(Expression expression) {
    if (expression instanceof UserDefinedExpression function) {
      return Stream.of("'" + function.name() + "'");
    }
    return expression instanceof TypedAggregateExpression
        ? Stream.of(expression.nodeName())
        : Stream.empty();
  }

  static List<Long> numbers(Seq<Attribute> attributes) {
    return list(attributes).stream().map(attribute -> attribute.exprId().id()).toList();
  }

  static List<Long> namedNumbers(Seq<NamedExpression> expressions) {
    return list(expressions).stream().map(expression -> expression.exprId().id()).toList();
  }

  static String clean(String text) {
    return VARYING.matcher(text).replaceAll("").strip();
  }

  static <E> List<E> list(scala.collection.Seq<E> elements) {
    return CollectionConverters.asJava(elements);
  }
}
