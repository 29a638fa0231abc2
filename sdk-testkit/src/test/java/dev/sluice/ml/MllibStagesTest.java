package dev.sluice.ml;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows through what MLlib itself has made. */
@SparkTest
class MllibStagesTest {

  record Seen(String site, double price, double label) {}

  // #region records
  record Visit(String id, String site, double price, Double age, List<Double> taste) {}

  record Risk(String id, double prediction, List<Double> probability) {}
  // #endregion

  record Halves(String id, double half) {}

  private static PipelineModel model;

  @BeforeAll
  static void fit(SparkSession spark) {
    List<Seen> seen =
        IntStream.range(0, 60).mapToObj(i -> new Seen("s" + i % 3, i % 7, i % 2)).toList();
    Stage<Seen> rows = Pipeline.named("seen").source("seen", InMemory.rows(Seen.class, seen));
    model =
        new org.apache.spark.ml.Pipeline()
            .setStages(
                new PipelineStage[]{
                    new StringIndexer()
                        .setInputCol("site")
                        .setOutputCol("place")
                        .setHandleInvalid("keep"),
                    new VectorAssembler()
                        .setInputCols(new String[]{"place", "price"})
                        .setOutputCol("features"),
                    new LogisticRegression().setMaxIter(5)})
            .fit(rows.toDataset(spark));
  }

  private static Visit visit(int number) {
    return new Visit(
        "v" + number,
        "s" + number % 4,
        number,
        number % 2 == 0 ? null : 1.0 * number,
        List.of(0.5 * number, 1.0));
  }

  private static List<Visit> visits() {
    return IntStream.range(0, 8).mapToObj(MllibStagesTest::visit).toList();
  }

  private static List<String> problems(Stage<?> stage) {
    try {
      stage.toDataset(SparkSession.active());
      return List.of();
    } catch (PipelineException refused) {
      return refused.problems().stream().map(Problem::message).toList();
    }
  }

  @Test
  void areWhatTheTransformerMakesOfThem(SparkKit kit) {
    Stage<Visit> visits = kit.rows(Visit.class, visits());

    // #region stage
    Stage<Risk> risks = visits.score("risk", Ml.mllib(model, Risk.class));
    // #endregion

    assertThat(risks.collect(kit.spark()))
        .isEqualTo(
            model.transform(visits.toDataset(kit.spark())).collectAsList().stream()
                .map(
                    row -> new Risk(
                        row.getAs("id"),
                        row.getAs("prediction"),
                        doubles(row.getAs("probability"))))
                .toList());
  }

  private static List<Double> doubles(Vector vector) {
    return Arrays.stream(vector.toArray()).boxed().toList();
  }

  @Test
  void areTheSameWhereTheModelWasSaved(SparkKit kit) throws IOException {
    model.write().save(kit.path("risk"));
    Stage<Visit> visits = kit.rows(Visit.class, visits());

    SparkSession spark = kit.spark();
    String path = kit.path("risk");
    // #region saved
    Stage<Risk> risks = visits.score("risk", Ml.mllib(spark, path, Risk.class));
    // #endregion

    assertThat(risks.collect(spark))
        .isEqualTo(visits.score("risk", Ml.mllib(model, Risk.class)).collect(kit.spark()));
  }

  @Test
  void areTheSameInBatchAndStream(SparkKit kit) {
    Pipeline pipeline = Pipeline.named("visits");
    pipeline.source("visits", StreamInput.of(Visit.class))
        .score("risk", Ml.mllib(model, Risk.class))
        .sink("risks", InMemory.sink(Risk.class));

    kit.sameInBatchAndStream(pipeline).rows("visits", visits()).splits(2).check();
  }

  @Test
  void giveListsOfNumbersAsVectors(SparkKit kit) {
    Transformer half =
        new LogisticRegressionModel("half", Vectors.dense(0, 0), 0).setFeaturesCol("taste");

    assertThat(kit.rows(Visit.class, visit(1)).score("half", Ml.mllib(half, Risk.class)))
        .hasRows(new Risk("v1", 0, List.of(0.5, 0.5)));
  }

  @Test
  void mayComeOfAQueryThatOnlySparkUnderstands(SparkKit kit) {
    Transformer query =
        new SQLTransformer().setStatement("SELECT id, price / 2 AS half FROM __THIS__");

    assertThat(kit.rows(Visit.class, visit(3)).score("half", Ml.mllib(query, Halves.class)))
        .hasRows(new Halves("v3", 1.5));
  }

  record Wrong(String idd, int prediction, double probability, String age) {}

  @Test
  void areRefusedWithAllThatDoesNotFit(SparkKit kit) {
    assertThat(problems(kit.rows(Visit.class).score("risk", Ml.mllib(model, Wrong.class))))
        .containsExactly(
            "column \"probability\" is a vector, and Wrong.probability is double: declare it as List<Double>",
            "column \"prediction\" is DOUBLE as the transformer gives it, but Wrong.prediction needs INT: change the component's type, and convert in the pipeline",
            "column \"age\" is DOUBLE as the transformer gives it, but Wrong.age needs STRING: change the component's type, and convert in the pipeline",
            "column \"idd\" (STRING) of Wrong.idd is missing; did you mean \"id\"? Then rename the component or add @ColumnName(\"id\"): the transformer gives id, site, price, age, taste, place, features, prediction, rawPrediction, probability");
  }

  record Stranger(String id, String place, String prize, String site) {}

  @Test
  void areRefusedWithEveryColumnThatTheTransformersDoNotFind(SparkKit kit) {
    assertThat(problems(kit.rows(Stranger.class).score("risk", Ml.mllib(model, Risk.class))))
        .containsExactly(
            "StringIndexerModel refuses: Output column place already exists.",
            "VectorAssembler reads column \"price\", which Stranger does not have; did you mean \"prize\"? Name the component so, or add @ColumnName(\"price\")");
  }

  record Aged(String id, double grown) {}

  @Test
  void areRefusedWhereANullWouldEndTheRun(SparkKit kit) {
    Transformer groups =
        new Bucketizer()
            .setInputCol("age")
            .setOutputCol("grown")
            .setSplits(new double[]{Double.NEGATIVE_INFINITY, 4, Double.POSITIVE_INFINITY});
    Stage<Visit> visits = kit.rows(Visit.class, visits());

    assertThat(problems(visits.score("grown", Ml.mllib(groups, Aged.class))))
        .containsExactly(
            "column \"age\" can be NULL, and Bucketizer ends the run at one: fill it or require it before, declare it as a primitive, or let the transformer skip or keep such rows (handleInvalid), if it can");
    assertThat(
        visits.filter(col(Visit::age).isNotNull()).score("grown", Ml.mllib(groups, Aged.class)))
        .hasRows(new Aged("v1", 0), new Aged("v3", 0), new Aged("v5", 1), new Aged("v7", 1));
  }

  record Priced(String id, double price, double filled) {}

  record Boxed(String id, double age) {}

  @Test
  void areRefusedWhereANullWouldGoIntoAPrimitive(SparkKit kit) {
    Stage<Visit> visits = kit.rows(Visit.class, visits());
    Transformer imputed =
        new Imputer()
            .setInputCol("age")
            .setOutputCol("filled")
            .fit(visits.toDataset(kit.spark()));

    assertThat(problems(visits.score("filled", Ml.mllib(imputed, Boxed.class))))
        .containsExactly(
            "column \"age\" can be NULL, and Boxed.age is a primitive double: declare it as Double");
    assertThat(visits.limit(1).score("filled", Ml.mllib(imputed, Priced.class)))
        .hasRows(new Priced("v0", 0, 4));
  }

  @Test
  void areRefusedByValidateWithoutSpark() {
    Pipeline pipeline = Pipeline.named("visits");
    Transformer words = new Tokenizer().setInputCol("price").setOutputCol("words");
    pipeline.source("visits", InMemory.rows(Visit.class, List.of()))
        .score("words", Ml.mllib(words, Halves.class))
        .sink("halves", InMemory.sink(Halves.class));

    assertThatThrownBy(pipeline::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("stage 'words' (MllibStagesTest.java:")
        .hasMessageContaining("Tokenizer refuses: Input type must be string type but got double")
        .hasMessageContaining("column \"half\" (DOUBLE) of Halves.half is missing");
  }

  @Test
  void areNoneOfWhatWasSavedBeforeItWasFitted(SparkKit kit) throws IOException {
    new LogisticRegression().write().save(kit.path("unfitted"));

    assertThatThrownBy(() -> Ml.mllib(kit.spark(), kit.path("unfitted"), Risk.class))
        .isInstanceOf(BadModelException.class)
        .hasMessageEndingWith(
            "unfitted: a LogisticRegression was saved there, which learns and cannot transform: fit it, and save the model that fit(…) returns");
  }

  @Test
  void areNoneOfAPathWhereNothingIs(SparkKit kit) {
    assertThatThrownBy(() -> Ml.mllib(kit.spark(), kit.path("nothing"), Risk.class))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(
            "nothing: MLlib has saved nothing there: give the path of model.write().save(path)");
  }
}
