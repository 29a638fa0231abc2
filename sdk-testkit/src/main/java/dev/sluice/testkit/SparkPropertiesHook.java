package dev.sluice.testkit;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundContainerHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;
import org.apache.spark.sql.SparkSession;

/** What {@link SparkProperties} does. */
final class SparkPropertiesHook implements ResolveParameterHook, AroundContainerHook {

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    Class<?> type = parameter.parameter().getType();
    if (type != SparkSession.class && type != SparkKit.class) {
      return Optional.empty();
    }
    ClassSession session = store(context).get();
    return Optional.of(
        tryContext -> type == SparkSession.class
            ? session.spark()
            : SparkKit.of(session.spark(), session.kit().directory()));
  }

  /** Not later, since jqwik shows a store only to what is below the one who made it. */
  @Override
  public void beforeContainer(ContainerLifecycleContext context) {
    Class<?> container = context.optionalContainerClass().orElseThrow();
    Store.create(identifier(container), Lifespan.RUN, () -> open(container));
  }

  @Override
  public void afterContainer(ContainerLifecycleContext context) {
    List<String> left = store(context).get().close();
    if (!left.isEmpty()) {
      throw new AssertionError(
          "%s left behind:%n  - %s"
              .formatted(context.label(), String.join(System.lineSeparator() + "  - ", left)));
    }
  }

  private static Store<ClassSession> store(LifecycleContext context) {
    return Store.get(identifier(context.optionalContainerClass().orElseThrow()));
  }

  private static List<Object> identifier(Class<?> container) {
    return List.of(SparkPropertiesHook.class, container);
  }

  private static ClassSession open(Class<?> container) {
    JvmRequirements.check();
    Optional<String> profile = Optional.ofNullable(System.getProperty(SparkProfile.PROPERTY));
    return ClassSession.open(
        container.getName(),
        container.getSimpleName(),
        SessionSettings.of(SparkProfile.DEFAULT.orConfigured(profile)),
        false);
  }
}
