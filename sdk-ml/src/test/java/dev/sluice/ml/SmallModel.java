package dev.sluice.ml;

import dev.sluice.ml.evaluate.Profiles;
import dev.sluice.ml.model.BucketEncoding;
import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.CategoryEncoding;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.CrossEncoding;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.Golden;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.Levels;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.ProfileCounts;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Column;
import dev.sluice.ml.model.Signature.Use;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.model.TextEncoding;
import dev.sluice.ml.model.TimeEncoding;
import dev.sluice.ml.score.Model;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A model as it could have been trained, written down. */
public final class SmallModel {

  /** A row. */
  public record Visit(
      String id, String site, double bid, Double history, Instant at, String title) {}

  /** What is said of it. */
  public record Answer(String id, double probability, boolean show, List<Reason> why) {}

  private static final List<Encoding> ENCODINGS =
      List.of(
          new CategoryEncoding(
              "site", new LevelTable(levels("example.org", "example.net"), levels("rare.org"))),
          new NumberEncoding(
              "bid", true, 0.5, 0.8, 0, 100, NumberEncoding.Nulls.NONE, 0),
          new NumberEncoding(
              "history", false, 0.4, 0.2, -1, 2, NumberEncoding.Nulls.VALUE_AND_FLAG, 0),
          new BucketEncoding("bid", new double[]{0.1, 1, 10}),
          new TimeEncoding("at", TimeEncoding.Part.HOUR, ZoneId.of("Europe/Berlin")),
          new TextEncoding("title", 16),
          new CrossEncoding(
              "site",
              "title",
              new LevelTable(levels(CrossEncoding.pair("example.org", "an ad")), levels())));

  private SmallModel() {}

  private static Levels levels(String... names) {
    return new Levels(List.of(names));
  }

  /** The document. */
  public static ModelDocument document() {
    double[] weights = new double[ENCODINGS.stream().mapToInt(Encoding::width).sum()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.sin(i * 1.3) / 2;
    }
    return with(new LinearHead(LinearHead.Link.LOGISTIC, -0.7, weights));
  }

  /** The same with another head for as many slots. */
  public static ModelDocument with(Head head) {
    ModelDocument plain =
        new ModelDocument(
            ModelDocument.FORMAT,
            "ads",
            "2026-05-01T00:00:00Z",
            Task.BINARY,
            new Signature(
                "Visit",
                List.of(
                    new Column("site", "String", true, Use.FEATURE),
                    new Column("bid", "double", false, Use.FEATURE),
                    new Column("history", "Double", true, Use.FEATURE),
                    new Column("at", "Instant", true, Use.FEATURE),
                    new Column("title", "String", true, Use.FEATURE),
                    new Column("id", "String", true, Use.CARRIED))),
            ENCODINGS,
            head,
            List.of(),
            new Calibration.Points(new double[]{0, 0.4, 1}, new double[]{0, 0.3, 1}),
            List.of(
                new Cell.Carried("id"),
                new Cell.Value(),
                new Cell.Decision(0.3),
                new Cell.Reasons(3)),
            card(),
            List.of());
    Scorer scorer = new Scorer(plain);
    List<Golden> golden = new ArrayList<>();
    for (List<String> inputs : List.of(
        Arrays.asList("example.org", "1.5", "0.25", "1767225600000000", "an ad", null),
        Arrays.asList("elsewhere", "0.0", null, "1767261600000000", "two words", null),
        Arrays.asList(null, "99.5", "1.5", null, null, null))) {
      Golden row = new Golden(inputs, 0, 0);
      golden.add(new Golden(inputs, scorer.of(row.asInputs()).value(), 0));
    }
    return plain.with(golden);
  }

  private static Card card() {
    List<Visit> visits = visits(1_000);
    return Card.EMPTY
        .withAbout(Map.of("seed", "42"))
        .withProfiles(
            List.of(
                Profiles.ofLevels("site", visits.stream().map(Visit::site).toList(), 3),
                Profiles.ofNumbers("bid", visits.stream().mapToDouble(Visit::bid).toArray()),
                Profiles.ofNumbers(
                    "history",
                    visits.stream()
                        .mapToDouble(v -> v.history() == null ? Double.NaN : v.history())
                        .toArray())))
        .withScores(
            List.of(
                Profiles.ofNumbers(
                    ProfileCounts.SCORE,
                    IntStream.range(0, 1_000).mapToDouble(i -> i / 1e3).toArray())));
  }

  /** The model. */
  public static Model<Visit, Answer> model() {
    return of(document());
  }

  /** The model that a document is. */
  public static Model<Visit, Answer> of(ModelDocument document) {
    return Model.of(document, Visit.class, Answer.class, "memory");
  }

  /** Rows, all different, of which each can be scored. */
  public static List<Visit> visits(int count) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      visits.add(
          new Visit(
              "v" + i,
              i % 3 == 0 ? "example.org" : "site" + i,
              i % 90,
              i % 4 == 0 ? null : (i % 20) / 10.0,
              Instant.ofEpochSecond(1_767_225_600L + 3_571L * i),
              i % 2 == 0 ? "an ad" : "words of ad " + i));
    }
    return visits;
  }
}
