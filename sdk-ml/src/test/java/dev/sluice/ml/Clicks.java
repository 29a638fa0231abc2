package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.train.BinaryTraining;
import dev.sluice.ml.train.Split;
import dev.sluice.ml.train.Training;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** Clicks on ads, of which it is known how likely each was. */
public final class Clicks {

  public enum Device {
    PHONE, TABLET, DESKTOP
  }

  public record Impression(
      String id,
      String site,
      Device device,
      boolean returning,
      double bid,
      int age,
      Double history,
      Instant at) {}

  public record Click(Impression impression, boolean clicked, double truth) {}

  public record Ctr(String id, double probability, boolean show, List<Reason> why) {}

  public static final Features<Impression> FEATURES =
      Features.of(Impression.class)
          .category(Impression::site).atLeast(20).maxLevels(1_000)
          .category(Impression::device)
          .bool(Impression::returning)
          .number(Impression::bid).log1p()
          .number(Impression::age).range(13, 120)
          .number(Impression::history).nullAsMeanAndFlag()
          .time(Impression::at).hourOfDay(ZoneOffset.UTC);

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private Clicks() {}

  public static SparkSession spark() {
    return Sessions.embedded("sdk-ml").master("local[2]").getOrCreate();
  }

  public static List<Click> of(int rows, long seed) {
    Random random = new Random(seed);
    List<Click> clicks = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      clicks.add(click(i, random));
    }
    return clicks;
  }

  private static Click click(int number, Random random) {
    int site = (int) Math.floor(Math.pow(random.nextDouble(), 2) * 40);
    Device device = Device.values()[random.nextInt(3)];
    boolean returning = random.nextInt(4) == 0;
    double bid = Math.exp(random.nextGaussian());
    int age = 13 + random.nextInt(70);
    Double history = random.nextInt(5) == 0 ? null : random.nextDouble();
    Instant at = START.plusSeconds(random.nextInt(30 * 86_400));
    double logOdds =
        -1.5
            + Math.sin(site * 1.7)
            + (device == Device.PHONE ? 0.4 : -0.2)
            + (returning ? 0.8 : 0)
            + 0.5 * (Math.log1p(bid) - 0.8)
            - 0.01 * (age - 45)
            + (history == null ? -0.3 : 1.5 * (history - 0.5));
    double truth = 1 / (1 + Math.exp(-logOdds));
    Impression impression =
        new Impression(
            "i" + number, "site" + site, device, returning, bid, age, history, at);
    return new Click(impression, random.nextDouble() < truth, truth);
  }

  public static CheckedStage<Click> stage(List<Click> clicks) {
    return Pipeline.named("clicks").source("clicks", InMemory.rows(Click.class, clicks));
  }

  public static BinaryTraining<Click, Impression> training(List<Click> clicks) {
    return Ml.model("ctr", FEATURES)
        .from(stage(clicks), Click::impression).label(Click::clicked)
        .split(Split.byKey(Click::impression, Impression::id, 0.8))
        .with(logistic().l2(1e-4));
  }

  public static Training<Click, Impression, Ctr> ctr(List<Click> clicks) {
    return training(clicks)
        .output(
            o -> row(Ctr::new).of(
                o.in(Impression::id), o.probability(), o.decision(0.3), o.reasons(3)));
  }
}
