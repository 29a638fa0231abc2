package dev.sluice.samples.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a suite in this JVM and prints what it took; the benchmark starts it in a fresh one. */
final class Suite {

  /** Begins the one line that the benchmark reads. */
  static final String RESULT = "suite: ";

  private Suite() {}

  /** Takes the class whose nested classes are the suite. */
  public static void main(String[] arguments) throws Exception {
    Class<?> suite = Class.forName(arguments[0]);
    SuiteFigures figures = new SuiteFigures(Suite::cpuSeconds);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                Arrays.stream(suite.getDeclaredClasses())
                    .filter(type -> !type.isRecord())
                    .map(type -> selectClass(type.getName()))
                    .toList())
            .build();
    LauncherFactory.create().execute(request, figures);
    System.out.println(
        RESULT
            + String.format(
                Locale.ROOT,
                "%d passed, %d failed, first after %.2f s CPU, later ones %.3f s CPU",
                figures.passed(),
                figures.failed(),
                figures.cpuToFirst(),
                figures.cpuOfWarmTest()));
    System.exit(figures.failed() == 0 ? 0 : 1);
  }

  private static double cpuSeconds() {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() / 1e9;
  }
}
