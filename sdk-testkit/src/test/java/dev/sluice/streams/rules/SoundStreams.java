package dev.sluice.streams.rules;

import static dev.sluice.Dsl.approxCountDistinct;
import static dev.sluice.Dsl.approxPercentile;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.median;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.streams.rules.Auction.LUCKY;
import static dev.sluice.streams.rules.Auction.MINUTE;
import static dev.sluice.streams.rules.Auction.TOKEN;
import static dev.sluice.streams.rules.Auction.UPPER;
import static dev.sluice.streams.rules.Auction.out;
import static dev.sluice.streams.rules.TestSink.append;
import static dev.sluice.streams.rules.TestSink.topic;
import static dev.sluice.streams.rules.TestSink.upsert;

import dev.sluice.Stage;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.WriteMode;
import dev.sluice.io.kafka.Kafka;
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
import java.util.Set;

/** Pipelines that are near a mistake and make none, a method each. */
final class SoundStreams {

  private SoundStreams() {}

  // @formatter:off

  static Streaming rowsAsTheyCome(Auction a) {
    a.bids().sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming ephemeral(Auction a) {
    a.bids().sink("bids", append(Bid.class));
    return Streaming.of(a.pipeline).ephemeral();
  }

  static Streaming filtered(Auction a) {
    a.bids().filter(col(Bid::price).gt(1.0)).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming enriched(Auction a) {
    a.bids().enrich(Bid.class, set(Bid::price).to(col(Bid::price).times(2))).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming clean(Auction a) {
    a.bids().clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)).rejectAtMost(10))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming quarantine(Auction a) {
    a.bids().clean("valid", c -> c.require("price", col(Bid::price).gt(0.0))).sink("bids", append(Bid.class));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream();
  }

  static Streaming rejectedRows(Auction a) {
    var valid = a.bids().clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)));
    valid.sink("bids", append(Bid.class));
    valid.rejected().sink("rejected", append(Rejected.class));
    return a.stream();
  }

  static Streaming severalSinks(Auction a) {
    Stage<Bid> bids = a.bids().sink("bids", append(Bid.class));
    bids.filter(col(Bid::price).gt(5.0)).sink("dear", append(Bid.class));
    return a.stream();
  }

  static Streaming eachSinkAlone(Auction a) {
    Stage<Bid> bids = a.bids().sink("bids", append(Bid.class));
    bids.filter(col(Bid::price).gt(5.0)).sink("dear", append(Bid.class));
    return a.stream().eachSinkAlone();
  }

  static Streaming replacedByKey(Auction a) {
    a.bids().sink("bids", upsert(Bid.class, "campaign"));
    return a.stream();
  }

  static Streaming besideOneRowOfATable(Auction a) {
    a.bids()
        .withOne(a.oldBids().limit(1))
        .filter((bid, old) -> bid.col(Bid::price).gt(old.col(Bid::price)))
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming besideOneRowOfATableBeforeDuplicatesGo(Auction a) {
    a.bids()
        .withOne(a.oldBids().limit(1))
        .filter((bid, old) -> bid.col(Bid::price).gt(old.col(Bid::price)))
        .eventTime(Bid::at, MINUTE)
        .dedupe(Bid::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming latestRowOfATable(Auction a) {
    a.bids()
        .asOfJoin(a.oldBids())
        .on(Bid::campaign).equalTo(Bid::campaign)
        .atOrBefore(Bid::price, Bid::price)
        .select((bid, old) -> row(Sold::new).of(bid.col(Bid::campaign), old.col(Bid::price)))
        .sink("sold", append(Sold.class));
    return a.stream();
  }

  static Streaming unpivoted(Auction a) {
    a.bids()
        .unpivot(Bid::price)
        .select((bid, name, price) -> row(Sold::new).of(name, bid.col(Bid::price)))
        .sink("sold", append(Sold.class));
    return a.stream();
  }

  static Streaming twoStreamsTogether(Auction a) {
    a.bids().union(a.moreBids()).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming toAnotherTopic(Auction a) {
    a.pipeline.source("bids", new TestSource.Topic<>(Bid.class, "bids")).sink("dear", topic(Bid.class, "dear"));
    return a.stream();
  }

  static Streaming fedByItselfOnPurpose(Auction a) {
    a.pipeline.source("bids", new TestSource.Topic<>(Bid.class, "bids")).sink("again", topic(Bid.class, "bids"));
    return a.stream().accept("SINK-006");
  }

  static Streaming joinedWithTable(Auction a) {
    sold(a.bids(), a.campaigns(), a);
    return a.stream();
  }

  private static void sold(Stage<Bid> bids, Stage<Campaign> campaigns, Auction a) {
    bids.join(campaigns).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", append(Sold.class));
  }

  static Streaming joinedWithSmallTable(Auction a) {
    sold(a.bids(), a.campaigns().broadcast(), a);
    return a.stream();
  }

  static Streaming joinedWithSortedTable(Auction a) {
    sold(a.bids(), a.campaigns().sort(desc(Campaign::rank)), a);
    return a.stream();
  }

  static Streaming joinedWithTopOfTable(Auction a) {
    sold(a.bids(), a.campaigns().sort(desc(Campaign::rank)).limit(10), a);
    return a.stream();
  }

  static Streaming joinedWithFirstRowsOfTable(Auction a) {
    sold(a.bids(), a.campaigns().keepFirst(desc(Campaign::rank)).per(Campaign::campaign), a);
    return a.stream();
  }

  static Streaming joinedWithDistinctRowsOfTable(Auction a) {
    sold(a.bids(), a.campaigns().distinct(), a);
    return a.stream();
  }

  static Streaming joinedWithTableWithoutDuplicates(Auction a) {
    sold(a.bids(), a.campaigns().dedupe(Campaign::campaign), a);
    return a.stream();
  }

  static Streaming joinedWithSampleOfTable(Auction a) {
    sold(a.bids(), a.campaigns().sample(0.5, 1), a);
    return a.stream();
  }

  static Streaming joinedWithOwnCodeOnTable(Auction a) {
    sold(a.bids(), a.campaigns().transform("mine", Campaign.class, rows -> rows.limit(3)), a);
    return a.stream();
  }

  static Streaming joinedWithQueryOfTable(Auction a) {
    sold(a.bids(), a.campaigns().sql("select * from {stage} order by rank", Campaign.class), a);
    return a.stream();
  }

  static Streaming joinedWithTwoTablesTogether(Auction a) {
    sold(a.bids(), a.campaigns().union(a.campaigns().named("other campaigns")), a);
    return a.stream();
  }

  static Streaming joinedWithNumberedTable(Auction a) {
    a.bids()
        .join(a.campaigns().select(row(Ranked::new).of(
            col(Campaign::campaign),
            over(partitionBy(Campaign::advertiser).orderBy(desc(Campaign::rank)), rowNumber()))))
        .on(Bid::campaign).equalTo(Ranked::campaign)
        .select((b, r) -> row(Total::new).of(b.col(Bid::campaign), r.col(Ranked::place).toLong()))
        .sink("places", append(Total.class));
    return a.stream();
  }

  static Streaming joinedWithGroupsOfTable(Auction a) {
    a.bids()
        .join(a.campaigns().groupBy(Campaign::campaign)
            .aggregate(row(Total::new).of(key(Campaign::campaign), countDistinct(Campaign::advertiser))))
        .on(Bid::campaign).equalTo(Total::campaign)
        .select((b, t) -> row(Total::new).of(b.col(Bid::campaign), t.col(Total::bids)))
        .sink("totals", append(Total.class));
    return a.stream();
  }

  static Streaming limitBeforeDuplicates(Auction a) {
    a.bids()
        .clean("valid", c -> c
            .require("price", col(Bid::price).gt(0.0))
            .rejectAtMost(10))
        .eventTime(Bid::at, MINUTE)
        .dedupe(Bid::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming withOrWithoutRowOfTable(Auction a) {
    a.bids().leftJoin(a.campaigns()).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Campaign::advertiser)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming tableOnTheLeft(Auction a) {
    a.campaigns().rightJoin(a.bids()).on(Campaign::campaign).equalTo(Bid::campaign)
        .select((c, b) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Campaign::advertiser)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming withMatchInTable(Auction a) {
    a.bids().semiJoin(a.campaigns()).on(Bid::campaign).equalTo(Campaign::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming withoutMatchInTable(Auction a) {
    a.bids().antiJoin(a.campaigns()).on(Bid::campaign).equalTo(Campaign::campaign)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming allPairsWithTable(Auction a) {
    a.bids().crossJoin(a.campaigns())
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", append(Sold.class));
    return a.stream();
  }

  static Streaming minutes(Auction a) {
    minutes(a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  private static void minutes(Stage<Minute> minutes) {
    minutes.sink("minutes", append(Minute.class));
  }

  static Streaming slidingMinutes(Auction a) {
    minutes(a.timedBids().window(sliding(MINUTE, Duration.ofSeconds(10))).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  static Streaming sessions(Auction a) {
    minutes(a.timedBids().window(session(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  static Streaming minutesByKey(Auction a) {
    a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("minutes", upsert(Minute.class, "from", "campaign"));
    return a.stream();
  }

  static Streaming minutesOfAll(Auction a) {
    minutes(a.timedBids().window(tumbling(MINUTE))
        .aggregate(row(Minute::new).of(windowStart(), value("all"), count())));
    return a.stream();
  }

  static Streaming groupsOfATime(Auction a) {
    a.timedBids().groupBy(Bid::at, Bid::campaign)
        .aggregate(row(Minute::new).of(key(Bid::at), key(Bid::campaign), count()))
        .sink("minutes", append(Minute.class));
    return a.stream();
  }

  static Streaming minutesWithCondition(Auction a) {
    minutes(a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign).having(count(Bid.class).gt(2))
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  static Streaming filteredMinutes(Auction a) {
    minutes(a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .filter(col(Minute::bids).gt(3)));
    return a.stream();
  }

  static Streaming minutesJoinedWithTable(Auction a) {
    a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .join(a.campaigns()).on(Minute::campaign).equalTo(Campaign::campaign)
        .select((m, c) -> row(Owned::new).of(
            c.col(Campaign::advertiser), m.col(Minute::campaign), m.col(Minute::bids)))
        .sink("owned", append(Owned.class));
    return a.stream();
  }

  static Streaming minutesOfRowsJoinedWithTable(Auction a) {
    minutes(a.timedBids().join(a.campaigns()).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Last::new).of(c.col(Campaign::advertiser).orElse(""), b.col(Bid::at)))
        .timedBy(Last::at).window(tumbling(MINUTE)).groupBy(Last::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Last::campaign), count())));
    return a.stream();
  }

  static Streaming minutesOfTwoStreams(Auction a) {
    minutes(a.timedBids().union(a.moreBids().eventTime(Bid::at, MINUTE))
        .timedBy(Bid::at).window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  static Streaming aboutDistinctValues(Auction a) {
    minutes(a.timedClicks().window(tumbling(MINUTE)).groupBy(Click::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Click::campaign), approxCountDistinct(Click::user))));
    return a.stream();
  }

  static Streaming partsOfMinutesThatStartLater(Auction a) {
    minutes(a.timedBids().window(tumbling(MINUTE).startingAt(Duration.ofSeconds(7))).groupBy(col(Bid::campaign).upper())
        .aggregate(g -> row(Minute::new).of(
            g.windowStart(), g.key(col(Bid::campaign).upper()), g.count().where(col(Bid::price).gt(1.0)))));
    return a.stream();
  }

  static Streaming middleOfMinutes(Auction a) {
    a.timedBids().window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Middle::new).of(key(Bid::campaign), median(Bid::price)))
        .sink("middle", append(Middle.class));
    return a.stream();
  }

  static Streaming aboutTheMiddleOfAll(Auction a) {
    a.bids().groupBy(Bid::campaign)
        .aggregate(row(Middle::new).of(key(Bid::campaign), approxPercentile(Bid::price, 0.5)))
        .sink("middle", upsert(Middle.class, "campaign"));
    return a.stream().accept("STATE-001");
  }

  static Streaming withoutDuplicatesOfWhatIsComputed(Auction a) {
    a.timedBids().dedupe(col(Bid::campaign).upper()).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming withoutDuplicates(Auction a) {
    a.timedBids().dedupe(Bid::campaign).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming withoutEqualRows(Auction a) {
    a.timedBids().distinct().sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming cleanWithoutDuplicates(Auction a) {
    a.timedBids()
        .clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)).dedupe(Bid::campaign))
        .sink("bids", append(Bid.class));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream();
  }

  static Streaming minutesWithoutDuplicates(Auction a) {
    minutes(a.timedBids().dedupe(Bid::campaign).timedBy(Bid::at)
        .window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream();
  }

  static Streaming minutesOfRenamedTime(Auction a) {
    minutes(a.timedBids().select(row(Named::new).of(col(Bid::campaign), col(Bid::at)))
        .timedBy(Named::time).window(tumbling(MINUTE)).groupBy(Named::name)
        .aggregate(row(Minute::new).of(windowStart(), key(Named::name), count())));
    return a.stream();
  }

  static Streaming minutesAndHours(Auction a) {
    var bids = a.timedBids();
    minutes(bids.window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    bids.window(tumbling(Duration.ofHours(1))).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("hours", append(Minute.class));
    return a.stream();
  }

  static Streaming minutesBesideRows(Auction a) {
    var bids = a.bids().clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)));
    bids.sink("bids", append(Bid.class));
    minutes(bids.eventTime(Bid::at, MINUTE).window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream();
  }

  static Streaming pairsWithinMinutes(Auction a) {
    a.timedBids().join(a.timedClicks()).on(Bid::campaign).equalTo(Click::campaign)
        .where((b, c) -> c.col(Click::at).ge(b.col(Bid::at))
            .and(c.col(Click::at).le(b.col(Bid::at).plus(MINUTE))))
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming pairsOfATime(Auction a) {
    a.timedBids().join(a.timedClicks()).on(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming withOrWithoutPairOfATime(Auction a) {
    a.timedBids().filter(col(Bid::at).isNotNull())
        .leftJoin(a.timedClicks()).on(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming withOrWithoutClickSoon(Auction a) {
    a.bids()
        .clean("timed", c -> c.require("has a time", col(Bid::at).isNotNull()))
        .eventTime(Bid::at, MINUTE)
        .leftJoin(a.timedClicks()).on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming timelessRowsHaveNoMatch(Auction a) {
    a.timedBids().join(a.timedClicks()).on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming clicksThatNeverHaveNoTime(Auction a) {
    a.timedBids().filter(col(Bid::at).isNotNull())
        .fullJoin(a.timedClicks().filter(col(Click::at).isNotNull()))
        .on(Bid::campaign).equalTo(Click::campaign)
        .within(Duration.ZERO, MINUTE)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming allPairsOfATime(Auction a) {
    a.timedBids().filter(col(Bid::at).isNotNull()).fullJoin(a.timedClicks().filter(col(Click::at).isNotNull())).on(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Pair::new).of(
            b.col(Bid::campaign).orElse(""), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream();
  }

  static Streaming withMatchOfATime(Auction a) {
    a.timedBids().semiJoin(a.timedClicks()).on(Bid::at).equalTo(Click::at)
        .sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming minutesOfPairs(Auction a) {
    minutes(a.timedBids().join(a.timedClicks()).on(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Last::new).of(c.col(Click::user), b.col(Bid::at)))
        .timedBy(Last::at).window(tumbling(MINUTE)).groupBy(Last::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Last::campaign), count())));
    return a.stream();
  }

  static Streaming totalsOfFewCampaigns(Auction a) {
    a.bids().groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", upsert(Total.class, "campaign"));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalsByRenamedKey(Auction a) {
    a.bids().groupBy(Bid::campaign).aggregate(row(Last::new).of(key(Bid::campaign), max(Bid::at)))
        .select(row(Named::new).of(col(Last::campaign), col(Last::at)))
        .sink("totals", upsert(Named.class, "name"));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalsJoinedWithTable(Auction a) {
    a.bids().groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .join(a.campaigns()).on(Total::campaign).equalTo(Campaign::campaign)
        .select((t, c) -> row(Owned::new).of(
            c.col(Campaign::advertiser).orElse(""), t.col(Total::campaign), t.col(Total::bids)))
        .sink("owned", upsert(Owned.class, "advertiser", "campaign"));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalOfAll(Auction a) {
    a.bids().aggregate(row(Total::new).of(value("all"), count())).sink("total", upsert(Total.class, "campaign"));
    return a.stream();
  }

  static Streaming totalsWithoutDuplicates(Auction a) {
    a.timedClicks().dedupe(Click::campaign, Click::user)
        .groupBy(Click::campaign, Click::user)
        .aggregate(row(Visits::new).of(key(Click::campaign), key(Click::user), count()))
        .sink("visits", upsert(Visits.class, "campaign", "user"));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalsAndMinutesByKey(Auction a) {
    var bids = a.timedBids();
    bids.groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", upsert(Total.class, "campaign"));
    bids.window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("minutes", upsert(Minute.class, "from", "campaign"));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalsBesideMinutes(Auction a) {
    var bids = a.timedBids();
    bids.groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", upsert(Total.class, "campaign"));
    minutes(bids.window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream().accept("STATE-001");
  }

  static Streaming totalsBesidePairs(Auction a) {
    var bids = a.timedBids();
    bids.groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", upsert(Total.class, "campaign"));
    bids.join(a.timedClicks()).on(Bid::at).equalTo(Click::at)
        .select((b, c) -> row(Pair::new).of(b.col(Bid::campaign), b.col(Bid::price), c.col(Click::user)))
        .sink("pairs", append(Pair.class));
    return a.stream().accept("STATE-001");
  }

  static Streaming repeatedEpochsByKey(Auction a) {
    a.bids().sink("bids", new TestSink<>(
        Bid.class, WriteMode.upsert("campaign"), Set.of(), Delivery.AT_LEAST_ONCE));
    return a.stream();
  }

  static Streaming totalsAndMinutesApart(Auction a) {
    var bids = a.timedBids();
    bids.groupBy(Bid::campaign).aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", upsert(Total.class, "campaign"));
    minutes(bids.window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream().accept("STATE-001").eachSinkAlone();
  }

  static Streaming ownFunctionInKey(Auction a) {
    minutes(a.timedBids().select(row(Named::new).of(UPPER.call(col(Bid::campaign)), col(Bid::at)))
        .timedBy(Named::time).window(tumbling(MINUTE)).groupBy(Named::name)
        .aggregate(row(Minute::new).of(windowStart(), key(Named::name), count())));
    return a.stream();
  }

  static Streaming varyingOnPurpose(Auction a) {
    a.bids().select(row(Last::new).of(TOKEN.call(col(Bid::campaign)), col(Bid::at)))
        .sink("last", append(Last.class));
    return a.stream().accept("VALUE-003").strict();
  }

  static Streaming varyingVerdictThatIsJudgedOnce(Auction a) {
    a.bids()
        .clean("valid", c -> c.require("luck", LUCKY.call(col(Bid::campaign)).eq(true)))
        .sink("bids", append(Bid.class));
    a.pipeline.quarantine(append(Rejected.class));
    return a.stream().accept("VALUE-003");
  }

  static Streaming noRowMayBeLateOnPurpose(Auction a) {
    minutes(a.bids().eventTime(Bid::at, Duration.ZERO).window(tumbling(MINUTE)).groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count())));
    return a.stream().accept("TIME-003");
  }

  static Streaming timeThatNobodyNeeds(Auction a) {
    a.timedBids().filter(col(Bid::price).gt(1.0)).sink("bids", append(Bid.class));
    return a.stream();
  }

  static Streaming realTime(Auction a) {
    a.topicOfBids()
        .clean("valid", c -> c.require("price", col(Bid::price).gt(0.0)))
        .join(a.campaigns().readOnce()).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::advertiser), b.col(Bid::price)))
        .sink("sold", out(Sold.class));
    a.pipeline.quarantine(Kafka.topic("dead").bootstrapServers("broker:9092").deadLetters());
    return a.realTime();
  }

  static Streaming realTimeOfTwoTopics(Auction a) {
    Stage<Bid> more =
        a.pipeline.source("more", Kafka.topic("more").bootstrapServers("broker:9092").json(Bid.class));
    a.topicOfBids().union(more).sink("bids", out(Bid.class));
    return a.realTime();
  }

  // @formatter:on
}
