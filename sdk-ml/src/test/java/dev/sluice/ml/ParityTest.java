package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.AllTypes.Kind;
import dev.sluice.ml.AllTypes.Known;
import dev.sluice.ml.AllTypes.Score;
import dev.sluice.ml.bridge.EncodeCall;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.RecordColumns;
import dev.sluice.ml.spark.Requirements;
import dev.sluice.quality.Rejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Whatever stands in a row, it is scored alike, or rejected alike, in plain Java, in a stage, and by MLlib. */
class ParityTest {

  private static final int ROWS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SparkSession SPARK = Clicks.spark();
  private static final Model<Known, Score> MODEL = AllTypes.model(SPARK);

  @Provide
  Arbitrary<List<Known>> rows() {
    Arbitrary<String> texts =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(AllTypes.TEXTS)),
            Tuple.of(
                2, Arbitraries.strings().withCharRange('\u0001', '\ud7ff').ofMaxLength(12)),
            Tuple.of(
                1, Arbitraries.of("İSTANBUL ΑΣ ǅ", "😀 a", "x".repeat(50_000), " ", "ad a 1")))
            .injectNull(0.1);
    Arbitrary<Double> doubles =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.doubles().between(-1.5, 4)),
            Tuple.of(
                1,
                Arbitraries.of(
                    0.0, -0.0, -1.0, 0.5, 10.0, 1e300, Double.MIN_VALUE, -Double.MAX_VALUE,
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
    Arbitrary<Float> floats =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.floats().between(-0.9f, 1.9f)),
            Tuple.of(
                1, Arbitraries.of(0.1f, -5f, 5f, 5.0000005f, Float.MAX_VALUE, Float.NaN,
                    Float.NEGATIVE_INFINITY)));
    Arbitrary<Long> longs =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.longs().between(-6, 30)),
            Tuple.of(1, Arbitraries.longs()));
    Arbitrary<Integer> ints =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.integers().between(-7, 13)),
            Tuple.of(1, Arbitraries.integers()));
    Arbitrary<BigDecimal> worths =
        Arbitraries.frequencyOf(
            Tuple.of(
                9, Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(1500))
                    .ofScale(18)),
            Tuple.of(
                1, Arbitraries.of(new BigDecimal("99999999999999999999.5"), BigDecimal.TEN)))
            .injectNull(0.1);
    Arbitrary<BigDecimal> prices =
        Arbitraries.longs().between(-9_999_999_999L, 9_999_999_999L)
            .map(cents -> BigDecimal.valueOf(cents, 2)).injectNull(0.1);
    Arbitrary<Instant> moments =
        Arbitraries.frequencyOf(
            Tuple.of(
                4,
                Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L)
                    .flatMap(
                        second -> Arbitraries.of(0, 1_000, 999_999_000)
                            .map(nano -> Instant.ofEpochSecond(second, nano)))),
            Tuple.of(
                1,
                Arbitraries.of(
                    Instant.parse("2026-03-29T00:59:59.999999Z"),
                    Instant.parse("2026-03-29T01:00:00Z"),
                    Instant.parse("2026-10-25T00:30:00Z"),
                    Instant.parse("2026-10-25T01:30:00Z"),
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    Instant.parse("0001-01-01T00:00:00Z"))))
            .injectNull(0.05);
    Arbitrary<Known> known =
        Combinators.combine(
            Combinators.combine(texts, Arbitraries.of(Kind.class).injectNull(0.1), texts)
                .as((text, kind, words) -> new Object[]{text, kind, words}),
            Combinators.combine(longs, longs.injectNull(0.1), ints, ints.injectNull(0.1))
                .as((a, b, c, d) -> new Object[]{a, b, c, d}),
            Combinators.combine(
                Arbitraries.of(true, false), Arbitraries.of(true, false).injectNull(0.2))
                .as((a, b) -> new Object[]{a, b}),
            Combinators.combine(doubles, doubles.injectNull(0.1), floats, floats.injectNull(0.1))
                .as((a, b, c, d) -> new Object[]{a, b, c, d}),
            worths,
            prices,
            moments)
            .as(
                (t, n, b, d, worth, price, at) -> new Known(
                    "", (String) t[0], (Kind) t[1], (long) n[0], (Long) n[1], (int) n[2],
                    (Integer) n[3], (boolean) b[0], (Boolean) b[1], (double) d[0], (Double) d[1],
                    (float) d[2], (Float) d[3], worth, price, at, (String) t[2]));
    return known.list().ofSize(ROWS).map(ParityTest::numbered);
  }

  private static List<Known> numbered(List<Known> rows) {
    List<Known> numbered = new ArrayList<>();
    for (Known k : rows) {
      numbered.add(
          new Known(
              "r" + numbered.size(), k.text(), k.kind(), k.bigId(), k.bigIdOrNull(), k.smallId(),
              k.smallIdOrNull(), k.flag(), k.flagOrNull(), k.amount(), k.amountOrNull(), k.rate(),
              k.rateOrNull(), k.worth(), k.price(), k.at(), k.words()));
    }
    return numbered;
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aStageScoresAndRejectsAsPlainJavaDoes(@ForAll("rows") List<Known> rows)
      throws IOException {
    InMemorySink<Score> scores = InMemory.sink(Score.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    Pipeline pipeline = Pipeline.named("parity");
    pipeline
        .source("rows", InMemory.rows(Known.class, rows))
        .score("all", MODEL)
        .sink("scores", scores);
    pipeline.quarantine(rejected);
    pipeline.run(SPARK);

    Map<String, Score> scored = new HashMap<>();
    scores.rows().forEach(score -> scored.put(score.id(), score));
    Map<String, List<String>> reasons = new HashMap<>();
    for (Rejected row : rejected.rows()) {
      reasons.put(JSON.readTree(row.row()).get("id").asText(), row.reasons());
    }
    assertThat(scored.size() + reasons.size()).isEqualTo(ROWS);
    assertThat(scored.size()).isGreaterThan(ROWS / 20);
    assertThat(reasons.size()).isGreaterThan(ROWS / 20);
    for (Known row : rows) {
      List<String> problems = MODEL.problems(row);
      assertThat(reasons.getOrDefault(row.id(), List.of())).as("%s", row).isEqualTo(problems);
      if (problems.isEmpty()) {
        Score alone = MODEL.score(row);
        Score there = scored.get(row.id());
        assertThat(there.probability()).as("%s", row)
            .isNotNaN()
            .isCloseTo(alone.probability(), within(1e-12));
        assertThat(there).as("%s", row).isEqualTo(alone);
      }
    }
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void itIsWhatMllibItselfComputes(@ForAll("rows") List<Known> rows) {
    Encoder encoder = MODEL.scorer().encoder();
    LinearHead head = (LinearHead) MODEL.document().head();
    LogisticRegressionModel mllib =
        new LogisticRegressionModel("same", Vectors.dense(head.weights()), head.intercept());
    CheckedStage<Known> stage =
        Pipeline.named("parity").source("rows", InMemory.rows(Known.class, rows));
    List<Column> read =
        encoder.signature().columns().stream()
            .filter(column -> column.use() == Signature.Use.FEATURE)
            .map(column -> functions.col(column.name()))
            .toList();
    RecordColumns columns = RecordColumns.of(Known.class, encoder.signature());

    List<Row> encoded =
        stage.toDataset(SPARK)
            .filter(Requirements.all(encoder.requirements()))
            .select(functions.col("id"), EncodeCall.column(encoder, read))
            .collectAsList();

    assertThat(encoded).hasSizeGreaterThan(ROWS / 20);
    for (Row each : encoded) {
      Known row = rows.get(Integer.parseInt(each.getString(0).substring(1)));
      Inputs inputs = columns.of(row);
      Vector vector = each.getAs(1);
      assertThat(vector.toArray()).as("%s", row).isEqualTo(encoder.encoded(inputs));
      assertThat(MODEL.scorer().raw(inputs).value()).as("%s", row)
          .isCloseTo(mllib.predictProbability(vector).apply(1), within(1e-12));
    }
  }
}
