package dev.sluice.streaming.bridge;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;

/**
 * Figures of ours among those of the application, which Spark's metrics system tells whoever it is
 * configured for: JMX, Prometheus, a file.
 *
 * <pre>{@code
 * try (var shown = ApplicationFigures.show(context, "auction", Map.of("lateRows", late::sum))) {
 *   …                                     // <application>.driver.sluice.auction.stream.lateRows
 * }
 * }</pre>
 */
public final class ApplicationFigures implements AutoCloseable {

  /**
   * Spark takes away whatever begins with the name of a source; so ended, no name begins another.
   */
  private static final String NAME = "sluice.%s.stream";

  private final MetricsSystem system;
  private final Source source;

  private ApplicationFigures(MetricsSystem system, Source source) {
    this.system = system;
    this.source = source;
  }

  /**
   * Some figures under one name.
   *
   * @param sourceName the name
   * @param metricRegistry the figures
   */
  private record Figures(String sourceName, MetricRegistry metricRegistry) implements Source {}

  /**
   * Shows figures from now on.
   *
   * @param of whose they are; a second of the same name is shown as {@code name-2}
   * @param figures what is asked for each by its name, by any thread, as often as somebody wants to
   *     know
   */
  public static synchronized ApplicationFigures show(
      SparkContext context, String of, Map<String, Supplier<? extends Number>> figures) {
    MetricsSystem system = context.env().metricsSystem();
    MetricRegistry registry = new MetricRegistry();
    figures.forEach((name, figure) -> registry.register(name, (Gauge<Number>) figure::get));
    Source source = new Figures(free(system, of), registry);
    system.registerSource(source);
    return new ApplicationFigures(system, source);
  }

  private static String free(MetricsSystem system, String of) {
    String name = NAME.formatted(of);
    for (int i = 2; !system.getSourcesByName(name).isEmpty(); i++) {
      name = NAME.formatted(of + "-" + i);
    }
    return name;
  }

  /** Shows them no longer. */
  @Override
  public void close() {
    system.removeSource(source);
  }
}
