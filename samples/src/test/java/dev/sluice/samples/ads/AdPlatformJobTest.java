package dev.sluice.samples.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AdPlatformJobTest {

  private final StringWriter errors = new StringWriter();
  private final CommandLine job =
      new CommandLine(new AdPlatformJob()).setErr(new PrintWriter(errors, true));

  @Test
  void needsNoOptionAtAll() {
    assertThat(job.execute("--describe")).isZero();
  }

  @Test
  void refusesToReadAndToGenerateAtOnce() {
    assertThat(job.execute("--input=in", "--rows=10")).isEqualTo(2);
    assertThat(errors.toString()).contains("mutually exclusive");
  }
}
