package dev.sluice.streams.rules;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.median;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.streaming.run.Trigger.realTime;
import static dev.sluice.streams.rules.Auction.CLOCK;
import static dev.sluice.streams.rules.Auction.LUCKY;
import static dev.sluice.streams.rules.Auction.MINUTE;
import static dev.sluice.streams.rules.Auction.TOKEN;
import static dev.sluice.streams.rules.Auction.UPPER;
import static dev.sluice.streams.rules.Auction.out;
import static dev.sluice.streams.rules.TestSink.append;
import static dev.sluice.streams.rules.TestSink.overwrite;
import static dev.sluice.streams.rules.TestSink.repeating;
import static dev.sluice.streams.rules.TestSink.topic;
import static dev.sluice.streams.rules.TestSink.upsert;

import dev.sluice.Stage;
import dev.sluice.connect.WriteMode;
import dev.sluice.io.file.Files;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.streaming.Streaming;
import dev.sluice.streams.rules.Auction.Bid;
import dev.sluice.streams.rules.Auction.Campaign;
import dev.sluice.streams.rules.Auction.Click;
import dev.sluice.streams.rules.Auction.Last;
import dev.sluice.streams.rules.Auction.Middle;
import dev.sluice.streams.rules.Auction.Minute;
import dev.sluice.streams.rules.Auction.Named;
import dev.sluice.streams.rules.Auction.Owned;
import dev.sluice.streams.rules.Auction.Pair;
import dev.sluice.streams.rules.Auction.Ranked;
import dev.sluice.streams.rules.Auction.Sold;
import dev.sluice.streams.rules.Auction.Total;
import dev.sluice.streams.rules.Auction.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pipelines with a mistake, a method each. A comment at the end of a line names what has to be found
 * there, once for each time; nothing else may be. {@code REFUSED} is a refusal without a code.
 */
final class DoubtfulStreams {

  private DoubtfulStreams() {}

  // @formatter:off

  static Streaming noCheckpoints(Auction a) {
    a.bids().sink("bids", append(Bid.class));
    return Streaming.of(a.pipeline);                                      // CKPT-013
  }

  static Streaming nothingIsFollowed(Auction a) {
    a.pipeline.source("bids", InMemory.rows(Bid.class, List.of()))        // SOURCE-001
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming wholeResults(Auction a) {
    a.bids().sink("bids", new TestSink.Whole<>(Bid.class));               // SINK-001
    return a.stream();
  }

  static Streaming oneOfTwoSinksTakesWholeResults(Auction a) {
    Stage<Bid> bids = a.bids().sink("bids", append(Bid.class));
    bids.filter(col(Bid::price).gt(1.0))
        .sink("dear", new TestSink.Whole<>(Bid.class));                   // SINK-001
    return a.stream();
  }

  static Streaming quarantineOfWholeResults(Auction a) {
    a.bids().clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)))
        .sink("bids", append(Bid.class));
    a.pipeline.quarantine(new TestSink.Whole<>(Rejected.class));          // SINK-001
    return a.stream();
  }

  static Streaming sinkOfTable(Auction a) {
    a.bids().sink("bids", append(Bid.class));
    a.campaigns().sink("campaigns", append(Campaign.class));              // SINK-002
    return a.stream();
  }

  static Streaming sinkOfGroupsOfTable(Auction a) {
    a.bids().sink("bids", append(Bid.class));
    a.oldBids()
        .groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", append(Total.class));                             // SINK-002
    return a.stream();
  }

  static Streaming overwritten(Auction a) {
    a.bids().sink("bids", overwrite(Bid.class));                          // SINK-003
    return a.stream();
  }

  static Streaming created(Auction a) {
    a.bids().sink("bids",                                                 // SINK-003
        new TestSink<>(Bid.class, WriteMode.create(), Set.of()));
    return a.stream();
  }

  static Streaming filesThatAreReplaced(Auction a) {
    a.bids().sink("bids",                                                 // SINK-003
        Files.parquet(Bid.class, "/data/bids").overwrite());
    return a.stream();
  }

  static Streaming repeatedEpochsAreThereTwice(Auction a) {
    a.bids().sink("bids", repeating(Bid.class));                          // SINK-004
    return a.stream();
  }

  static Streaming keptInMemory(Auction a) {
    a.bids().sink("bids", InMemory.sink(Bid.class));                      // SINK-005
    return a.stream();
  }

  static Streaming topicWithAnEnd(Auction a) {
    a.pipeline.source("bids", a.topic()                                   // SOURCE-002
        .maxOffsetsPerTrigger(100).until(Instant.EPOCH))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming topicAtOnce(Auction a) {
    a.pipeline.source("bids", a.topic())                                  // SOURCE-003
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming topicThatMayLose(Auction a) {
    a.pipeline.source("bids", a.topic()                                   // SOURCE-003 SOURCE-003
        .failOnDataLoss(false))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming topicOfOneGroup(Auction a) {
    a.pipeline.source("bids", Kafka.topic("bids")                         // SOURCE-003
        .bootstrapServers("broker:9092").property("group.id", "mine")
        .json(Bid.class).maxOffsetsPerTrigger(100))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming fedByItself(Auction a) {
    a.pipeline.source("bids", new TestSource.Topic<>(Bid.class, "bids"))
        .sink("again", topic(Bid.class, "bids"));                         // SINK-006
    return a.stream();
  }

  static Streaming fedByItselfByWayOfOthers(Auction a) {
    a.pipeline.source("bids", new TestSource.Topic<>(Bid.class, "bids"))
        .union(a.moreBids())
        .filter(col(Bid::price).gt(1.0))
        .sink("again", topic(Bid.class, "bids"));                         // SINK-006
    return a.stream();
  }

  static Streaming twoSinksAtOnePlace(Auction a) {
    a.bids()
        .sink("bids", topic(Bid.class, "out"))
        .sink("too", topic(Bid.class, "out"));                            // REFUSED
    return a.stream();
  }

  static Streaming groupsAreAppended(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // TIME-001
        .sink("totals", append(Total.class));
    return a.stream();
  }

  static Streaming groupsWithTimeButWithoutWindowAreAppended(Auction a) {
    a.timedBids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // TIME-001
        .sink("totals", append(Total.class));
    return a.stream();
  }

  static Streaming oneGroupOfAllIsAppended(Auction a) {
    a.bids()
        .aggregate(row(Total::new).of(value("all"), count()))               // TIME-001
        .sink("totals", append(Total.class));
    return a.stream();
  }

  static Streaming groupsJoinedWithTableAreAppended(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // TIME-001
        .join(a.campaigns()).on(Total::campaign).equalTo(Campaign::campaign)
        .select((t, c) -> row(Owned::new).of(
            c.col(Campaign::advertiser), t.col(Total::campaign), t.col(Total::bids)))
        .sink("owned", append(Owned.class));
    return a.stream();
  }

  static Streaming groupsAreReplacedAndAppended(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // TIME-001
        .sink("replaced", upsert(Total.class, "campaign"))
        .sink("appended", append(Total.class));
    return a.stream();
  }

  static Streaming filteredGroupsAreAppended(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // TIME-001
        .filter(col(Total::bids).gt(9))                                   // STATE-004
        .sink("totals", append(Total.class));
    return a.stream();
  }

  static Streaming keyLacksOneOfTheGroups(Auction a) {
    a.clicks()
        .groupBy(Click::campaign, Click::user)
        .aggregate(row(Visits::new).of(                                   // STATE-001
            key(Click::campaign), key(Click::user), count()))
        .sink("visits", upsert(Visits.class, "campaign"));                // SINK-007
    return a.stream();
  }

  static Streaming keyHasWhatChanges(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .sink("totals", upsert(Total.class, "campaign", "bids"));         // SINK-007
    return a.stream();
  }

  static Streaming keyIsComputedOfThatOfTheGroups(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .select(row(Total::new).of(col(Total::campaign).lower(), col(Total::bids)))
        .sink("totals", upsert(Total.class, "campaign"));                 // SINK-007
    return a.stream();
  }

  static Streaming keyIsThatOfTheTable(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .join(a.campaigns()).on(Total::campaign).equalTo(Campaign::campaign)
        .select((t, c) -> row(Owned::new).of(
            c.col(Campaign::advertiser).orElse(""), t.col(Total::campaign), t.col(Total::bids)))
        .sink("owned", upsert(Owned.class, "advertiser"));                // SINK-007
    return a.stream();
  }

  static Streaming groupsForEver(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming twiceGroupsForEver(Auction a) {
    Stage<Click> clicks = a.clicks();
    clicks.groupBy(Click::campaign)
        .aggregate(row(Total::new).of(key(Click::campaign), count()))     // STATE-001
        .sink("totals", upsert(Total.class, "campaign"));
    clicks.groupBy(Click::campaign, Click::user)
        .aggregate(row(Visits::new).of(                                   // STATE-001
            key(Click::campaign), key(Click::user), count()))
        .sink("visits", upsert(Visits.class, "campaign", "user"));
    return a.stream();
  }

  static Streaming filteredGroups(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .filter(col(Total::bids).lt(9))                                   // STATE-004
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming groupsWithCondition(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .having(count(Bid.class).lt(9))
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001 STATE-004
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming timeBehindGroups(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Last::new).of(key(Bid::campaign), max(Bid::at)))   // STATE-001
        .eventTime(Last::at, MINUTE)                                      // TIME-002
        .sink("last", upsert(Last.class, "campaign"));
    return a.stream();
  }

  static Streaming timeTwice(Auction a) {
    a.timedBids()
        .filter(col(Bid::price).gt(1.0))
        .eventTime(Bid::at, Duration.ofHours(1))                          // TIME-002
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming timeBehindWindows(Auction a) {
    a.timedBids()
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .eventTime(Minute::from, MINUTE)                                  // TIME-002
        .window(tumbling(Duration.ofHours(1))).groupBy(Minute::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Minute::campaign), count()))
        .sink("hours", append(Minute.class));
    return a.stream();
  }

  static Streaming noRowMayBeLate(Auction a) {
    a.bids()
        .eventTime(Bid::at, Duration.ZERO)                                // TIME-003
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming noDuplicateMayBeLate(Auction a) {
    a.bids()
        .eventTime(Bid::at, Duration.ZERO)                                // TIME-003
        .dedupe(Bid::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming timeByTheClock(Auction a) {
    a.bids()
        .select(row(Named::new).of(
            col(Bid::campaign), CLOCK.call(col(Bid::at))))                // VALUE-003
        .eventTime(Named::time, MINUTE)                                   // TIME-004
        .dedupe(Named::name)
        .sink("names", append(Named.class));
    return a.stream();
  }

  static Streaming groupsOfGroups(Auction a) {
    a.clicks()
        .groupBy(Click::campaign, Click::user)
        .aggregate(row(Visits::new).of(                                   // STATE-001
            key(Click::campaign), key(Click::user), count()))
        .groupBy(Visits::campaign)
        .aggregate(row(Total::new).of(key(Visits::campaign), count()))    // STATE-001 STATE-002
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming windowsThenGroups(Auction a) {
    a.timedBids()
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .groupBy(Minute::campaign)
        .aggregate(row(Total::new).of(key(Minute::campaign), count()))    // STATE-001 STATE-002
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming duplicatesOfGroups(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .dedupe(Total::campaign)                                          // STATE-002 STATE-005
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming windowsTogetherWithGroups(Auction a) {
    var bids = a.timedBids();
    var minutes = bids.window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()));      // STATE-003
    bids.groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .union(minutes)
        .sink("totals", upsert(Total.class, "campaign"));                 // SINK-007
    return a.stream();
  }

  static Streaming sessionsTogetherWithGroups(Auction a) {
    var bids = a.timedBids();
    var sessions = bids.window(session(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()));      // STATE-003
    bids.groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))       // STATE-001
        .union(sessions)
        .sink("totals", upsert(Total.class, "campaign"));                 // SINK-007
    return a.stream();
  }

  static Streaming groupsOfJoinedStreams(Auction a) {
    a.timedBids().join(a.timedClicks())                                   // STATE-003
        .on(Bid::campaign).equalTo(Click::campaign)
        .and(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Visits::new).of(
            b.col(Bid::campaign), c.col(Click::user), value(1L)))
        .groupBy(Visits::campaign)
        .aggregate(row(Total::new).of(key(Visits::campaign), count()))    // STATE-001
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming duplicatesForEver(Auction a) {
    a.bids()
        .dedupe(Bid::campaign)                                            // STATE-005
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming equalRowsForEver(Auction a) {
    a.bids()
        .distinct()                                                       // STATE-005
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming duplicatesOfCleanRowsForEver(Auction a) {
    a.bids()
        .clean("valid", c -> c
            .require("price", col(Bid::price).gt(0.0))
            .dedupe(Bid::campaign))                                       // STATE-005
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming duplicatesWhoseTimeIsLost(Auction a) {
    a.timedBids()
        .select(row(Last::new).of(col(Bid::campaign), col(Bid::at).plus(MINUTE)))
        .dedupe(Last::campaign)                                           // STATE-005
        .sink("last", append(Last.class));
    return a.stream();
  }

  static Streaming streamsJoinedForEver(Auction a) {
    a.bids().join(a.clicks())                                             // JOIN-001
        .on(Bid::campaign).equalTo(Click::campaign)
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming timedStreamsJoinedForEver(Auction a) {
    a.timedBids().leftJoin(a.timedClicks())                               // JOIN-001 JOIN-005
        .on(Bid::campaign).equalTo(Click::campaign)
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming streamsJoinedWithOneBound(Auction a) {
    a.timedBids().join(a.timedClicks())                                   // JOIN-001
        .on(Bid::campaign).equalTo(Click::campaign)
        .where((b, c) -> c.col(Click::at).ge(b.col(Bid::at)))
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming allPairsOfStreams(Auction a) {
    a.timedBids().crossJoin(a.timedClicks())                              // JOIN-001
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming matchesOfStreamsForEver(Auction a) {
    a.timedBids().semiJoin(a.clicks())                                    // JOIN-001
        .on(Bid::campaign).equalTo(Click::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming tableWithoutMatches(Auction a) {
    a.campaigns().leftJoin(a.bids())                                      // JOIN-002
        .on(Campaign::campaign).equalTo(Bid::campaign)
        .select((c, b) -> row(Pair::new).of(
            c.col(Campaign::campaign), b.col(Bid::price), c.col(Campaign::advertiser)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming tableWithoutMatchesOnTheRight(Auction a) {
    a.bids().rightJoin(a.campaigns())                                     // JOIN-002
        .on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Pair::new).of(
            c.col(Campaign::campaign), b.col(Bid::price), c.col(Campaign::advertiser)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming bothWithoutMatches(Auction a) {
    a.bids().fullJoin(a.campaigns())                                      // JOIN-002
        .on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Pair::new).of(
            c.col(Campaign::campaign), b.col(Bid::price), c.col(Campaign::advertiser)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming tableWithMatches(Auction a) {
    a.campaigns().semiJoin(a.bids())                                      // JOIN-002
        .on(Campaign::campaign).equalTo(Bid::campaign)
        .sink("campaigns", append(Campaign.class));
    return a.stream();
  }

  static Streaming tableWithoutAnyMatch(Auction a) {
    a.campaigns().antiJoin(a.bids())                                      // JOIN-002
        .on(Campaign::campaign).equalTo(Bid::campaign)
        .sink("campaigns", append(Campaign.class));
    return a.stream();
  }

  static Streaming streamWithoutMatch(Auction a) {
    a.timedBids().antiJoin(a.timedClicks())                               // JOIN-003 JOIN-005
        .on(Bid::at).equalTo(Click::at)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming bidsWithoutTimeWaitForClicks(Auction a) {
    a.timedBids().leftJoin(a.timedClicks())                               // JOIN-005
        .on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming clicksWithoutTimeWaitForBids(Auction a) {
    a.timedBids().filter(col(Bid::at).isNotNull()).fullJoin(a.timedClicks()) // JOIN-005
        .on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming bidsWithoutTimeWaitForNoClick(Auction a) {
    a.timedBids().antiJoin(a.timedClicks())                               // JOIN-005
        .on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming sorted(Auction a) {
    a.bids()
        .sort(desc(Bid::price))                                           // ROWS-001
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming sortedWindows(Auction a) {
    a.timedBids()
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sort(desc(Minute::bids))                                         // ROWS-001
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming limited(Auction a) {
    a.bids()
        .limit(10)                                                        // ROWS-002
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming topTen(Auction a) {
    a.bids()
        .sort(desc(Bid::price))                                           // ROWS-001
        .limit(10)                                                        // ROWS-002
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming firstOfEach(Auction a) {
    a.timedBids()
        .keepFirst(desc(Bid::price)).per(Bid::campaign)                   // ROWS-003
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming firstOfEachCleanRow(Auction a) {
    a.timedBids()
        .clean("valid", c -> c
            .keepFirst(desc(Bid::price)).per(Bid::campaign))              // ROWS-003
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming numbered(Auction a) {
    a.bids()
        .select(row(Ranked::new).of(
            col(Bid::campaign),
            over(partitionBy(Bid::campaign).orderBy(desc(Bid::price)),    // ROWS-004
                rowNumber())))
        .sink("ranked", append(Ranked.class));
    return a.stream();
  }

  static Streaming highestSoFar(Auction a) {
    a.bids()
        .enrich(Bid.class, set(Bid::price).to(
            over(partitionBy(Bid::campaign), max(Bid::price)).orElse(0.0))) // ROWS-004
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming distinctValuesOfWindows(Auction a) {
    a.timedClicks()
        .window(tumbling(MINUTE)).groupBy(Click::campaign)
        .aggregate(row(Minute::new).of(
            windowStart(), key(Click::campaign),
            countDistinct(Click::user)))                                  // ROWS-005
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming distinctValuesOfGroups(Auction a) {
    a.clicks()
        .groupBy(Click::campaign)
        .aggregate(row(Total::new).of(                                    // STATE-001
            key(Click::campaign),
            countDistinct(Click::user)))                                  // ROWS-005
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming rankedGroups(Auction a) {
    a.timedClicks()
        .window(tumbling(MINUTE)).groupBy(Click::campaign)
        .aggregate(g -> row(Minute::new).of(
            g.windowStart(), g.key(Click::campaign),
            over(orderBy(desc(g.count())), rowNumber()).toLong()))        // ROWS-004
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming middleOfAllValues(Auction a) {
    a.bids()
        .groupBy(Bid::campaign)
        .aggregate(row(Middle::new).of(                                   // STATE-001
            key(Bid::campaign),
            median(Bid::price)))                                          // STATE-006
        .sink("middle", upsert(Middle.class, "campaign"));
    return a.stream();
  }

  static Streaming totalsOfGroupsThatEnd(Auction a) {
    a.timedBids()
        .rollup(Bid::at, Bid::campaign)
        .aggregate(g -> row(Last::new).of(                                // TIME-001
            g.key(Bid::campaign), g.key(Bid::at)))
        .sink("last", append(Last.class));
    return a.stream();
  }

  static Streaming sampled(Auction a) {
    a.bids()
        .sample(0.1, 7)                                                   // ROWS-006
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming sampledByKey(Auction a) {
    a.bids()
        .sampleBy(Bid::campaign, Map.of("a", 0.1), 7)                     // ROWS-006
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming dealtOut(Auction a) {
    a.bids()
        .randomSplit(7, 0.8, 0.2).get(0)                                  // ROWS-006
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming withoutRowsOfTable(Auction a) {
    a.bids()
        .except(a.oldBids())                                              // ROWS-010
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming rowsOfBothStreams(Auction a) {
    a.bids()
        .intersectAll(a.moreBids())                                       // ROWS-010
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming besideOneRowOfAStream(Auction a) {
    a.oldBids()
        .withOne(a.bids())                                                // ROWS-011
        .filter((old, bid) -> old.col(Bid::price).gt(bid.col(Bid::price)))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming latestRowOfAStream(Auction a) {
    a.bids()
        .asOfJoin(a.moreBids())                                           // ROWS-011
        .on(Bid::campaign).equalTo(Bid::campaign)
        .atOrBefore(Bid::price, Bid::price)
        .select((bid, other) -> row(Sold::new).of(
            bid.col(Bid::campaign), other.col(Bid::price)))
        .sink("sold", append(Sold.class));
    return a.stream();
  }

  static Streaming latestRowOfATableBeforeWindows(Auction a) {
    a.bids()
        .asOfJoin(a.oldBids())                                            // JOIN-006
        .on(Bid::campaign).equalTo(Bid::campaign)
        .atOrBefore(Bid::at, Bid::at)
        .enrich(Bid.class,
            (bid, old) -> set(Bid::campaign).to(bid.col(Bid::campaign)),
            (bid, old) -> set(Bid::price).to(old.col(Bid::price)),
            (bid, old) -> set(Bid::at).to(bid.col(Bid::at)))
        .eventTime(Bid::at, MINUTE)
        .dedupe(Bid::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming togetherWithTable(Auction a) {
    a.bids()
        .union(a.oldBids())                                               // ROWS-007
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming quarantineOfTable(Auction a) {
    a.bids()
        .clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)))
        .join(a.pipeline.source(                                          // ROWS-008
            "campaigns", new TestSource.Texts<>(Campaign.class)))
        .on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", append(Sold.class));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream();
  }

  static Streaming keyOfGroupsVaries(Auction a) {
    a.timedBids()
        .select(row(Named::new).of(
            TOKEN.call(col(Bid::campaign)), col(Bid::at)))                // VALUE-003
        .timedBy(Named::time).window(tumbling(MINUTE))
        .groupBy(Named::name)                                             // VALUE-001
        .aggregate(row(Minute::new).of(windowStart(), key(Named::name), count()))
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming keyOfDuplicatesVaries(Auction a) {
    a.timedBids()
        .select(row(Named::new).of(
            TOKEN.call(col(Bid::campaign)), col(Bid::at)))                // VALUE-003
        .dedupe(Named::name)                                              // VALUE-001
        .sink("names", append(Named.class));
    return a.stream();
  }

  static Streaming keyOfTheTargetVaries(Auction a) {
    a.bids()
        .select(row(Last::new).of(
            TOKEN.call(col(Bid::campaign)), col(Bid::at)))     // VALUE-003
        .sink("last", upsert(Last.class, "campaign"));                    // VALUE-001
    return a.stream();
  }

  static Streaming verdictVaries(Auction a) {
    a.bids()
        .clean("valid", c -> c.require("luck",
            LUCKY.call(col(Bid::campaign)).eq(true)))                // VALUE-002 VALUE-003
        .eventTime(Bid::at, MINUTE)
        .dedupe(Bid::campaign)
        .sink("bids", append(Bid.class));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream();
  }

  static Streaming valueVaries(Auction a) {
    a.bids()
        .select(row(Last::new).of(
            TOKEN.call(col(Bid::campaign)), col(Bid::at)))                // VALUE-003
        .sink("last", append(Last.class));
    return a.stream();
  }

  static Streaming ownCode(Auction a) {
    a.bids()
        .transform("mine", Bid.class, rows -> rows)                       // CODE-001
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming ownQuery(Auction a) {
    a.bids()
        .sql("select * from {stage}", Bid.class)                          // CODE-001
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming severalMistakes(Auction a) {
    a.bids()
        .dedupe(Bid::campaign)                                            // STATE-005
        .select(row(Last::new).of(UPPER.call(col(Bid::campaign)), col(Bid::at)))
        .limit(3)                                                         // ROWS-002
        .sink("last", overwrite(Last.class));                             // SINK-003
    a.clicks().sink("clicks", new TestSink.Whole<>(Click.class));         // SINK-001
    return a.stream();
  }

  static Streaming realTimeWithShortInterval(Auction a) {
    a.topicOfBids().sink("bids", out(Bid.class));
    return Streaming.of(a.pipeline).checkpoints("target/never-written")   // RTM-002
        .trigger(realTime(Duration.ofSeconds(1))).accept("SINK-004", "SOURCE-003");
  }

  static Streaming realTimeOfOtherSource(Auction a) {
    a.pipeline.source("bids", new TestSource.Topic<>(Bid.class, "bids"))  // RTM-003
        .sink("bids", out(Bid.class));
    return a.realTime();
  }

  static Streaming realTimeIntoEpochs(Auction a) {
    a.topicOfBids().sink("bids", append(Bid.class));                      // RTM-004
    return a.realTime();
  }

  static Streaming realTimeQuarantineIntoEpochs(Auction a) {
    a.topicOfBids().sink("bids", out(Bid.class));
    a.pipeline.quarantine(append(Rejected.class));                        // RTM-004
    return a.realTime();
  }

  static Streaming realTimeWithNumbersOfEpochs(Auction a) {
    a.topicOfBids().sink("bids", out(Bid.class).stampingEpochs());        // RTM-004
    return a.realTime();
  }

  static Streaming realTimeWithMemory(Auction a) {
    a.topicOfBids().eventTime(Bid::at, MINUTE)
        .dedupe(Bid::campaign)                                            // RTM-005
        .sink("bids", out(Bid.class));
    return a.realTime();
  }

  static Streaming realTimeWithItself(Auction a) {
    Stage<Bid> bids = a.topicOfBids();
    bids.filter(col(Bid::price).gt(1.0)).union(bids.filter(col(Bid::price).lt(0.5)))
        .sink("bids", out(Bid.class));                                    // RTM-006
    return a.realTime();
  }

  static Streaming realTimeWithLookup(Auction a) {
    a.topicOfBids()
        .lookup(new TestSource.Store<>(Campaign.class)).on(Bid::campaign) // RTM-007
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", out(Sold.class));
    return a.realTime();
  }

  static Streaming realTimeWithoutKey(Auction a) {
    a.topicOfBids().crossJoin(a.campaigns())                              // RTM-008
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", out(Sold.class));
    return a.realTime();
  }

  static Streaming realTimeWithLimitOfRejected(Auction a) {
    a.topicOfBids()
        .clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)).rejectAtMost(3))  // RTM-009
        .sink("bids", out(Bid.class));
    return a.realTime();
  }

  static Streaming realTimeWithVaryingVerdict(Auction a) {
    a.topicOfBids()
        .clean("valid", c -> c.require("luck",
            LUCKY.call(col(Bid::campaign)).eq(true)))                     // RTM-010
        .sink("bids", out(Bid.class));
    a.pipeline.quarantine(Kafka.topic("dead").bootstrapServers("broker:9092").deadLetters());
    return a.realTime().accept("VALUE-003");
  }

  static Streaming realTimeWithRejectsOfTable(Auction a) {
    Stage<Campaign> campaigns =
        a.pipeline.source("campaigns", new TestSource.Texts<>(Campaign.class));  // RTM-013 ROWS-008
    a.topicOfBids().join(campaigns).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", out(Sold.class));
    a.pipeline.quarantine(Kafka.topic("dead").bootstrapServers("broker:9092").deadLetters());
    return a.realTime();
  }

  static Streaming realTimeWithAgeOfTable(Auction a) {
    a.topicOfBids().join(a.campaigns().refreshEvery(MINUTE))              // RTM-011
        .on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", out(Sold.class));
    return a.realTime();
  }

  // @formatter:on
}
