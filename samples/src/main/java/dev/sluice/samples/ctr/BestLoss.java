package dev.sluice.samples.ctr;

import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.model.AdEvent;

/** The log loss of the probabilities by which clicks were generated: no model can be better. */
final class BestLoss {

  /** As the test of the model is about the last fifth. */
  private static final double TRAINS = 0.8;

  private BestLoss() {}

  static double of(AdEvents events, long rows) {
    double sum = 0;
    long counted = 0;
    for (long number = (long) (rows * TRAINS); number < rows; number++) {
      AdEvent event = events.event(number);
      if (!event.eventType().equals(AdEvent.CONVERSION)) {
        double share = events.clickShare(event.campaignId());
        sum -= Math.log(event.eventType().equals(AdEvent.CLICK) ? share : 1 - share);
        counted++;
      }
    }
    return sum / counted;
  }
}
