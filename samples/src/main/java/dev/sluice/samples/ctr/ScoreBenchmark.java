package dev.sluice.samples.ctr;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.ml.Ml;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.BenchmarkResult;
import dev.sluice.samples.bench.Goal;
import dev.sluice.samples.bench.Machine;
import dev.sluice.samples.bench.Measurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures scoring with the model of clicks: one record in plain Java, a stage against MLlib, a start, a document. */
@Command(
    name = "bench-score",
    description = "Measure scoring: a record in plain Java, a stage against MLlib's own, a start, the document",
    showDefaultValues = true)
public final class ScoreBenchmark implements Callable<Integer> {

  private static final long SEED = 42;
  private static final String MLLIB = "PipelineModel.transform";
  private static final String STAGE = "stage";
  private static final String STAGE_WITH_REASONS = "stage, 3 reasons";

  private static final double MOST_MICROS = 1;
  private static final double MOST_MICROS_BY_TREES = 10;
  private static final double LEAST_RATIO = 3;
  private static final double MOST_SECONDS = 0.5;
  private static final double MOST_MEGABYTES = 1;

  @Option(
      names = "--rows",
      description = "How many events the stages score.",
      defaultValue = "1000000")
  private long rows;

  @Option(
      names = "--training-rows",
      description = "How many events the models are trained with.",
      defaultValue = "50000")
  private long trainingRows;

  @Option(
      names = "--iterations",
      description = "How often the models are improved.",
      defaultValue = "100")
  private int iterations;

  @Option(names = "--rounds", description = "Rounds that count.", defaultValue = "5")
  private int rounds;

  @Option(names = "--starts", description = "How many JVMs are started.", defaultValue = "15")
  private int starts;

  @Option(names = "--levels", description = "Levels of the document.", defaultValue = "10000")
  private int levels;

  @Option(
      names = "--millis",
      description = "How long a record is scored over and over, as often as there are rounds.",
      defaultValue = "2000")
  private int millis;

  @Option(
      names = "--forks",
      description = "JVMs for records; 0 for this one, which has done other things before.",
      defaultValue = "1")
  private int forks;

  @Option(
      names = "--output",
      description = "The directory of models and impressions.",
      defaultValue = "target/bench-score")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public ScoreBenchmark() {}

  @Override
  public Integer call() throws Exception {
    List<Goal> goals = new ArrayList<>();
    try (SparkSession spark = Sessions.embedded("bench-score").getOrCreate()) {
      goals.addAll(withSpark(spark));
    }
    goals.addAll(withoutSpark());
    System.out.println(Machine.current().describe());
    System.out.print(Goal.table(goals));
    return 0;
  }

  /** Trains and saves what is measured, and measures stages. */
  List<Goal> withSpark(SparkSession spark) throws Exception {
    Stage<Shown> shown = shown(trainingRows);
    Model<Impression, Ctr> reasons = trained(spark, shown);
    Model<Impression, Chance> chances = withoutReasons(reasons);
    reasons.save(file("ctr").toString());
    chances.save(file("chances").toString());
    ManyTrees.of(chances).save(file("trees").toString());
    ManyLevels.model(spark, levels).save(file("levels").toString());
    return stages(spark, reasons, chances, flat(spark, shown));
  }

  /** By one learner, for how good the model is does not matter here. */
  private Model<Impression, Ctr> trained(SparkSession spark, Stage<Shown> shown) {
    return Ml.model("ctr", CtrModel.FEATURES)
        .from(shown, Shown::impression).label(Shown::clicked)
        .with(logistic().l2(1e-4).iterations(iterations))
        .output(
            o -> row(Ctr::new).of(
                o.in(Impression::id), o.probability(), o.decision(0.3), o.reasons(3)))
        .fit(spark);
  }

  /** Measures what was saved: records, starts, the document. */
  List<Goal> withoutSpark() throws Exception {
    List<Goal> goals = new ArrayList<>(records());
    goals.add(Goal.atMost("JVM start to first score, median", start(), "s", MOST_SECONDS));
    goals.add(
        Goal.atMost(
            "document with %,d levels".formatted(levels),
            java.nio.file.Files.size(file("levels")) / 1e6,
            "MB",
            MOST_MEGABYTES));
    return goals;
  }

  private Path file(String name) {
    return output.resolve(name + ".json").toAbsolutePath();
  }

  private static Stage<Shown> shown(long count) {
    return CtrModel.shown(
        EventCleaning.events(
            Pipeline.named("ctr")
                .source(
                    "events",
                    new AdEventSource(
                        count, AdEvents.ofThirtyDays(count, SEED), new AdFaults(SEED)))));
  }

  private static Dataset<Row> flat(SparkSession spark, Stage<Shown> shown) {
    return shown.toDataset(spark).select("impression.*", "clicked");
  }

  private static Model<Impression, Chance> withoutReasons(Model<Impression, Ctr> model) {
    List<Cell> cells =
        model.document().cells().stream().filter(cell -> !(cell instanceof Cell.Reasons)).toList();
    return Model.of(model.document().giving(cells), Impression.class, Chance.class, "memory");
  }

  /** Rows a second of both, and how many times more those of the stage are. */
  private List<Goal> stages(
      SparkSession spark,
      Model<Impression, Ctr> reasons,
      Model<Impression, Chance> chances,
      Dataset<Row> training)
      throws Exception {
    String impressions = output.resolve("impressions").toString();
    flat(spark, shown(rows))
        .drop("clicked")
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(impressions);
    long count = spark.read().parquet(impressions).count();
    PipelineModel model = SparkModel.of(training, iterations);
    BenchmarkResult result =
        Benchmark.named("bench-score")
            .baseline(
                MLLIB,
                () -> scored(
                    count,
                    model
                        .transform(spark.read().parquet(impressions))
                        .select("id", "probability", "prediction")))
            .contender(
                STAGE,
                () -> scored(count, source(impressions).score("ctr", chances).toDataset(spark)))
            .contender(
                STAGE_WITH_REASONS,
                () -> scored(count, source(impressions).score("ctr", reasons).toDataset(spark)))
            .runs(rounds)
            .run(System.out);
    for (String contender : List.of(MLLIB, STAGE, STAGE_WITH_REASONS)) {
      System.out.printf(
          "%s: %,.0f rows/s%n", contender, count / result.median(contender, Measurement::seconds));
    }
    return List.of(
        Goal.atLeast(
            "rows/s of a stage against MLlib's", 1 / result.ratio(STAGE), "times", LEAST_RATIO));
  }

  private static Stage<Impression> source(String impressions) {
    return Pipeline.named("score")
        .source("impressions", Files.parquet(Impression.class, impressions));
  }

  private static long scored(long count, Dataset<Row> scores) {
    scores.write().format("noop").mode(SaveMode.Overwrite).save();
    return count;
  }

  private List<Goal> records() throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    // By its name, for only the processor of annotations has to know the class.
    options
        .include("\\.ScoreSpeed\\.")
        .param("reasons", file("ctr").toString())
        .param("chances", file("chances").toString())
        .param("trees", file("trees").toString())
        .forks(forks)
        .warmupIterations(rounds)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(rounds)
        .measurementTime(TimeValue.milliseconds(millis))
        .verbosity(VerboseMode.SILENT);
    Collection<RunResult> results = new Runner(options.build()).run();
    return results.stream()
        .map(
            result -> Goal.atMost(
                result.getPrimaryResult().getLabel() + ", median",
                result.getPrimaryResult().getStatistics().getPercentile(50) / 1e3,
                "us",
                result.getPrimaryResult().getLabel().endsWith("ByTrees")
                    ? MOST_MICROS_BY_TREES
                    : MOST_MICROS))
        .toList();
  }

  private double start() throws Exception {
    double[] measured = new double[starts];
    for (int i = 0; i < starts; i++) {
      measured[i] = FirstScore.seconds(file("ctr"));
    }
    Arrays.sort(measured);
    return measured[starts / 2];
  }
}
