package dev.sluice.streams;

import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a stream joins that does not come in epochs: tables, and stores that are asked by key. */
@SparkTest
@Timeout(120)
class StaticSidesTest {

  record Bid(String campaign, Instant at) {}

  record Campaign(String campaign, String owner) {}

  record Sold(String owner, Instant at) {}

  record Minute(Instant from, String owner, long bids) {}

  /** A table whose owner changes each time it is read. */
  private static final class Changing implements BoundedSource<Campaign> {

    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public Class<Campaign> type() {
      return Campaign.class;
    }

    @Override
    public String description() {
      return "a table that changes";
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return RecordRows.dataset(
          spark, List.of(new Campaign("a", "owner " + reads.incrementAndGet())), Campaign.class);
    }
  }

  /** A store that has an owner for every campaign. */
  record Owners() implements LookupStore<String, Campaign> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<Campaign> type() {
      return Campaign.class;
    }

    @Override
    public String description() {
      return "owners";
    }

    @Override
    public LookupSession<String, Campaign> open() {
      return keys -> CompletableFuture.completedFuture(
          keys.stream().collect(Collectors.toMap(k -> k, k -> new Campaign(k, "owner of " + k))));
    }
  }

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final StreamInput<Bid> input = StreamInput.of(Bid.class);
  private final Pipeline pipeline = Pipeline.named("auction");
  private final Changing table = new Changing();

  @TempDir
  Path checkpoints;

  private static Bid bid(int second) {
    return new Bid("a", START.plusSeconds(second));
  }

  private TimedStage<Bid> bids() {
    return pipeline.source("bids", input).eventTime(Bid::at, Duration.ofSeconds(10));
  }

  private static Stage<Sold> sold(Stage<Bid> bids, Stage<Campaign> campaigns) {
    return bids.join(campaigns).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::owner), b.col(Bid::at)));
  }

  private static Stage<Minute> minutes(Stage<Sold> sold) {
    return sold.timedBy(Sold::at)
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Sold::owner)
        .aggregate(row(Minute::new).of(windowStart(), key(Sold::owner), count()));
  }

  private void runInTwoEpochs(SparkSession spark) {
    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      input.add(bid(0));
      run.processAllAvailable();
      input.add(bid(90));
      run.processAllAvailable();
    }
  }

  private static List<String> owners(Delivered<Sold> sold) {
    return sold.rows().stream().map(Sold::owner).toList();
  }

  @Test
  void aTableIsReadInEachEpoch(SparkSession spark) {
    Delivered<Sold> sold = Delivered.of(Sold.class);
    sold(bids(), pipeline.source("campaigns", table)).sink("sold", sold);

    runInTwoEpochs(spark);

    assertThat(owners(sold)).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aTableThatIsReadOnceStaysAsItIs(SparkSession spark) {
    Delivered<Sold> sold = Delivered.of(Sold.class);
    Stage<Campaign> campaigns = pipeline.source("campaigns", table);
    // #region once
    bids().join(campaigns.readOnce().broadcast()).on(Bid::campaign).equalTo(Campaign::campaign)
        .select((b, c) -> row(Sold::new).of(c.col(Campaign::owner), b.col(Bid::at)))
        .sink("sold", sold);
    // #endregion

    runInTwoEpochs(spark);

    assertThat(owners(sold)).containsExactly("owner 1", "owner 1");
    assertThat(table.reads).hasValue(1);
  }

  @Test
  void aTableIsReadAgainWhenItIsTooOld(SparkSession spark) {
    Delivered<Sold> fresh = Delivered.of(Sold.class);
    Delivered<Sold> kept = Delivered.of(Sold.class);
    Changing other = new Changing();
    sold(bids(), pipeline.source("campaigns", table).refreshEvery(Duration.ofNanos(1)))
        .sink("fresh", fresh);
    sold(bids(), pipeline.source("others", other).refreshEvery(Duration.ofHours(1)))
        .sink("kept", kept);

    runInTwoEpochs(spark);

    assertThat(owners(fresh)).doesNotHaveDuplicates().hasSize(2);
    assertThat(owners(kept)).containsExactly("owner 1", "owner 1");
  }

  @Test
  void aTableBeforeAWindowIsReadOnceIfThatIsSaid(SparkSession spark) {
    Delivered<Minute> minutes = Delivered.of(Minute.class);
    minutes(sold(bids(), pipeline.source("campaigns", table).readOnce())).sink("minutes", minutes);

    runInTwoEpochs(spark);

    assertThat(minutes.rows()).containsExactly(new Minute(START, "owner 1", 1));
    assertThat(table.reads).hasValue(1);
  }

  @Test
  void aTableBeforeAWindowCannotBeReadAnew() {
    minutes(
        sold(
            bids(),
            pipeline.source("campaigns", table).refreshEvery(Duration.ofHours(1)).named("owners")))
        .named("minutes").sink("minutes", Delivered.of(Minute.class));

    assertThatThrownBy(Streaming.of(pipeline)::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("stage 'owners'")
        .hasMessageContaining("a running query cannot read a table anew")
        .hasMessageContaining("stage 'minutes'");
  }

  @Test
  void whatComesInEpochsCannotBeKept() {
    bids().readOnce().sink("bids", Delivered.of(Bid.class));

    assertThatThrownBy(Streaming.of(pipeline)::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("readOnce() is for tables, but these rows come from a stream");
  }

  @Test
  void whatIsLookedUpBeforeAWindowKeepsItsEventTime(SparkSession spark) {
    Delivered<Minute> minutes = Delivered.of(Minute.class);
    minutes(
        bids().lookup(new Owners()).on(Bid::campaign)
            .select((b, c) -> row(Sold::new).of(c.col(Campaign::owner), b.col(Bid::at))))
        .sink("minutes", minutes);

    runInTwoEpochs(spark);

    assertThat(minutes.rows()).containsExactly(new Minute(START, "owner of a", 1));
  }

  @Test
  void inABatchTheWordsForTablesChangeNothing(SparkSession spark) {
    assertThat(
        pipeline.source("campaigns", table).readOnce().refreshEvery(Duration.ofHours(1))
            .collect(spark))
        .containsExactly(new Campaign("a", "owner 1"));
  }
}
