package dev.sluice.samples.ctr;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.struct;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.Stage;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Split;
import dev.sluice.ml.train.Training;
import dev.sluice.samples.ads.model.AdEvent;
import java.time.Duration;
import java.time.ZoneOffset;

/** The model of clicks: what it is told, and how it is trained. */
public final class CtrModel {

  /** From which probability on an impression is worth a bid. */
  private static final double WORTH = 0.3;

  // #region features
  /** What is told of an impression. */
  static final Features<Impression> FEATURES =
      Features.of(Impression.class)
          .category(Impression::campaign).atLeast(50)
          .category(Impression::device)
          .category(Impression::os)
          .category(Impression::browser)
          .category(Impression::country)
          .category(Impression::ageGroup)
          .category(Impression::gender)
          .number(Impression::bid).log1p().range(0, 1_000)
          .time(Impression::at).hourOfDay(ZoneOffset.UTC).dayOfWeek(ZoneOffset.UTC)
          .watch(Impression::country, Impression::device);
  // #endregion

  private CtrModel() {}

  /** Impressions and clicks, of valid events. */
  static Stage<Shown> shown(Stage<AdEvent> events) {
    return events
        .filter(col(AdEvent::eventType).ne(AdEvent.CONVERSION))
        .select(
            row(Shown::new).of(
                struct(
                    row(Impression::new).of(
                        col(AdEvent::eventId),
                        col(AdEvent::campaignId),
                        col(AdEvent::deviceType),
                        col(AdEvent::os),
                        col(AdEvent::browser),
                        col(AdEvent::country),
                        col(AdEvent::ageGroup),
                        col(AdEvent::gender),
                        col(AdEvent::bidPrice),
                        col(AdEvent::timestamp))),
                col(AdEvent::eventType).eq(AdEvent.CLICK)));
  }

  // #region training
  /** The earlier four fifths train, the later fifth tests. */
  static Training<Shown, Impression, Ctr> training(Stage<Shown> shown) {
    return Ml.model("ctr", FEATURES)
        .from(shown, Shown::impression).label(Shown::clicked)
        .split(Split.byTime(Shown::impression, Impression::at, 0.8, Duration.ofHours(1)))
        .with(logistic().l2(1e-4), logistic().l2(1e-3))
        .output(
            o -> row(Ctr::new).of(
                o.in(Impression::id), o.probability(), o.decision(WORTH), o.reasons(3)));
  }
  // #endregion
}
