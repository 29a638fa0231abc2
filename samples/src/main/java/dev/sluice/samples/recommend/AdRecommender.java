package dev.sluice.samples.recommend;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import dev.sluice.ml.Ml;
import dev.sluice.ml.recommend.RecommenderTraining;
import dev.sluice.samples.ads.model.AdEvent;

/** The recommender of ads: what it learns from, and how. */
final class AdRecommender {

  private AdRecommender() {}

  /** How users have responded to ads, of valid events. An ad that was shown and not clicked is an answer too. */
  static Stage<Response> responses(Stage<AdEvent> events) {
    var type = col(AdEvent::eventType);
    return events
        .groupBy(AdEvent::userId, AdEvent::adId)
        .aggregate(row(Response::new).of(
            key(AdEvent::userId),
            key(AdEvent::adId),
            avg(
                when(type.eq(AdEvent.CONVERSION)).then(2.0)
                    .when(type.eq(AdEvent.CLICK)).then(1.0)
                    .otherwise(0.0))))
        .named("responses");
  }

  // #region training
  /** Tastes are weak beside the noise of a click or none: a regularization of 0.25, as unless set, would draw them to nothing. */
  static RecommenderTraining<Response, Long, Long> training(Stage<Response> responses, int rank) {
    return Ml.recommender("ads", responses)
        .user(Response::userId).item(Response::adId).rating(Response::liking)
        .rank(rank).regularization(0.03)
        .splitAtRandom(0.2);
  }
  // #endregion
}
