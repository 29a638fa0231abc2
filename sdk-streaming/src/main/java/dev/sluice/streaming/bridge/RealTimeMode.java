package dev.sluice.streaming.bridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.package$;
import org.apache.spark.sql.streaming.Trigger;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a version of Spark can do in real time. Spark 4.0 has no such mode; later ones have a list of
 * the operators that they run in it, which is asked here, so that no version has to be known.
 *
 * @param spark the version
 * @param isThere whether it has the mode
 * @param operators the operators that run in it, by the names of their classes without packages
 */
public record RealTimeMode(String spark, boolean isThere, Set<String> operators) {

  /** Removes duplicates by keys that are kept as long as rows may be late. */
  public static final String DEDUPE = "StreamingDeduplicateWithinWatermarkExec";

  /** Follows event time. */
  public static final String EVENT_TIME = "EventTimeWatermarkExec";

  /** The class of the list, which moved. */
  private static final List<String> LISTS =
      List.of(
          "org.apache.spark.sql.execution.streaming.runtime.RealTimeModeAllowlist$",
          "org.apache.spark.sql.execution.streaming.RealTimeModeAllowlist$");

  private static final String OPERATORS = "allowedOperators";
  private static final String TRIGGER = "RealTime";

  /** Copies the set. */
  public RealTimeMode {
    operators = Set.copyOf(operators);
  }

  /** Of the Spark on the class path; no session is needed. */
  public static RealTimeMode ofThisSpark() {
    return new RealTimeMode(
        package$.MODULE$.SPARK_VERSION(),
        method().isPresent(),
        method().isPresent() ? allowed() : Set.of());
  }

  /** Whether it runs an operator. */
  public boolean runs(String operator) {
    return operators.contains(operator);
  }

  /**
   * The trigger of Spark.
   *
   * @param checkpointMillis how often it is written down how far the stream is
   * @throws IllegalStateException if this Spark has none
   */
  public static Trigger trigger(long checkpointMillis) {
    Method method =
        method()
            .orElseThrow(
                () -> new IllegalStateException(
                    "Spark %s has no real-time mode".formatted(package$.MODULE$.SPARK_VERSION())));
    try {
      return (Trigger) method.invoke(null, checkpointMillis);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Method> method() {
    return Arrays.stream(Trigger.class.getMethods())
        .filter(
            method -> method.getName().equals(TRIGGER)
                && Arrays.equals(method.getParameterTypes(), new Class<?>[]{long.class}))
        .findFirst();
  }

  private static Set<String> allowed() {
    return LISTS.stream()
        .flatMap(name -> SparkClass.named(name).stream())
        .findFirst()
        .map(RealTimeMode::allowed)
        // its refusal then comes from Spark, when the query starts
        .orElseGet(Set::of);
  }

  private static Set<String> allowed(Class<?> list) {
    Method method =
        Arrays.stream(list.getMethods())
            .filter(m -> m.getName().endsWith(OPERATORS) && m.getParameterCount() == 0)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(list.getName() + " has no operators"));
    try {
      Object operators = method.invoke(list.getField("MODULE$").get(null));
      return CollectionConverters.asJava((scala.collection.Set<?>) operators).stream()
          .map(name -> name.toString().replaceFirst(".*\\.", ""))
          .collect(Collectors.toSet());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Spark does not tell what it runs in real time", e);
    }
  }
}
