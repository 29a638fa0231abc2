package dev.sluice.samples.nexmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NexmarkJobTest {

  private final StringWriter errors = new StringWriter();
  private final CommandLine job =
      new CommandLine(new NexmarkJob()).setErr(new PrintWriter(errors, true));

  @Test
  void refusesAQueryThatThereIsNot() {
    assertThat(job.execute("--query=q24")).isEqualTo(2);
    assertThat(errors.toString()).contains("there is no query 'q24': they are q0 to q23");
  }

  @Test
  void refusesNoEvents() {
    assertThat(job.execute("--events=0")).isEqualTo(2);
    assertThat(errors.toString()).contains("there may be 1 to 1000000 events, not 0");
  }
}
