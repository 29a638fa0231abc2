package dev.sluice.samples.ecommerce;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.connect.Secret;
import dev.sluice.run.RunOptions;
import dev.sluice.samples.job.Job;
import dev.sluice.testkit.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the e-commerce job and prints its report. The exit code is 1 if it fails or an output is
 * empty.
 */
@Command(
    name = "ecommerce",
    description = "Clean, enrich and report e-commerce orders, from your data or generated ones",
    footer = {
        "",
        "What is given here comes before the environment, that before the configuration file."
    })
public final class EcommerceJob implements Callable<Integer> {

  @Option(
      names = "--config",
      description = "A YAML file with input, output, asOf, compression, parallelSinks.")
  private Path configFile;

  @Option(
      names = "--input",
      description = "The directory of orders, products and customers (or INPUT_PATH).",
      defaultValue = "${env:INPUT_PATH}")
  private String input;

  @Option(names = "--rows", description = "Generate that many orders instead of reading any.")
  private Long rows;

  @Option(
      names = "--output",
      description = "The directory of the outputs (or OUTPUT_PATH).",
      defaultValue = "${env:OUTPUT_PATH}")
  private String output;

  @Option(
      names = "--as-of",
      description = "The day to which recency counts; else the day after the last order.")
  private LocalDate asOf;

  @Option(
      names = "--jdbc-url",
      description = "A database that has the customers and gets the reports, without a password.")
  private String jdbcUrl;

  @Option(names = "--jdbc-user", description = "The user of the database.")
  private String jdbcUser;

  @Option(names = "--jdbc-password-file", description = "A file with the user's password.")
  private String jdbcPasswordFile;

  @Option(
      names = "--postgres",
      description = "Start a PostgreSQL for it, whose data stays in the output directory.")
  private boolean postgres;

  @Option(names = "--report", description = "Write the report as JSON, too.")
  private Path report;

  @Option(names = "--describe", description = "Print the pipeline and do not run it.")
  private boolean describe;

  @Spec
  private CommandSpec spec;

  /** Made by the launcher, which also sets the options. */
  public EcommerceJob() {}

  @Override
  public Integer call() throws IOException {
    EcommerceConfig config = config();
    if (!postgres) {
      return run(config, database(jdbcUrl));
    } else if (jdbcUrl != null) {
      throw new ParameterException(spec.commandLine(), "Either --postgres or --jdbc-url");
    }
    try (PostgresServer server = PostgresServer.start(Path.of(config.output(), "postgres"))) {
      return run(config, database(server.jdbcUrl()));
    }
  }

  private Optional<EcommerceDatabase> database(String url) {
    return Optional.ofNullable(url)
        .map(
            there -> new EcommerceDatabase(
                there,
                Optional.ofNullable(jdbcUser),
                Optional.ofNullable(jdbcPasswordFile).map(Secret::file)));
  }

  private int run(EcommerceConfig config, Optional<EcommerceDatabase> database)
      throws IOException {
    Pipeline pipeline = EcommercePipeline.of(config, database);
    if (describe) {
      System.out.println(pipeline.describe());
      return 0;
    }
    try (SparkSession spark = Sessions.embedded("ecommerce").getOrCreate()) {
      if (rows != null) {
        new OrderGenerator(rows, 42).write(spark, config.input());
        database.ifPresent(there -> there.loading(config.input()).run(spark));
      }
      RunOptions options = RunOptions.defaults().parallelSinks(config.parallelSinks());
      return new Job(pipeline, options, Optional.ofNullable(report)).run(spark);
    }
  }

  private EcommerceConfig config() throws IOException {
    EcommerceConfig config =
        configFile == null ? EcommerceConfig.defaults() : EcommerceConfig.read(configFile);
    if (output != null) {
      config = config.withOutput(output);
    }
    if (config.output().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Say where the outputs go: --output DIR");
    }
    if (rows != null) {
      config = config.withInput(config.output() + "/input");
    } else if (input != null) {
      config = config.withInput(input);
    }
    if (config.input().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Say what to read, --input DIR, or generate it, --rows N");
    }
    return asOf == null ? config : config.withAsOf(asOf);
  }
}
