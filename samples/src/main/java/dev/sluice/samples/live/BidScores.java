package dev.sluice.samples.live;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.struct;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.Stage;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Split;
import dev.sluice.ml.train.Training;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.live.model.Answer;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.Offer;
import dev.sluice.samples.live.model.ScoredBid;
import java.time.Duration;
import java.time.ZoneOffset;

/** How likely the ad of a bid is clicked: learned from events of the past, told of bids as they come. */
final class BidScores {

  private static final double WORTH = 0.3;
  private static final double DEAREST = 20;

  private static final Features<Offer> FEATURES =
      Features.of(Offer.class)
          .category(Offer::campaign).atLeast(50)
          .category(Offer::device)
          .number(Offer::price).log1p().range(0, DEAREST)
          .time(Offer::at).hourOfDay(ZoneOffset.UTC);

  private BidScores() {}

  /** The model, of impressions and clicks of the past. */
  static Training<Answer, Offer, ScoredBid> training(Stage<AdEvent> events) {
    return Ml.model("click", FEATURES)
        .from(answers(events), Answer::offer).label(Answer::clicked)
        .split(Split.byTime(Answer::offer, Offer::at, 0.8, Duration.ofHours(1)))
        .with(logistic().l2(1e-4))
        .output(
            o -> row(ScoredBid::new).of(
                o.in(Offer::bidId),
                o.in(Offer::campaign),
                o.in(Offer::price),
                o.probability(),
                o.decision(WORTH)));
  }

  private static Stage<Answer> answers(Stage<AdEvent> events) {
    return events
        .filter(col(AdEvent::eventType).ne(AdEvent.CONVERSION))
        .select(
            row(Answer::new).of(
                struct(
                    row(Offer::new).of(
                        col(AdEvent::eventId),
                        col(AdEvent::campaignId),
                        col(AdEvent::deviceType),
                        col(AdEvent::bidPrice),
                        col(AdEvent::timestamp))),
                col(AdEvent::eventType).eq(AdEvent.CLICK)));
  }

  // #region score
  /** The score of each bid; those that are far too dear to be meant are rejected. */
  static Stage<ScoredBid> scored(Stage<Bid> bids, Model<Offer, ScoredBid> model) {
    return bids
        .select(
            row(Offer::new).of(
                col(Bid::bidId),
                col(Bid::campaignId),
                col(Bid::deviceType),
                col(Bid::bidPrice),
                col(Bid::timestamp)))
        .score("click", model);
  }
  // #endregion
}
