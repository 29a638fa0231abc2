package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ModelJson;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Segmenting;
import dev.sluice.ml.train.Training;
import dev.sluice.ml.train.TrainingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Models of segments, from features to scores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentingTest {

  record User(String id, double spent, int visits, String plan) {}

  record Segment(String id, int segment, double distance, List<Reason> why) {}

  private static final Features<User> FEATURES =
      Features.of(User.class)
          .number(User::spent).log1p()
          .number(User::visits)
          .category(User::plan);

  private static final int USERS = 3_000;

  private final SparkSession spark = Clicks.spark();
  private final List<User> users =
      IntStream.range(0, USERS).mapToObj(SegmentingTest::user).toList();
  private Model<User, Segment> model;

  @TempDir
  Path folder;

  private static int kind(int number) {
    return number % 6 < 3 ? 0 : number % 6 < 5 ? 1 : 2;
  }

  private static User user(int number) {
    Random random = new Random(number * 7_919L);
    int kind = kind(number);
    return new User(
        "u" + number,
        new double[]{10, 200, 3_000}[kind] * Math.exp(0.2 * random.nextGaussian()),
        new int[]{40, 5, 20}[kind] + (int) Math.round(2 * random.nextGaussian()),
        random.nextInt(50) == 0 ? "team" : new String[]{"free", "free", "pro"}[kind]);
  }

  private static Segmenting<User> segmenting(Stage<User> users) {
    return Ml.model("audience", FEATURES).from(users).segments(2, 5);
  }

  private static Training<User, User, Segment> training(Segmenting<User> segmenting) {
    return segmenting.output(
        o -> row(Segment::new).of(o.in(User::id), o.segment(), o.distance(), o.reasons(2)));
  }

  private static Stage<User> stage(List<User> users) {
    return Pipeline.named("users").source("users", InMemory.rows(User.class, users));
  }

  @BeforeAll
  void train() {
    model = training(segmenting(stage(users))).fit(spark);
  }

  @Test
  void eachRowIsOfTheSegmentOfItsKind() {
    int[] kinds = IntStream.range(0, USERS).map(SegmentingTest::kind).toArray();
    int[] segments = users.stream().mapToInt(user -> model.score(user).segment()).toArray();

    assertThat(AdjustedRand.of(kinds, segments)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aStageGivesWhatPlainJavaGives() {
    List<User> some = users.subList(0, 200);

    List<Segment> scored = stage(some).score("audience", model).collect(spark);

    assertThat(scored)
        .containsExactlyInAnyOrderElementsOf(some.stream().map(model::score).toList());
  }

  @Test
  void theCardSaysWhatEachSegmentIsLike() {
    Card.Segment third = model.card().segments().get(2);

    assertThat(model.card().segments()).hasSize(3);
    assertThat(third.rows()).isCloseTo(USERS / 6, within(5L));
    Card.Trait spent =
        third.traits().stream().filter(trait -> trait.what().equals("spent")).findFirst()
            .orElseThrow();
    assertThat(spent.here()).isCloseTo(3_060, within(100.0));
    assertThat(spent.lift()).isGreaterThan(4);
  }

  @Test
  void theCardSaysWhatWasTried() {
    assertThat(model.card().about())
        .containsEntry("found by", "k-means, 2 to 5 segments, 10 beginnings each")
        .containsEntry("rows", "3,000; of these 0 could not be scored")
        .containsKeys("tried 2 segments", "tried 3 segments", "tried 4 segments",
            "tried 5 segments");
    assertThat(model.card().figures())
        .singleElement()
        .satisfies(figure -> assertThat(figure.value()).isGreaterThan(0.6));
  }

  @Test
  void whatMakesARowUnlikeItsSegmentIsTheReason() {
    User spender = new User("s", 10, 75, "free");

    assertThat(model.score(spender).why().get(0).feature()).isEqualTo("visits");
  }

  @Test
  void aSavedModelIsTheSame() {
    String file = folder.resolve("audience.json").toString();
    model.save(file);

    assertThat(Model.load(file, User.class, Segment.class).document()).isEqualTo(model.document());
  }

  @Test
  void theSameRowsInTheSamePartitionsGiveTheSameBytes() {
    Dataset<Row> parts = stage(users).toDataset(spark).toDF().repartition(8).cache();
    Stage<User> rows = Pipeline.named("users").source("users", Datasets.of(User.class, parts));

    String one = withoutTime(training(segmenting(rows)).fit(spark).document());
    String other = withoutTime(training(segmenting(rows)).fit(spark).document());
    parts.unpersist();

    assertThat(one).isEqualTo(other);
  }

  private static String withoutTime(ModelDocument document) {
    return new String(ModelJson.bytes(document), StandardCharsets.UTF_8)
        .replace(document.created(), "");
  }

  @Test
  void rowsThatAreAllAlikeCannotBeParted() {
    List<User> alike = Collections.nCopies(50, users.get(0));

    assertThatThrownBy(() -> training(segmenting(stage(alike))).fit(spark))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("model 'audience' cannot be trained")
        .hasMessageContaining("fewer than 2 of the rows are different");
  }

  @Test
  void aModelWithoutFeaturesIsRefusedBeforeAnythingRuns() {
    assertThatThrownBy(
        () -> training(Ml.model("audience", Features.of(User.class)).from(stage(users)).segments(3))
            .fit(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("a model needs features");
  }

  @Test
  void numbersThatMakeNoSenseAreRefusedWhereTheyStand() {
    assertThatThrownBy(() -> segmenting(stage(users)).restarts(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ml.model("audience", FEATURES).from(stage(users)).segments(5, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ml.model("audience", FEATURES).from(stage(users)).segments(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
