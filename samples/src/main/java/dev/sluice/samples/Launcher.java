package dev.sluice.samples;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Entry point of {@code samples/run}: picks a sample by name and hands it the options.
 *
 * <p>Without arguments it lists the samples. The exit code is the sample's own, 2 for a wrong
 * command line, 1 for a failure.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Runs the sample that the first argument names.
   *
   * @param args the sample's name and its options; none lists the samples
   */
  public static void main(String[] args) {
    System.exit(commandLine(Samples.all()).execute(args));
  }

  static CommandLine commandLine(List<Callable<Integer>> samples) {
    CommandLine root = new CommandLine(new Root());
    samples.forEach(root::addSubcommand);
    root.getSubcommands().values().forEach(sample -> sample.getCommandSpec().addOption(help()));
    return root.setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this text.")
        .build();
  }

  @Command(
      name = "samples/run",
      synopsisSubcommandLabel = "NAME [options]",
      description = "Runs a sample application or a benchmark of Sluice.",
      commandListHeading = "%nSamples:%n",
      footer = "%n'samples/run NAME --help' lists the options of one.")
  private static final class Root implements Runnable {
    @CommandLine.Spec
    private CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
