package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Pipeline;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.file.Files;
import dev.sluice.io.table.Tables;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunListener;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No output shows a secret, wherever it stands: searched for in all that a run says. */
@Timeout(120)
class SecretsInOutputsTest {

  private static final String PLACEMENTS = "dev.sluice.connect.SecretsTest#placements";

  record Item(int id) {}

  /** A source that is careless with what it was given. */
  record CarelessSource(String secret, boolean broken) implements BoundedSource<Item> {

    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "careless " + secret;
    }

    @Override
    public List<String> check(SparkSession spark) {
      return broken ? List.of("cannot reach " + secret) : List.of();
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.range(3).selectExpr("cast(id as int) id");
    }
  }

  /** A sink that writes, and then fails and says too much about it. */
  record CarelessSink(String secret) implements BatchSink<Item> {

    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "careless " + secret;
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows) {
      rows.write().format("noop").mode("overwrite").save();
      throw new IllegalStateException(
          "lost: " + secret, new IllegalArgumentException("wrong: " + secret));
    }
  }

  private final SparkSession spark = TestSpark.session();

  private static Pipeline careless(String secret, boolean broken) {
    Pipeline pipeline = Pipeline.named("of " + secret);
    pipeline
        .source("from " + secret, new CarelessSource(secret, broken))
        .sink("to " + secret, new CarelessSink(secret));
    return pipeline;
  }

  @ParameterizedTest
  @MethodSource(PLACEMENTS)
  void nothingThatIsDescribedShowsIt(String secret) {
    Pipeline pipeline = careless(secret, true);

    assertThat(pipeline.describe() + pipeline.toMermaid()).doesNotContain("dden");
  }

  @ParameterizedTest
  @MethodSource(PLACEMENTS)
  void aProblemDoesNotShowIt(String secret) {
    assertThat(trace(catchThrowable(() -> careless(secret, true).check(spark))))
        .doesNotContain("dden");
  }

  @ParameterizedTest
  @MethodSource(PLACEMENTS)
  void neitherFailureNorReportNorSparksJobsShowIt(String secret) {
    List<String> said = new CopyOnWriteArrayList<>();
    SparkListener jobs =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            said.add(String.valueOf(job.properties()));
          }
        };
    RunListener events =
        new RunListener() {
          @Override
          public void sinkFinished(SinkFinished event) {
            said.add(event.error().orElse(""));
          }
        };
    spark.sparkContext().addSparkListener(jobs);
    RunFailedException failure;
    try {
      failure =
          catchThrowableOfType(
              RunFailedException.class,
              () -> careless(secret, false).run(spark, RunOptions.defaults().listener(events)));
    } finally {
      spark.sparkContext().removeSparkListener(jobs);
    }
    RunReport report = failure.report();

    said.add(trace(failure));
    said.add(report.toText());
    said.add(report.toJson());
    said.add(report.sinks().get(0).description() + report.sources().get(0).description());
    said.add(String.valueOf(report.sinks().get(0).error()));
    assertThat(String.join("\n", said)).contains("lost: ").doesNotContain("dden");
  }

  @ParameterizedTest
  @MethodSource(PLACEMENTS)
  void aTableDoesNotKeepIt(String secret) {
    assertThatThrownBy(() -> Tables.table(Item.class, "items").append().option("url", secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option 'url' is a secret")
        .hasMessageNotContaining("dden");
  }

  @Test
  void aTablesLocationIsNoSecretEither() {
    assertThatThrownBy(
        () -> Tables.table(Item.class, "items").append().location("s3a://k:h1dden@b/x"))
        .hasMessageContaining("option 'path' is a secret");
    assertThatThrownBy(() -> Tables.table(Item.class, "s3a://k:h1dden@b/x"))
        .hasMessageNotContaining("h1dden");
  }

  @Test
  void sparksEventLogDoesNotShowIt(@TempDir Path dir) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.redaction.string.regex", Secrets.sparkTexts());
    session.conf().set("spark.sql.redaction.options.regex", Secrets.sparkOptions());
    List<String> log = new CopyOnWriteArrayList<>();
    SparkListener all =
        new SparkListener() {
          @Override
          public void onOtherEvent(SparkListenerEvent event) {
            if (event.logEvent()) {
              log.add(JsonProtocol.sparkEventToJsonString(event));
            }
          }

          @Override
          public void onJobStart(SparkListenerJobStart event) {
            log.add(JsonProtocol.sparkEventToJsonString(event));
          }

          @Override
          public void onJobEnd(SparkListenerJobEnd event) {
            log.add(JsonProtocol.sparkEventToJsonString(event));
          }

          @Override
          public void onStageSubmitted(SparkListenerStageSubmitted event) {
            log.add(JsonProtocol.sparkEventToJsonString(event));
          }
        };
    String in = dir + "/in";
    session.range(3).selectExpr("cast(id as int) id").write().parquet(in);
    Pipeline pipeline = Pipeline.named("store");
    pipeline
        .source("items", Files.parquet(Item.class, in))
        .sink(
            "out", Files.parquet(Item.class, dir + "/out").option("apiKey", "h1dden").overwrite());

    session.sparkContext().addSparkListener(all);
    try {
      pipeline.run(session);
    } finally {
      session.sparkContext().removeSparkListener(all);
    }

    assertThat(log).isNotEmpty();
    assertThat(String.join("\n", log)).contains("apiKey").doesNotContain("h1dden");
  }

  @Test
  void aPathWithASecretIsRefusedWhereSparkLogsPaths() {
    spark.sparkContext().conf().set("spark.eventLog.enabled", "true");
    try {
      SparkSession logged = spark.newSession();
      assertThat(Files.parquet(Item.class, "s3a://AKIA:h1dden@b/x").check(logged))
          .singleElement()
          .asString()
          .startsWith("parquet s3a://b/x: its path holds a secret");
      assertThat(Files.parquet(Item.class, "/nowhere/token=7").check(logged))
          .singleElement()
          .asString()
          .contains("there is nothing at");
    } finally {
      spark.sparkContext().conf().remove("spark.eventLog.enabled");
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
