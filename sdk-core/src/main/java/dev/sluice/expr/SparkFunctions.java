package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import java.lang.invoke.SerializedLambda;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Functions of Spark's that Sluice has no method for, one column at a time. Part of {@code Dsl}.
 *
 * <p>They stay expressions that Spark's optimizer sees through, and are data in the plan; what is
 * missing is what the function is known to do: its result can always be NULL, and its type is what
 * you say.
 */
public abstract class SparkFunctions extends AggregateFunctions {

  /** Those of Spark's that give another value at each call. */
  private static final Set<String> CHANGING =
      Set.of(
          "rand", "random", "randn", "randstr", "shuffle", "uniform", "uuid",
          "monotonically_increasing_id", "spark_partition_id", "input_file_name",
          "input_file_block_start", "input_file_block_length");

  private static final String FUNCTIONS = "org/apache/spark/sql/functions";

  private static final String UNNAMED =
      "spark(…) needs a function's name, and code has none: write a reference to a method of Spark's functions, such as functions::log1p, or a name of SQL, spark(\"log1p\", …), with constants as value(…)";

  /** What the names of Spark's functions begin with in descriptions. */
  static final String SHOWN = "spark.";

  SparkFunctions() {}

  /**
   * A function of Spark's of one row.
   *
   * <pre>{@code
   * spark(functions::log1p, col(Reading::level)).asDouble()
   * }</pre>
   *
   * @param function a reference to a method of {@code org.apache.spark.sql.functions}
   * @param argument what it is called with
   */
  public static <S> SparkValue<S> spark(SparkFunction.OfOne function, Expr<S, ?> argument) {
    return named(function, Fn::scalar, argument);
  }

  /** A function of Spark's of one row and two arguments; as {@link #spark(SparkFunction.OfOne, Expr)}. */
  public static <S> SparkValue<S> spark(
      SparkFunction.OfTwo function, Expr<S, ?> first, Expr<S, ?> second) {
    return named(function, Fn::scalar, first, second);
  }

  /** A function of Spark's of one row and three arguments; as {@link #spark(SparkFunction.OfOne, Expr)}. */
  public static <S> SparkValue<S> spark(
      SparkFunction.OfThree function, Expr<S, ?> first, Expr<S, ?> second, Expr<S, ?> third) {
    return named(function, Fn::scalar, first, second, third);
  }

  /**
   * An aggregate function of Spark's.
   *
   * <pre>{@code
   * sparkAggregate(functions::bit_xor, col(Reading::flags)).asInt()
   * }</pre>
   *
   * @param function a reference to a method of {@code org.apache.spark.sql.functions}
   * @param argument what it is called with, of a row
   */
  public static <T> SparkValue<Group<T>> sparkAggregate(
      SparkFunction.OfOne function, Expr<T, ?> argument) {
    return named(function, Fn::aggregate, argument);
  }

  /** An aggregate function of Spark's of two arguments. */
  public static <T> SparkValue<Group<T>> sparkAggregate(
      SparkFunction.OfTwo function, Expr<T, ?> first, Expr<T, ?> second) {
    return named(function, Fn::aggregate, first, second);
  }

  /**
   * A function of Spark's of one row, by its name in SQL.
   *
   * <pre>{@code
   * spark("conv", col(Reading::code), value(16), value(10)).asText()
   * }</pre>
   *
   * <p>The name is that of a function built into Spark, or one that the session knows; a session that
   * has none of the name, or none of these arguments, refuses the pipeline before its first job.
   *
   * @param name such as {@code conv}
   * @param arguments what it is called with; constants as {@code value(…)}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S> SparkValue<S> spark(String name, Expr<S, ?>... arguments) {
    return called(Fn.scalar(named(name)), arguments);
  }

  /**
   * An aggregate function of Spark's, by its name in SQL.
   *
   * <pre>{@code
   * sparkAggregate("bit_xor", col(Reading::flags)).asInt()
   * }</pre>
   *
   * @param name such as {@code bit_xor}
   * @param arguments what it is called with, of a row; constants as {@code value(…)}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T> SparkValue<Group<T>> sparkAggregate(String name, Expr<T, ?>... arguments) {
    return called(Fn.aggregate(named(name)), arguments);
  }

  private static <S> SparkValue<S> called(Fn fn, Expr<?, ?>[] arguments) {
    Fn any = fn.nulls(Nulls.ALWAYS).shown(SHOWN + fn.name());
    return new SparkValue<>(
        Calls.of(
            CHANGING.contains(fn.name()) ? any.nonDeterministic() : any, (Object[]) arguments));
  }

  private static <S> SparkValue<S> named(
      SparkFunction function, Function<String, Fn> kind, Expr<?, ?>... arguments) {
    SerializedLambda lambda = FieldReader.serialized(function);
    return lambda.getImplClass().equals(FUNCTIONS)
        ? called(kind.apply(named(lambda.getImplMethodName())), arguments)
        : new SparkValue<>(new ExprNode.Invalid(UNNAMED, CallSite.here()));
  }

  private static String named(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "\"%s\" is not the name of a function: write the name alone, and what it is called with as arguments"
              .formatted(name));
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
