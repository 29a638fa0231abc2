package dev.sluice.spark.bridge;

import dev.sluice.plan.CallSite;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.trees.CurrentOrigin;
import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;

/**
 * Tells Spark which line of the user's an expression comes from, so that its own messages point
 * there: {@code "gt" was called from shop.Job.run(Job.java:42)}. Without it Spark would blame a
 * file of this library.
 */
public final class OriginBridge {

  private static final Constructor<?> CONSTRUCTOR = Origin.class.getConstructors()[0];
  private static final int STACK_TRACE = 7;

  private OriginBridge() {}

  /** Runs with this line as the origin of everything that is made. */
  public static <T> T at(CallSite site, String call, Supplier<T> action) {
    if (site.line() == 0) {
      return action.get();
    }
    StackTraceElement frame =
        new StackTraceElement(site.className(), site.methodName(), site.fileName(), site.line());
    // Spark shows the method of the first frame as what was called, and the second as where
    StackTraceElement called = new StackTraceElement("dev.sluice.Dsl", call, null, -1);
    return CurrentOrigin.withOrigin(origin(called, frame), action::get);
  }

  /**
   * Spark versions differ in what follows the stack trace, so the constructor is found, not
   * written.
   */
  private static Origin origin(StackTraceElement... stack) {
    Object[] arguments = new Object[CONSTRUCTOR.getParameterCount()];
    Arrays.fill(arguments, Option.empty());
    arguments[STACK_TRACE] = Option.apply(stack);
    try {
      return (Origin) CONSTRUCTOR.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Spark's Origin cannot be made: " + CONSTRUCTOR, e);
    }
  }
}
