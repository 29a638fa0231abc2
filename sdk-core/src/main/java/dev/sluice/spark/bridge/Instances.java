package dev.sluice.spark.bridge;

import java.lang.reflect.Constructor;
import java.util.Arrays;

/** Makes instances of Spark's classes whose constructors differ from version to version. */
final class Instances {

  private Instances() {}

  /** One of the same class, by its only constructor. */
  @SuppressWarnings("unchecked")
  static <T> T of(T like, Object... arguments) {
    return (T) make(like.getClass().getConstructors()[0], arguments);
  }

  /** By the only constructor, with a default for each argument that it takes beyond these. */
  static <T> T with(Class<T> type, Object further, Object... arguments) {
    Constructor<?> constructor = type.getConstructors()[0];
    Object[] all = Arrays.copyOf(arguments, constructor.getParameterCount());
    Arrays.fill(all, arguments.length, all.length, further);
    return type.cast(make(constructor, all));
  }

  private static Object make(Constructor<?> constructor, Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new LinkageError(
          "%s of this version of Spark cannot be made"
              .formatted(constructor.getDeclaringClass().getName()),
          e);
    }
  }
}
