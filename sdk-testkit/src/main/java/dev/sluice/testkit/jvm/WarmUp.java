package dev.sluice.testkit.jvm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The program that fills an archive of classes: it runs tests as users write them. */
final class WarmUp {

  private WarmUp() {}

  /** Ends with a status other than 0 if a test fails. */
  public static void main(String[] none) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(cases().map(name -> selectClass(name)).toList())
                .build(),
            listener);
    var summary = listener.getSummary();
    summary.getFailures().forEach(failure -> failure.getException().printStackTrace());
    System.exit(summary.getTestsFailedCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
  }

  /** Classes that need the module for streams are named only, since not all have it. */
  private static Stream<String> cases() {
    String name = WarmUp.class.getName();
    return isThere("dev.sluice.streaming.Streaming")
        ? Stream.of(name + "Cases", name + "StreamCases")
        : Stream.of(name + "Cases");
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
