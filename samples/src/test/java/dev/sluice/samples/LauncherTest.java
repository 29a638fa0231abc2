package dev.sluice.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class LauncherTest {
  private final StringWriter output = new StringWriter();
  private final CommandLine launcher =
      Launcher.commandLine(List.of(new Answer()))
          .setOut(new PrintWriter(output, true))
          .setErr(new PrintWriter(output, true));

  @Test
  void listsTheSamplesWithTheirDescriptionsWhenNoneIsNamed() {
    assertThat(launcher.execute()).isZero();
    assertThat(output.toString()).containsPattern("answer +Gives the answer");
  }

  @Test
  void handsTheOptionsToTheSampleAndReturnsItsExitCode() {
    assertThat(launcher.execute("answer", "--value=42")).isEqualTo(42);
  }

  @Test
  void refusesANameThatNoSampleHas() {
    assertThat(launcher.execute("question")).isEqualTo(2);
    assertThat(output.toString()).contains("question");
  }

  @Test
  void everyRegisteredSampleHasANameAndADescription() {
    assertThat(Launcher.commandLine(Samples.all()).getSubcommands())
        .allSatisfy(
            (name, sample) -> {
              assertThat(name).matches("[a-z][a-z0-9-]*");
              assertThat(sample.getCommandSpec().usageMessage().description()).hasSize(1);
            });
  }

  @Command(name = "answer", description = "Gives the answer")
  private static final class Answer implements Callable<Integer> {
    @Option(names = "--value")
    private int value;

    @Override
    public Integer call() {
      return value;
    }
  }
}
