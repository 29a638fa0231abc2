package dev.sluice.samples.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts tests and what processor time they take. Tests run one after the other. */
final class SuiteFigures implements TestExecutionListener {

  private final DoubleSupplier cpuSeconds;
  private final List<Double> tests = new ArrayList<>();
  private double startOfTest;
  private double cpuToFirst;
  private int failed;

  /**
   * @param cpuSeconds the processor time of this process so far
   */
  SuiteFigures(DoubleSupplier cpuSeconds) {
    this.cpuSeconds = cpuSeconds;
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (identifier.isTest()) {
      startOfTest = cpuSeconds.getAsDouble();
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (result.getStatus() != Status.SUCCESSFUL) {
      failed++;
      result.getThrowable().ifPresent(Throwable::printStackTrace);
    } else if (identifier.isTest()) {
      double now = cpuSeconds.getAsDouble();
      if (tests.isEmpty()) {
        cpuToFirst = now;
      }
      tests.add(now - startOfTest);
    }
  }

  int passed() {
    return tests.size();
  }

  int failed() {
    return failed;
  }

  /** From the start of the JVM to the end of the first test. */
  double cpuToFirst() {
    return cpuToFirst;
  }

  /** The mean of the second half of the tests, with what the JVM compiles meanwhile. */
  double cpuOfWarmTest() {
    return tests.subList(tests.size() / 2, tests.size()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
