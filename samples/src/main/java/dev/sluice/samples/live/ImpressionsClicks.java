package dev.sluice.samples.live;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.live.model.Attributed;
import dev.sluice.samples.live.model.Click;
import dev.sluice.samples.live.model.Impression;
import java.time.Duration;

/** Ads that were shown, each with its click if there was one within five minutes. */
final class ImpressionsClicks {

  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private ImpressionsClicks() {}

  /** One without a click comes out when none can come any more; both may be five minutes late. */
  static Stage<Attributed> attributed(Stage<Impression> impressions, Stage<Click> clicks) {
    return impressions
        .clean("timed impressions", c -> c.require("has a time", col(Impression::at).isNotNull()))
        .eventTime(Impression::at, LATE)
        .leftJoin(clicks.eventTime(Click::at, LATE)).on(Impression::uuid).equalTo(Click::uuid)
        .within(Duration.ZERO, LONGEST)
        .select((impression, click) -> row(Attributed::new).of(
            impression.col(Impression::uuid),
            impression.col(Impression::campaign),
            impression.col(Impression::at),
            click.col(Click::at)));
  }
}
