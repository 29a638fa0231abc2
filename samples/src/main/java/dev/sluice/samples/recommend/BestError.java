package dev.sluice.samples.recommend;

import java.util.List;

/** The error of whoever knows the tastes by which the events were generated: no recommender can be better. */
final class BestError {

  private BestError() {}

  static double of(Tastes tastes, List<Response> responses) {
    return Math.sqrt(
        responses.stream()
            .mapToDouble(
                response -> Math.pow(
                    response.liking() - tastes.expected(response.userId(), response.adId()), 2))
            .average()
            .orElse(0));
  }
}
