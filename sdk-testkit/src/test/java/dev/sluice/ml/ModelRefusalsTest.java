package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.compile.CompiledSnippets;
import dev.sluice.testkit.compile.Snippets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mistakes with features, training and scores that neither javac nor Eclipse compiles. */
class ModelRefusalsTest {

  private static final String PRELUDE =
      """
      import static dev.sluice.Dsl.*;
      import static dev.sluice.ml.train.Learners.*;

      import dev.sluice.*;
      import dev.sluice.ml.*;
      import dev.sluice.ml.feature.*;
      import dev.sluice.ml.model.Reason;
      import dev.sluice.ml.score.Model;
      import dev.sluice.ml.train.*;
      import java.time.*;
      import java.util.List;
      import org.apache.spark.sql.SparkSession;

      record Impression(String id, String site, double bid, Double history, int age, Instant at) {}
      record Click(Impression impression, boolean clicked, double revenue, String reason) {}
      record Visit(String visitor, Instant at) {}
      record Ctr(String id, double probability) {}
      record Decided(String id, boolean show) {}
      record Revenue(String id, double expected) {}
      record Explained(String id, List<Reason> why) {}
      record Segment(String id, int segment, double distance) {}
      record Odd(String id, double score, boolean odd) {}

      class Example {
        void example(Stage<Click> clicks, Stage<Impression> impressions, Stage<Visit> visits,
            Features<Impression> features, BinaryTraining<Click, Impression> binary,
            RegressionTraining<Click, Impression> regression,
            MulticlassTraining<Click, Impression> labels, Model<Impression, Ctr> model,
            Segmenting<Impression> segments, Anomalies<Impression> anomalies,
            org.apache.spark.ml.Transformer fitted,
            Impression one, Visit visit, SparkSession spark) {
          // snippet
        }
      }
      """;

  private static final String SOUND =
      """
      Features<Impression> all = Features.of(Impression.class)
          .category(Impression::site).atLeast(20)
          .number(Impression::bid).log1p()
          .number(Impression::history).nullAsMean()
          .time(Impression::at).hourOfDay(ZoneOffset.UTC)
          .watch(Impression::site);
      Model<Impression, Ctr> ctr = Ml.model("ctr", all)
          .from(clicks, Click::impression).label(Click::clicked)
          .split(Split.byKey(Click::impression, Impression::id, 0.8))
          .weight(Click::revenue)
          .with(logistic()).calibrated()
          .output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability()))
          .fit(spark);
      Stage<Ctr> scored = impressions.score("ctr", ctr);
      Ctr alone = ctr.score(one);
      regression.with(linear())
          .output(o -> row(Revenue::new).of(o.in(Impression::id), o.prediction()));
      Ml.model("audience", all).from(impressions).segments(3, 8).restarts(5)
          .output(o -> row(Segment::new).of(o.in(Impression::id), o.segment(), o.distance()));
      anomalies.expectedShare(0.01)
          .output(o -> row(Odd::new).of(o.in(Impression::id), o.score(), o.isAnomalous()));
      regression.with(boostedTrees(), generalized(Family.gamma()));
      Stage<Ctr> own = impressions.score("own", Ml.mllib(fitted, Ctr.class));
      """;

  /**
   * A mistake.
   *
   * @param title what it is
   * @param line the line that both compilers name
   * @param javac the first words of javac's message
   * @param eclipse the first words of the Eclipse compiler's
   */
  private record Wrong(String title, String code, int line, String javac, String eclipse) {}

  private static Wrong wrong(String title, String code, String javac, String eclipse) {
    return new Wrong(title, code, 1, javac, eclipse);
  }

  private static final List<Wrong> WRONG =
      List.of(
          wrong("The label as a feature",
              "features.bool(Click::clicked);",
              "no suitable method found for bool(Click::clicked)",
              "The method bool("),
          wrong("What became known afterwards as a feature",
              "features.number(Click::revenue);",
              "no suitable method found for number(Click::revenue)",
              "The method number("),
          wrong("A text that became known afterwards as a feature",
              "features.category(Click::reason);",
              "no suitable method found for category(Click::reason)",
              "The method category("),
          wrong("A number that can be NULL, without a rule",
              "Features<Impression> more = features.number(Impression::history);",
              "incompatible types: NullableNumber<Impression> cannot be converted",
              "Type mismatch: cannot convert from NullableNumber<Impression>"),
          wrong("The next feature before the rule for NULL",
              "features.number(Impression::history).number(Impression::bid);",
              "cannot find symbol",
              "The method number("),
          wrong("A text as a number",
              "features.number(Impression::site);",
              "no suitable method found for number(Impression::site)",
              "The method number("),
          wrong("A time as a number",
              "features.number(Impression::at);",
              "no suitable method found for number(Impression::at)",
              "The method number("),
          wrong("A price as a category",
              "features.category(Impression::bid);",
              "no suitable method found for category(Impression::bid)",
              "The method category("),
          wrong("A number as true or false",
              "features.bool(Impression::bid);",
              "no suitable method found for bool(Impression::bid)",
              "The method bool("),
          wrong("The logarithm of a category",
              "features.category(Impression::site).log1p();",
              "cannot find symbol",
              "The method log1p() is undefined"),
          wrong("A least count of a number",
              "features.number(Impression::bid).atLeast(20);",
              "cannot find symbol",
              "The method atLeast(int) is undefined"),
          wrong("The hour of a text",
              "features.time(Impression::site);",
              "incompatible types",
              "The method time("),
          wrong("The hour of a number",
              "features.number(Impression::bid).hourOfDay(ZoneOffset.UTC);",
              "cannot find symbol",
              "The method hourOfDay(ZoneOffset) is undefined"),
          wrong("The words of a number",
              "features.words(Impression::bid);",
              "incompatible types",
              "The method words("),
          wrong("A cross with a number",
              "features.cross(Impression::site, Impression::bid);",
              "incompatible types",
              "The method cross("),
          wrong("A number as what is watched",
              "features.watch(Impression::bid);",
              "method watch in class Features<T> cannot be applied",
              "The method watch("),
          wrong("A feature of another record",
              "features.category(Visit::visitor);",
              "no suitable method found for category(Visit::visitor)",
              "The method category("),
          wrong("Features of another record than what is known",
              "Ml.model(\"ctr\", Features.of(Visit.class)).from(clicks, Click::impression);",
              "incompatible types",
              "The method from("),
          wrong("A label of the record that is scored",
              "Ml.model(\"ctr\", features).from(clicks, Click::impression).label(Impression::bid);",
              "no suitable method found for label(Impression::bid)",
              "The method label("),
          wrong("A split by a key of another record",
              "binary.split(Split.byKey(Visit::visitor, 0.8));",
              "incompatible types",
              "The method split(Split<Click>)"),
          wrong("A split by the time of a text",
              "binary.split(Split.byTime(Click::reason, 0.8, Duration.ZERO));",
              "no suitable method found for byTime(Click::reason,double,Duration)",
              "The method byTime("),
          wrong("A weight that is a text",
              "binary.weight(Click::reason);",
              "incompatible types",
              "The method weight("),
          wrong("A regression for true and false",
              "binary.with(linear());",
              "method with in class BinaryTraining<C,T> cannot be applied",
              "The method with("),
          wrong("What learns numbers, for texts",
              "labels.with(linear());",
              "method with in class MulticlassTraining<C,T> cannot be applied",
              "The method with("),
          wrong("What learns labels, for a number",
              "regression.with(logistic());",
              "method with in class RegressionTraining<C,T> cannot be applied",
              "The method with("),
          wrong("A number that is calibrated",
              "regression.calibrated();",
              "cannot find symbol",
              "The method calibrated() is undefined"),
          wrong("Numbers in balance",
              "regression.balanced();",
              "cannot find symbol",
              "The method balanced() is undefined"),
          wrong("A probability of a number",
              "regression.output(o -> row(Revenue::new).of(o.in(Impression::id), o.probability()));",
              "cannot find symbol",
              "The method probability() is undefined"),
          wrong("A segment of a number",
              "regression.output(o -> row(Revenue::new).of(o.in(Impression::id), o.segment()));",
              "cannot find symbol",
              "The method segment() is undefined"),
          wrong("A prediction of true and false",
              "binary.output(o -> row(Ctr::new).of(o.in(Impression::id), o.prediction()));",
              "cannot find symbol",
              "The method prediction() is undefined"),
          wrong("A probability where a decision belongs",
              "binary.output(o -> row(Decided::new).of(o.in(Impression::id), o.probability()));",
              "method of in class Rows.Row2<T1,T2,R> cannot be applied",
              "The method of("),
          wrong("A decision where the reasons belong",
              "binary.output(o -> row(Explained::new).of(o.in(Impression::id), o.decision(0.5)));",
              "method of in class Rows.Row2<T1,T2,R> cannot be applied",
              "The method of("),
          wrong("Outputs in another order",
              "binary.output(o -> row(Ctr::new).of(o.probability(), o.in(Impression::id)));",
              "method of in class Rows.Row2<T1,T2,R> cannot be applied",
              "The method of("),
          wrong("An output too few",
              "binary.output(o -> row(Ctr::new).of(o.in(Impression::id)));",
              "method of in class Rows.Row2<T1,T2,R> cannot be applied",
              "The method of("),
          wrong("An output too many",
              "binary.output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability(), o.decision(0.5)));",
              "method of in class Rows.Row2<T1,T2,R> cannot be applied",
              "The method of("),
          wrong("What is handed on of another record",
              "binary.output(o -> row(Ctr::new).of(o.in(Visit::visitor), o.probability()));",
              "incompatible types",
              "The method in("),
          wrong("The outcome handed on",
              "binary.output(o -> row(Ctr::new).of(o.in(Click::reason), o.probability()));",
              "incompatible types",
              "The method in("),
          wrong("A calculation with a score in the output",
              "binary.output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability().times(2.0)));",
              "cannot find symbol",
              "The method times("),
          wrong("A model for a stage of another record",
              "visits.score(\"ctr\", model);",
              "method score in class Stage<T> cannot be applied",
              "The method score("),
          wrong("A model for a row of another record",
              "model.score(visit);",
              "incompatible types: Visit cannot be converted to Impression",
              "The method score(Impression)"),
          wrong("Scores taken for another record",
              "Stage<Revenue> scored = impressions.score(\"ctr\", model);",
              "incompatible types",
              "Type mismatch"),
          wrong("A model loaded for one record and used for another",
              "Model.load(\"ctr.json\", Visit.class, Ctr.class).score(one);",
              "incompatible types: Impression cannot be converted to Visit",
              "The method score(Visit)"),
          wrong("A model loaded as another",
              "Model<Impression, Ctr> other = Model.load(\"ctr.json\", Impression.class, Revenue.class);",
              "incompatible types",
              "Type mismatch"),
          wrong("A training without an output",
              "binary.with(logistic()).fit(spark);",
              "cannot find symbol",
              "The method fit("),
          wrong("Boosted trees of several labels",
              "labels.with(boostedTrees());",
              "method with in class MulticlassTraining<C,T> cannot be applied",
              "The method with("),
          wrong("Boosted trees of several labels among others",
              "labels.with(logistic(), boostedTrees());",
              "method with in class MulticlassTraining<C,T> cannot be applied",
              "The method with("),
          wrong("A family of numbers for true and false",
              "binary.with(generalized(Family.poisson()));",
              "method with in class BinaryTraining<C,T> cannot be applied",
              "The method with("),
          wrong("Segments by a label",
              "segments.label(Click::clicked);",
              "cannot find symbol",
              "The method label("),
          wrong("Segments of rows that have a label",
              "Ml.model(\"s\", features).from(clicks, Click::impression).segments(3);",
              "cannot find symbol",
              "The method segments("),
          wrong("Segments of another record",
              "Ml.model(\"s\", features).from(visits).segments(3);",
              "no suitable method found for from(Stage<Visit>)",
              "The method from("),
          wrong("A part of the rows that tests segments",
              "segments.split(Split.random(0.8));",
              "cannot find symbol",
              "The method split("),
          wrong("What learns labels, for segments",
              "segments.with(randomForest());",
              "cannot find symbol",
              "The method with("),
          wrong("A share of segments that is unusual",
              "segments.expectedShare(0.1);",
              "cannot find symbol",
              "The method expectedShare("),
          wrong("A probability of a segment",
              "segments.output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability()));",
              "cannot find symbol",
              "The method probability() is undefined"),
          wrong("A distance where the number of a segment belongs",
              "segments.output(o -> row(Segment::new).of(o.in(Impression::id), o.distance(), o.segment()));",
              "method of in class Rows.Row3<T1,T2,T3,R> cannot be applied",
              "The method of("),
          wrong("Segments without an output",
              "segments.fit(spark);",
              "cannot find symbol",
              "The method fit("),
          wrong("Anomalies by a label",
              "anomalies.label(Click::clicked);",
              "cannot find symbol",
              "The method label("),
          wrong("Anomalies of rows that have a label",
              "Ml.model(\"a\", features).from(clicks, Click::impression).anomalies();",
              "cannot find symbol",
              "The method anomalies("),
          wrong("What learns labels, for anomalies",
              "anomalies.with(randomForest());",
              "cannot find symbol",
              "The method with("),
          wrong("Beginnings of anomalies",
              "anomalies.restarts(3);",
              "cannot find symbol",
              "The method restarts("),
          wrong("A segment of what is unusual",
              "anomalies.output(o -> row(Segment::new).of(o.in(Impression::id), o.segment(), o.score()));",
              "cannot find symbol",
              "The method segment() is undefined"),
          wrong("A threshold of one's own of what is unusual",
              "anomalies.output(o -> row(Odd::new).of(o.in(Impression::id), o.score(), o.decision(0.5)));",
              "cannot find symbol",
              "The method decision("),
          wrong("What is unusual, calibrated",
              "anomalies.calibrated();",
              "cannot find symbol",
              "The method calibrated() is undefined"),
          wrong("What is handed on of another record than that of anomalies",
              "anomalies.output(o -> row(Odd::new).of(o.in(Visit::visitor), o.score(), o.isAnomalous()));",
              "incompatible types",
              "The method in("),
          wrong("Anomalies without an output",
              "anomalies.fit(spark);",
              "cannot find symbol",
              "The method fit("),
          wrong("What MLlib has not fitted yet, as a stage",
              "impressions.score(\"own\", Ml.mllib(new org.apache.spark.ml.classification.LogisticRegression(), Ctr.class));",
              "no suitable method found for mllib(LogisticRegression,Class<Ctr>)",
              "The method mllib("),
          wrong("What MLlib makes, taken for another record",
              "Stage<Revenue> own = impressions.score(\"own\", Ml.mllib(fitted, Ctr.class));",
              "incompatible types",
              "Type mismatch"));

  private static CompiledSnippets compiled;

  @BeforeAll
  static void compile() {
    Snippets snippets = Snippets.in(PRELUDE).add("sound", SOUND);
    for (Wrong each : WRONG) {
      snippets = snippets.add(each.title(), each.code());
    }
    compiled = snippets.compile();
  }

  @Test
  void theSameWithoutMistakesCompiles() {
    compiled.assertThat("sound").compiles();
  }

  @Test
  void thereAreMoreThanSixtyKinds() {
    assertThat(WRONG).hasSizeGreaterThan(60);
  }

  @TestFactory
  Stream<DynamicTest> doesNotCompile() {
    return WRONG.stream()
        .map(
            each -> DynamicTest.dynamicTest(
                each.title(),
                () -> compiled
                    .assertThat(each.title())
                    .doesNotCompile(each.javac())
                    .atLine(each.line())
                    .withEclipseMessageStarting(each.eclipse())));
  }
}
