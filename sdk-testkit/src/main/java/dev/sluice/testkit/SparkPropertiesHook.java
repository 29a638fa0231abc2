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
        tryContext ->
            type == SparkSession.class
                ? session.spark()
                : SparkKit.of(session.spark(), session.kit().directory()));
  }

  @Override
  public void afterContainer(ContainerLifecycleContext context) {
    Store<ClassSession> store = store(context);
    List<String> left = store.get().close();
    store.reset();
    if (!left.isEmpty()) {
      throw new AssertionError(
          "%s left behind:%n  - %s"
              .formatted(context.label(), String.join(System.lineSeparator() + "  - ", left)));
    }
  }

  private static Store<ClassSession> store(LifecycleContext context) {
    Class<?> container = context.optionalContainerClass().orElseThrow();
    return Store.getOrCreate(
        List.of(SparkPropertiesHook.class, container), Lifespan.RUN, () -> open(container));
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
