package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.record.RecordType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Finds the method of Spark's {@code functions} that a call of ours is like. */
final class SparkMethods {

  private static final ExprCompiler COMPILER = ExprCompiler.over(RecordType.of(TypicalRow.class));

  private static final Map<String, List<Method>> BY_NAME =
      Arrays.stream(functions.class.getMethods()).collect(Collectors.groupingBy(Method::getName));

  private SparkMethods() {}

  /** What the method of the function's name gives for the same arguments, if there is one. */
  static Optional<Column> like(ExprNode.Call call) {
    return BY_NAME.getOrDefault(call.fn().name(), List.of()).stream()
        .flatMap(method -> arguments(method, call.arguments()).map(a -> call(method, a)).stream())
        .findFirst();
  }

  private static Optional<Object[]> arguments(Method method, List<ExprNode> given) {
    List<Object> values = new ArrayList<>();
    Class<?>[] parameters = method.getParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      if (i == parameters.length - 1 && parameters[i] == Column[].class) {
        values.add(
            given.subList(Math.min(i, given.size()), given.size()).stream()
                .map(COMPILER::column)
                .toArray(Column[]::new));
        return Optional.of(values.toArray());
      } else if (i >= given.size()) {
        return Optional.empty();
      }
      Optional<Object> value = argument(parameters[i], given.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return parameters.length == given.size() ? Optional.of(values.toArray()) : Optional.empty();
  }

  private static Optional<Object> argument(Class<?> parameter, ExprNode given) {
    if (parameter == Column.class) {
      return Optional.of(COMPILER.column(given));
    }
    return given instanceof Literal literal && isLike(parameter, literal.value())
        ? Optional.of(literal.value())
        : Optional.empty();
  }

  private static boolean isLike(Class<?> parameter, Object value) {
    return parameter == String.class && value instanceof String
        || parameter == int.class && value instanceof Integer
        || parameter == long.class && value instanceof Long
        || parameter == double.class && value instanceof Double;
  }

  private static Column call(Method method, Object[] arguments) {
    try {
      return (Column) method.invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " on " + Arrays.toString(arguments), e);
    }
  }
}
