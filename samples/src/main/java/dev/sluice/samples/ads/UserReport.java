package dev.sluice.samples.ads;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectSet;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.ads.model.AdEvent.CLICK;
import static dev.sluice.samples.ads.model.AdEvent.CONVERSION;
import static dev.sluice.samples.ads.model.AdEvent.IMPRESSION;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.SessionEvent;
import dev.sluice.samples.ads.model.UserActivity;
import dev.sluice.samples.ads.model.UserBehaviour;
import java.time.Duration;

/** How users behave: their sessions, what they saw and did, and the segment that puts them in. */
final class UserReport {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  private UserReport() {}

  static Stage<UserBehaviour> behaviour(Stage<AdEvent> events) {
    return activity(sessions(events))
        .enrich(UserBehaviour.class, set(UserBehaviour::segment).to(Segments.segment()))
        .named("user behaviour");
  }

  // #region sessions
  private static Stage<SessionEvent> sessions(Stage<AdEvent> events) {
    // the id decides among events of one time, so that each run gives the same
    var byTime =
        partitionBy(AdEvent::userId).orderBy(asc(AdEvent::timestamp), asc(AdEvent::eventId));
    var pause =
        col(AdEvent::timestamp).minus(over(byTime, lag(col(AdEvent::timestamp))));
    return events.enrich(
        SessionEvent.class,
        set(SessionEvent::number).to(over(byTime, rowNumber())),
        // before the first event there is no pause
        set(SessionEvent::startsSession).to(pause.gt(LONGEST_PAUSE).orElse(true)));
  }
  // #endregion

  private static Stage<UserActivity> activity(Stage<SessionEvent> events) {
    return events
        .groupBy(SessionEvent::userId)
        .aggregate(row(UserActivity::new).of(
            key(SessionEvent::userId),
            countIf(col(SessionEvent::startsSession)),
            count(),
            countIf(is(IMPRESSION)),
            countIf(is(CLICK)),
            countIf(is(CONVERSION)),
            different(col(SessionEvent::campaignId)),
            different(col(SessionEvent::adId)),
            sum(SessionEvent::cost),
            sum(SessionEvent::revenue),
            ofFirst(col(SessionEvent::deviceType)),
            ofFirst(col(SessionEvent::country)),
            ofFirst(col(SessionEvent::ageGroup)),
            ofFirst(col(SessionEvent::gender))));
  }

  private static BoolExpr<SessionEvent> is(String type) {
    return col(SessionEvent::eventType).eq(type);
  }

  /**
   * What countDistinct gives. For two of these Spark would make three rows of every event and move
   * them once more; a user's sets are small, and a user's events are together already.
   */
  private static LongExpr<Group<SessionEvent>> different(LongExpr<SessionEvent> value) {
    return collectSet(value).size().toLong();
  }

  /** The value in the first event: all others are NULL here, which an aggregate leaves out. */
  private static StrExpr<Group<SessionEvent>> ofFirst(StrExpr<SessionEvent> value) {
    return max(when(col(SessionEvent::number).eq(1)).then(value).orNull());
  }
}
