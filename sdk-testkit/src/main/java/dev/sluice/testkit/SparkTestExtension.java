package dev.sluice.testkit;

import dev.sluice.testkit.ClassSession.TestScope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link SparkTest} does: opens a session before the first test of a class, looks for what
 * each test leaves behind, and injects parameters. It keeps all it knows in JUnit's store.
 */
final class SparkTestExtension
    implements BeforeAllCallback,
    AfterAllCallback,
    BeforeEachCallback,
    AfterEachCallback,
    ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SparkTestExtension.class);
  private static final String SESSION = "session";
  private static final String TEST = "test";
  private static final String NUMBER = "number";

  @Override
  public void beforeAll(ExtensionContext context) {
    session(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    int number = store.get(NUMBER, AtomicInteger.class).incrementAndGet();
    BegunAssertions.watch();
    store.put(TEST, session(context).begin(testName(context), number, ownsThreads(context)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> begun = BegunAssertions.end();
    TestScope test = context.getStore(NAMESPACE).remove(TEST, TestScope.class);
    if (test != null) {
      String name =
          "%s.%s".formatted(context.getRequiredTestClass().getSimpleName(), testName(context));
      report(context, name, test.end());
      if (!begun.isEmpty() && context.getExecutionException().isEmpty()) {
        throw new AssertionError(
            "%s asserts less than it seems to:%n  - %s"
                .formatted(name, String.join(System.lineSeparator() + "  - ", begun)));
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ClassSession session = context.getStore(NAMESPACE).get(SESSION, ClassSession.class);
    if (session != null && session.isOwnedBy(context.getUniqueId())) {
      context.getStore(NAMESPACE).remove(SESSION);
      report(context, context.getRequiredTestClass().getSimpleName(), session.close());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SparkSession.class || type == SparkKit.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ClassSession session = session(context);
    if (parameter.getParameter().getType() == SparkSession.class) {
      return session.spark();
    }
    TestScope test = context.getStore(NAMESPACE).get(TEST, TestScope.class);
    return test == null ? session.kit() : test.kit();
  }

  /** The session of this class or of one around it; opened for the first who asks. */
  private static ClassSession session(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    SessionSettings settings =
        SessionSettings.of(
            annotation(context), context.getConfigurationParameter(SparkProfile.PROPERTY));
    ClassSession session = store.get(SESSION, ClassSession.class);
    if (session == null) {
      JvmRequirements.check();
      session =
          ClassSession.open(
              context.getUniqueId(),
              context.getRequiredTestClass().getSimpleName(),
              settings,
              ownsThreads(context));
      store.put(SESSION, session);
      store.put(NUMBER, new AtomicInteger());
    } else if (!session.serves(settings)) {
      throw new ExtensionConfigurationException(
          "%s is nested in a class with other @SparkTest settings, whose session it shares: make it a class of its own"
              .formatted(context.getRequiredTestClass().getName()));
    }
    return session;
  }

  private static void report(ExtensionContext context, String name, List<String> left) {
    if (!left.isEmpty()
        && annotation(context).leaks() == Leaks.FAIL
        && context.getExecutionException().isEmpty()) {
      throw new AssertionError(
          "%s left behind:%n  - %s%nIt is cleaned up now, as far as that is possible; @SparkTest(leaks = Leaks.CLEAN) does so without a failure."
              .formatted(name, String.join(System.lineSeparator() + "  - ", left)));
    }
  }

  private static SparkTest annotation(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    while (type != null) {
      Optional<SparkTest> found = AnnotationSupport.findAnnotation(type, SparkTest.class);
      if (found.isPresent()) {
        return found.get();
      }
      type = type.getEnclosingClass();
    }
    throw new ExtensionConfigurationException(
        context.getRequiredTestClass().getName() + " has no @SparkTest annotation");
  }

  /** Whatever runs at the same time could have started a thread too. */
  private static boolean ownsThreads(ExtensionContext context) {
    return context
        .getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
        .filter(Boolean::parseBoolean)
        .isEmpty();
  }

  private static String testName(ExtensionContext context) {
    return context.getTestMethod().map(Method::getName).orElse(context.getDisplayName());
  }
}
