package dev.sluice.streaming.checkpoint;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.streaming.plan.StreamCut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is said of changed plans, without Spark. */
class FingerprintComparisonTest {

  record Click(String user, String page, Instant at) {}

  record Buy(String user, long amount, Instant at) {}

  record Pair(String user, long amount) {}

  record Named(String who, long amount) {}

  record Total(String user, long clicks) {}

  record Wide(String user, String page, Instant at, long version) {}

  /** A source with a name for a place. */
  private record From<T extends Record>(Class<T> type, String place) implements UnboundedSource<T> {
    @Override
    public String description() {
      return place;
    }

    @Override
    public Dataset<Row> readStream(StreamContext context) {
      throw new UnsupportedOperationException("plans are compared, not run");
    }
  }

  /** A sink that is never written. */
  private record To<T extends Record>(Class<T> type) implements EpochSink<T> {
    @Override
    public String description() {
      return "nowhere";
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows, Epoch epoch) {
      throw new UnsupportedOperationException("plans are compared, not run");
    }
  }

  private static final SourceOffsets BY_ORDER = new SourceOffsets(false, Set.of(), false);

  private static List<String> said(Consumer<Pipeline> before, Consumer<Pipeline> after) {
    return said(BY_ORDER, before, after);
  }

  private static List<String> said(
      SourceOffsets offsets, Consumer<Pipeline> before, Consumer<Pipeline> after) {
    StreamCut cut = cut(after);
    PlanFingerprint plan = PlanFingerprint.of(cut);
    Fingerprint was =
        PlanFingerprint.of(cut(before)).fingerprint("stream", "Append", "/c", "4.2.0", "2");
    Fingerprint read =
        FingerprintJson.read(CheckpointJson.read(FingerprintJson.of(was)).orElseThrow());
    assertThat(read).isEqualTo(was);
    Fingerprint is = plan.fingerprint("stream", "Append", "/c", "4.2.0", "2");
    return FingerprintComparison.of(read, is, offsets, cut.plan().stages(), plan).stream()
        .map(Finding::text)
        .map(text -> text.replace(" " + FingerprintComparison.START_ANEW, ""))
        .toList();
  }

  private static StreamCut cut(Consumer<Pipeline> definition) {
    Pipeline pipeline = Pipeline.named("shop");
    definition.accept(pipeline);
    return StreamCut.of(pipeline.plan());
  }

  private static Stage<Click> clicks(Pipeline pipeline, String place) {
    return pipeline.source("clicks", new From<>(Click.class, place))
        .eventTime(Click::at, Duration.ofSeconds(10)).named("timed");
  }

  private static Stage<Buy> buys(Pipeline pipeline) {
    return pipeline.source("buys", new From<>(Buy.class, "topic buys"))
        .eventTime(Buy::at, Duration.ofSeconds(10));
  }

  private static void pairs(Pipeline pipeline) {
    clicks(pipeline, "topic clicks")
        .join(buys(pipeline)).on(Click::user).equalTo(Buy::user)
        .select((c, b) -> row(Pair::new).of(c.col(Click::user), b.col(Buy::amount)))
        .named("pairs")
        .sink("out", new To<>(Pair.class));
  }

  @Test
  void theSamePlanIsTheSameInAnyOtherBuildOfIt() {
    assertThat(said(FingerprintComparisonTest::pairs, FingerprintComparisonTest::pairs)).isEmpty();
  }

  @Test
  void aJoinThatTakesOtherColumnsKeepsOtherRows() {
    assertThat(
        said(
            FingerprintComparisonTest::pairs,
            p -> clicks(p, "topic clicks")
                .join(buys(p)).on(Click::user).equalTo(Buy::user)
                .select((c, b) -> row(Pair::new).of(c.col(Click::page), b.col(Buy::amount)))
                .named("pairs")
                .sink("out", new To<>(Pair.class))))
        .containsExactly(
            "CKPT-004: columns of stage 'pairs': a.user STRING, b.amount LONG never NULL, b.user STRING in this checkpoint, now a.page STRING, b.amount LONG never NULL, a.user STRING, b.user STRING: the state cannot be used.");
  }

  @Test
  void anotherConditionOfAJoinIsTold() {
    assertThat(
        said(
            FingerprintComparisonTest::pairs,
            p -> clicks(p, "topic clicks")
                .join(buys(p)).on(Click::page).equalTo(Buy::user)
                .select((c, b) -> row(Pair::new).of(c.col(Click::user), b.col(Buy::amount)))
                .named("pairs")
                .sink("out", new To<>(Pair.class))))
        .first().asString()
        .startsWith(
            "CKPT-004: join of stage 'pairs': join on (a.user = b.user) in this checkpoint, now join on (a.page = b.user)");
  }

  @Test
  void whatIsMadeOfAJoinBehindItMayChange() {
    assertThat(
        said(
            FingerprintComparisonTest::pairs,
            p -> clicks(p, "topic clicks")
                .join(buys(p)).on(Click::user).equalTo(Buy::user)
                .select((c, b) -> row(Pair::new).of(c.col(Click::user), b.col(Buy::amount)))
                .named("pairs")
                .select(row(Named::new).of(col(Pair::user), col(Pair::amount)))
                .sink("out", new To<>(Named.class))))
        .isEmpty();
  }

  @Test
  void keysOfDuplicatesAreTold() {
    assertThat(
        said(
            p -> clicks(p, "topic clicks").dedupe(Click::user).named("once").sink("out",
                new To<>(Click.class)),
            p -> clicks(p, "topic clicks").dedupe(Click::page).named("once").sink("out",
                new To<>(Click.class))))
        .containsExactly(
            "CKPT-004: keys of stage 'once': user STRING in this checkpoint, now page STRING: the state cannot be used.");
  }

  @Test
  void anotherKindOfStageIsTold() {
    assertThat(
        said(
            p -> clicks(p, "topic clicks").dedupe(Click::user).named("once").sink("out",
                new To<>(Click.class)),
            p -> clicks(p, "topic clicks").distinct().named("once").sink("out",
                new To<>(Click.class))))
        .containsExactly(
            "CKPT-004: stage 'once' was a dedupe in this checkpoint, is a distinct: the state cannot be used.");
  }

  @Test
  void columnsThatNothingRemembersMayChange() {
    assertThat(
        said(
            p -> clicks(p, "topic clicks").groupBy(Click::user)
                .aggregate(row(Total::new).of(key(Click::user), count()))
                .sink("out", new To<>(Total.class)),
            p -> p.source("clicks", new From<>(Wide.class, "topic clicks"))
                .eventTime(Wide::at, Duration.ofSeconds(10)).named("timed")
                .groupBy(Wide::user)
                .aggregate(row(Total::new).of(key(Wide::user), count()))
                .sink("out", new To<>(Total.class))))
        .isEmpty();
  }

  @Test
  void anotherPlaceOfASourceIsToldWithBoth() {
    assertThat(
        said(
            p -> clicks(p, "topic clicks").sink("out", new To<>(Click.class)),
            p -> clicks(p, "topic clicks-v2").sink("out", new To<>(Click.class))))
        .containsExactly(
            "CKPT-003: this checkpoint says how far topic clicks was read, which says nothing about topic clicks-v2.");
  }

  @Test
  void sourcesInAnotherOrderAreTold() {
    assertThat(
        said(
            FingerprintComparisonTest::pairs,
            p -> buys(p)
                .join(clicks(p, "topic clicks")).on(Buy::user).equalTo(Click::user)
                .select((b, c) -> row(Pair::new).of(c.col(Click::user), b.col(Buy::amount)))
                .named("pairs")
                .sink("out", new To<>(Pair.class))))
        .first().asString()
        .startsWith(
            "CKPT-003: this checkpoint says how far 'clicks' (topic clicks), 'buys' (topic buys) were read, one after the other, and now 'buys' (topic buys), 'clicks' (topic clicks) are");
  }

  private static final SourceOffsets BY_NAME =
      new SourceOffsets(true, Set.of("clicks", "taps", "buys"), false);

  private static Stage<Click> once(Pipeline pipeline, String source) {
    return pipeline.source(source, new From<>(Click.class, "topic " + source))
        .eventTime(Click::at, Duration.ofSeconds(10))
        .dedupe(Click::user);
  }

  @Test
  void withNamesStagesThatRememberDoNotGetTheRowsOfEachOther() {
    assertThat(
        said(
            BY_NAME,
            p -> once(p, "clicks").named("a").union(once(p, "taps").named("b")).sink("out",
                new To<>(Click.class)),
            p -> once(p, "taps").named("b").union(once(p, "clicks").named("a")).sink("out",
                new To<>(Click.class))))
        .containsExactly(
            "CKPT-004: stage 'b' remembers rows of 'taps', and those of 'clicks' in this checkpoint: the state cannot be used.",
            "CKPT-004: stage 'a' remembers rows of 'clicks', and those of 'taps' in this checkpoint: the state cannot be used.");
  }

  @Test
  void withNamesASourceThatIsReadOnceMoreIsTold() {
    assertThat(
        said(
            BY_NAME,
            p -> clicks(p, "topic clicks").dedupe(Click::user).sink("out", new To<>(Click.class)),
            p -> {
              Stage<Click> clicks = clicks(p, "topic clicks");
              clicks.dedupe(Click::user).sink("out", new To<>(Click.class));
              clicks.sink("all", new To<>(Click.class));
            }))
        .containsExactly(
            "CKPT-003: source 'clicks' (topic clicks) was read once by the query of this checkpoint, and now is 2 times, for several stages: where each goes on would be guessed.");
  }

  @Test
  void aSecretInAPlaceIsNotWritten() {
    Fingerprint fingerprint =
        PlanFingerprint.of(
            cut(p -> clicks(p, "db://me:hidden@host/x").sink("out", new To<>(Click.class))))
            .fingerprint("stream", "Append", "/c", "4.2.0", "2");

    assertThat(FingerprintJson.of(fingerprint)).contains("db://").doesNotContain("hidden");
  }
}
