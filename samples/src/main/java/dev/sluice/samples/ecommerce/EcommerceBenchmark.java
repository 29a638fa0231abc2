package dev.sluice.samples.ecommerce;

import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.Task;
import dev.sluice.samples.ecommerce.HandWrittenEcommerce.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares ways of writing the e-commerce job; in the end all must have given the same rows. */
@Command(
    name = "bench-ecommerce",
    description = "Compare ways of writing the e-commerce job",
    showDefaultValues = true)
public final class EcommerceBenchmark implements Callable<Integer> {

  private static final String TYPED = "sluice";

  private static final Optional<LocalDate> REFERENCE =
      Optional.of(OrderGenerator.LAST_DAY.plusDays(1));

  @Option(names = "--rows", description = "How many different orders.", defaultValue = "1000000")
  private long rows;

  @Option(names = "--warmups", description = "Rounds that do not count.", defaultValue = "1")
  private int warmups;

  @Option(names = "--runs", description = "Rounds that count.", defaultValue = "5")
  private int runs;

  @Option(
      names = "--against",
      split = ",",
      description = "The hand-written styles; the first is the baseline.",
      defaultValue = "TUTORIAL,PLAIN,EXPERT")
  private List<Style> against;

  @Option(
      names = "--directory",
      description = "Where data and outputs go; data of that size that is there is used again.",
      defaultValue = "target/bench-ecommerce")
  private Path directory;

  /** Made by the launcher, which also sets the options. */
  public EcommerceBenchmark() {}

  @Override
  public Integer call() throws Exception {
    try (SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate()) {
      String input = input(spark);
      Benchmark benchmark =
          Benchmark.named("ecommerce")
              .baseline(name(against.get(0)), handWritten(spark, against.get(0), input))
              .contender(TYPED, typed(spark, input));
      for (Style style : against.subList(1, against.size())) {
        benchmark = benchmark.contender(name(style), handWritten(spark, style, input));
      }
      benchmark.warmups(warmups).runs(runs).run(System.out);
      against.forEach(style -> checkSame(spark, name(style), TYPED));
      return 0;
    }
  }

  private String input(SparkSession spark) {
    Path input = directory.resolve("input-" + rows);
    // customers are written last: where they are complete, so is the rest
    if (!Files.exists(input.resolve("customers/_SUCCESS"))) {
      new OrderGenerator(rows, 42).write(spark, input.toString());
    }
    return input.toString();
  }

  private Task handWritten(SparkSession spark, Style style, String input) {
    return () -> {
      new HandWrittenEcommerce(style, REFERENCE).run(spark, input, output(name(style)));
      return "seven outputs"; // they are compared once, after the last run
    };
  }

  /**
   * The pipeline as the sample runs it, with what {@link dev.sluice.Sessions#embedded} would have
   * set.
   */
  private Task typed(SparkSession spark, String input) {
    SparkSession session = spark.newSession();
    session
        .conf()
        .set("spark.sql.shuffle.partitions", 2L * Runtime.getRuntime().availableProcessors());
    EcommerceConfig config =
        EcommerceConfig.defaults()
            .withInput(input)
            .withOutput(output(TYPED))
            .withAsOf(REFERENCE.orElseThrow());
    return () -> {
      EcommercePipeline.of(config).run(session);
      return "seven outputs";
    };
  }

  private void checkSame(SparkSession spark, String left, String right) {
    SparkSession small = spark.newSession();
    small.conf().set("spark.sql.shuffle.partitions", 8);
    List<String> differences = SameOutput.differences(small, output(left), output(right));
    if (!differences.isEmpty()) {
      throw new IllegalStateException(left + " and " + right + " differ: " + differences);
    }
    System.out.println(left + " and " + right + " gave the same rows");
  }

  private String output(String contender) {
    return directory.resolve(contender).toString();
  }

  private static String name(Style style) {
    return style.name().toLowerCase(Locale.ROOT);
  }
}
