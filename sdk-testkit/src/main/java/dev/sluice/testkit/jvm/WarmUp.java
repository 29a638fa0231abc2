package dev.sluice.testkit.jvm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
                .selectors(selectClass(WarmUpCases.class))
                .build(),
            listener);
    var summary = listener.getSummary();
    summary.getFailures().forEach(failure -> failure.getException().printStackTrace());
    System.exit(summary.getTestsFailedCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1);
  }
}
