package dev.sluice.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of test classes inside a test. */
record FixtureRun(EngineExecutionResults results) {

  static FixtureRun run(Class<?>... fixtures) {
    return with(Map.of("sluice.test.profile", "fast"), fixtures);
  }

  static FixtureRun with(Map<String, String> parameters, Class<?>... fixtures) {
    return new FixtureRun(
        EngineTestKit.engine("junit-jupiter")
            .configurationParameters(parameters)
            .selectors(
                Arrays.stream(fixtures)
                    .map(DiscoverySelectors::selectClass)
                    .toArray(ClassSelector[]::new))
            .execute());
  }

  long succeeded() {
    return results.testEvents().succeeded().count();
  }

  /** The messages of tests and classes that failed. */
  List<String> failures() {
    return results.allEvents().failed().stream()
        .map(
            event -> event
                .getPayload(TestExecutionResult.class)
                .flatMap(result -> result.getThrowable())
                .map(FixtureRun::message)
                .orElse("failed"))
        .toList();
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }
}
