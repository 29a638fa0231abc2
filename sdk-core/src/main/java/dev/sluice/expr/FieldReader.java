package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For the library's own use. Reads the accessor's name out of a method reference. The name alone is
 * taken: which record it is a component of says the stage, since the class in the lambda may be an
 * interface or a generic base.
 */
public final class FieldReader {

  private FieldReader() {}

  /** The column that the accessor names. */
  @Internal
  public static ExprNode field(Serializable accessor) {
    return field(accessor, 0);
  }

  /** The column that the accessor names, in one of the stages of a join. */
  @Internal
  public static ExprNode field(Serializable accessor, int input) {
    CallSite site = CallSite.here();
    SerializedLambda lambda = serialized(accessor);
    return isExplicit(lambda)
        ? new ExprNode.Invalid(explicit(), site)
        : new ExprNode.Field(lambda.getImplMethodName(), input, site);
  }

  /** The columns that the accessors name. */
  @Internal
  public static List<ExprNode> fields(Serializable[] accessors) {
    return Arrays.stream(accessors).map(FieldReader::field).toList();
  }

  /** The text column that the accessor names. */
  public static <T> StrExpr<T> text(Fields.Text<T> accessor) {
    return new StrExpr<>(field(accessor));
  }

  /** The column that the accessor names, or the value where it is NULL. */
  @Internal
  public static ExprNode filled(Serializable accessor, ExprNode value) {
    return Calls.of(Operators.COALESCE, field(accessor), value);
  }

  static ExprNode key(Serializable accessor) {
    CallSite site = CallSite.here();
    SerializedLambda lambda = serialized(accessor);
    return isExplicit(lambda)
        ? new ExprNode.Invalid(explicit(), site)
        : new ExprNode.Key(lambda.getImplMethodName(), site);
  }

  /** The key that is this expression; a column is one by its name. */
  static ExprNode key(Expr<?, ?> expression) {
    return expression.node() instanceof ExprNode.Field field
        ? new ExprNode.Key(field.accessor(), field.site())
        : new ExprNode.KeyOf(expression.node(), CallSite.here());
  }

  /** The expressions as data. */
  @Internal
  public static List<ExprNode> nodes(Expr<?, ?> first, Expr<?, ?>[] more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).map(Expr::node).toList();
  }

  static ExprNode nested(ExprNode of, Serializable accessor) {
    CallSite site = CallSite.here();
    SerializedLambda lambda = serialized(accessor);
    return isExplicit(lambda)
        ? new ExprNode.Invalid(explicit(), site)
        : new ExprNode.Nested(of, lambda.getImplMethodName(), site);
  }

  /** The record a constructor reference makes, or the problem that keeps it from being one. */
  static Class<?> record(Serializable constructor) {
    SerializedLambda lambda = serialized(constructor);
    String signature = lambda.getInstantiatedMethodType();
    String name = signature.substring(signature.lastIndexOf(')') + 2, signature.length() - 1);
    try {
      return Class.forName(name.replace('/', '.'), false, constructor.getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("cannot load the record " + name, e);
    }
  }

  /**
   * What is wrong with the reference that names a record: only the canonical constructor takes the
   * components in their order. The reference to a local record's constructor has no name of its
   * own, so there the types alone are compared.
   */
  static Optional<String> constructorProblem(Serializable constructor, Class<?> record) {
    SerializedLambda lambda = serialized(constructor);
    String method = lambda.getImplMethodName();
    String components =
        Arrays.stream(record.getRecordComponents())
            .map(c -> c.getType().getSimpleName() + " " + c.getName())
            .collect(Collectors.joining(", ", "(", ")"));
    if (!method.equals("<init>") && !method.startsWith("lambda$")) {
      return Optional.of(
          "row(…::%s) names a method: write row(%s::new). The values are given to the components in order, %s, and nothing is called"
              .formatted(method, record.getSimpleName(), components));
    }
    List<Class<?>> taken =
        MethodType.fromMethodDescriptorString(
            lambda.getInstantiatedMethodType(), constructor.getClass().getClassLoader())
            .parameterList();
    List<Class<?>> wanted =
        MethodType.methodType(
            void.class,
            Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new))
            .wrap()
            .parameterList();
    boolean canonical =
        taken.size() == wanted.size()
            && IntStream.range(0, wanted.size())
                .allMatch(i -> wanted.get(i).isAssignableFrom(taken.get(i)));
    return canonical
        ? Optional.empty()
        : Optional.of(
            "row(%s::new) names a constructor that is not the canonical one: write row(…) with the values of all components, %s, or set them by name with enrich"
                .formatted(record.getSimpleName(), components));
  }

  static SerializedLambda serialized(Serializable reference) {
    try {
      Method replace = reference.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return (SerializedLambda) replace.invoke(reference);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "a column is named by a method reference such as Order::price, not by an object of "
              + reference.getClass().getName(),
          e);
    }
  }

  private static boolean isExplicit(SerializedLambda lambda) {
    return lambda.getImplMethodName().startsWith("lambda$");
  }

  private static String explicit() {
    return "a lambda has no column name: write a method reference such as Order::price, and compute"
        + " with expressions such as col(Order::price).times(2)";
  }
}
