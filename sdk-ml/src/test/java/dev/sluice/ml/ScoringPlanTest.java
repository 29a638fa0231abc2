package dev.sluice.ml;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring reads what it needs, computes once what it gives, and runs no job of its own. */
class ScoringPlanTest {

  private static final AtomicInteger CALLS = new AtomicInteger();

  /** A wider row than the model needs. */
  record Stored(
      String id,
      String site,
      double bid,
      Double history,
      Instant at,
      String title,
      String campaign,
      long spent) {}

  /** Counts the rows that it computes. */
  record Counting(LinearHead head) implements Head {
    @Override
    public int width() {
      return head.width();
    }

    @Override
    public Tally open() {
      CALLS.incrementAndGet();
      return head.open();
    }

    @Override
    public double[] contributions(double[] slots, int index) {
      return head.contributions(slots, index);
    }
  }

  private final SparkSession spark = Clicks.spark();

  @TempDir
  Path folder;

  @BeforeEach
  void count() {
    CALLS.set(0);
  }

  private static List<Stored> stored() {
    return SmallModel.visits(200).stream()
        .map(v -> new Stored(v.id(), v.site(), v.bid(), v.history(), v.at(), v.title(), "c", 7))
        .toList();
  }

  private Stage<Visit> parquet() {
    String path = folder.resolve("visits").toString();
    Pipeline.named("store")
        .source("visits", InMemory.rows(Stored.class, stored()))
        .toDataset(spark)
        .write()
        .parquet(path);
    return stored("score");
  }

  private Stage<Visit> stored(String pipeline) {
    return Pipeline.named(pipeline)
        .source("visits", Files.parquet(Visit.class, folder.resolve("visits").toString()));
  }

  private static Stage<Visit> visits() {
    return Pipeline.named("score")
        .source("visits", InMemory.rows(Visit.class, SmallModel.visits(200)));
  }

  private static dev.sluice.ml.score.Model<Visit, Answer> counting() {
    dev.sluice.ml.score.Model<Visit, Answer> model =
        SmallModel.of(
            SmallModel.with(new Counting((LinearHead) SmallModel.document().head())));
    CALLS.set(0);
    return model;
  }

  private static String plan(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }

  @Test
  void onlyTheColumnsOfTheModelAreRead() {
    String plan =
        plan(
            parquet()
                .score("ads", SmallModel.model())
                .toDataset(spark));

    assertThat(plan)
        .contains(
            "ReadSchema: struct<id:string,site:string,bid:double,history:double,at:timestamp,title:string>");
  }

  @Test
  void whatIsHandedOnButNotTakenIsNotRead() {
    record Score(double probability) {}

    Stage<Score> scores =
        parquet()
            .score("ads", SmallModel.model())
            .select(row(Score::new).of(col(Answer::probability)));

    assertThat(plan(scores.toDataset(spark)))
        .contains(
            "ReadSchema: struct<site:string,bid:double,history:double,at:timestamp,title:string>");
  }

  @Test
  void filtersBeforeItArePushedIntoTheFiles() {
    String plan =
        plan(
            parquet()
                .filter(col(Visit::site).eq("example.org"))
                .score("ads", SmallModel.model())
                .toDataset(spark));

    assertThat(plan).containsPattern("PushedFilters: \\[[^]]*EqualTo\\(site,example.org\\)");
  }

  @Test
  void allCellsOfARowComeFromOneCall() {
    assertThat(visits().score("ads", counting()).collect(spark)).hasSize(200);

    assertThat(CALLS).hasValue(200);
  }

  @Test
  void aFilterBehindItDoesNotComputeTwice() {
    visits().score("ads", counting()).filter(col(Answer::probability).gt(0.0)).collect(spark);

    assertThat(CALLS).hasValue(200);
  }

  @Test
  void itRunsNoJobOfItsOwn() throws TimeoutException {
    Stage<Visit> plain = parquet();
    plain.sink("visits", InMemory.sink(Visit.class));
    Stage<Visit> scored = stored("scored");
    scored.score("ads", SmallModel.model()).sink("scores", InMemory.sink(Answer.class));

    int without = jobs(plain.pipeline());
    assertThat(jobs(scored.pipeline())).isEqualTo(without).isPositive();
  }

  @Test
  void countingReadsNoFurtherColumnAndScoresEachRowOnce() throws TimeoutException {
    Stage<Visit> visits = parquet();
    visits
        .score("ads", counting())
        .filter(col(Answer::probability).gt(0.0))
        .sink("scores", InMemory.sink(Answer.class));
    List<String> plans = new CopyOnWriteArrayList<>();
    QueryExecutionListener listener =
        new QueryExecutionListener() {
          @Override
          public void onSuccess(String name, QueryExecution query, long nanos) {
            plans.add(query.executedPlan().toString());
          }

          @Override
          public void onFailure(String name, QueryExecution query, Exception failure) {}
        };
    spark.listenerManager().register(listener);
    try {
      visits.pipeline().run(spark);
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      spark.listenerManager().unregister(listener);
    }

    assertThat(CALLS).hasValue(200);
    assertThat(plans)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(
            "ReadSchema: struct<id:string,site:string,bid:double,history:double,at:timestamp,title:string>")
        .containsOnlyOnce("passing, [count(1) AS rows");
  }

  private int jobs(Pipeline pipeline) throws TimeoutException {
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            jobs.incrementAndGet();
          }
        };
    spark.sparkContext().addSparkListener(listener);
    try {
      pipeline.run(spark);
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
    return jobs.get();
  }
}
