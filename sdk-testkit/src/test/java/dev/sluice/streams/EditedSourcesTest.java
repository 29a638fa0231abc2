package dev.sluice.streams;

import static dev.sluice.streaming.checkpoint.Verdict.UNUSABLE;
import static dev.sluice.streaming.checkpoint.Verdict.USABLE;
import static dev.sluice.streaming.checkpoint.Verdict.WITH_CONSEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.checkpoint.Finding;
import dev.sluice.streaming.checkpoint.QueryCheckpoint;
import dev.sluice.streaming.checkpoint.Verdict;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streams.Auction.Bid;
import dev.sluice.streams.Auction.Minute;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources added, taken out and put into another order between two starts: where Spark knows them by
 * their names, the others go on where they were, and no row is lost or comes twice; where it knows
 * them by their order, nothing starts.
 */
@SparkTest
@Timeout(240)
class EditedSourcesTest {

  private static final Bid EU = Auction.bid("a", 5, 0);
  private static final Bid US = Auction.bid("a", 2, 30);
  private static final Bid EU_LATER = Auction.bid("a", 4, 40);
  private static final Bid US_LATER = Auction.bid("b", 9, 150);
  private static final Bid ASIA = Auction.bid("a", 1, 45);

  @TempDir
  private static Path root;

  private final Path directory = root.resolve("now");
  private final Delivered<Minute> minutes = Delivered.of(Minute.class);
  private final Delivered<Bid> all = Delivered.of(Bid.class);

  /** Bids of two places are read; then each has one more, and there is a third place. */
  @BeforeEach
  void bids() throws IOException {
    DirectoryCopy.delete(directory);
    Auction.add(directory.resolve("eu"), "1.json", EU);
    Auction.add(directory.resolve("us"), "1.json", US);
  }

  private void moreBids() throws IOException {
    Auction.add(directory.resolve("eu"), "2.json", EU_LATER);
    Auction.add(directory.resolve("us"), "2.json", US_LATER);
    Auction.add(directory.resolve("asia"), "1.json", ASIA);
  }

  private Path checkpoints() {
    return directory.resolve("checkpoints");
  }

  private Path stream() {
    return checkpoints().resolve("auction/stream");
  }

  /** The bids of some places, each place a stage of its own and in its own directory. */
  private Pipeline pipeline(String... places) {
    Pipeline pipeline = Pipeline.named("auction");
    Stage<Bid> bids =
        Arrays.stream(places).map(place -> source(pipeline, place, place)).reduce(Stage::union)
            .orElseThrow();
    return sinks(pipeline, bids);
  }

  private Stage<Bid> source(Pipeline pipeline, String stage, String place) {
    return pipeline.source(stage, new FollowedJson<>(Bid.class, directory.resolve(place)));
  }

  private Pipeline sinks(Pipeline pipeline, Stage<Bid> bids) {
    TimedStage<Bid> timed = bids.eventTime(Bid::at, Duration.ofSeconds(10)).named("timed");
    timed.sink("all", all);
    Auction.minutes(timed).sink("minutes", minutes);
    return pipeline;
  }

  private void run(SparkSession spark, String... places) {
    Auction.run(pipeline(places), checkpoints(), spark);
  }

  private List<Finding> findings(SparkSession spark, Pipeline pipeline) {
    return QueryCheckpoint.of(
        StreamCut.of(pipeline.plan()), List.of("stream"), "Append", checkpoints().toString(),
        spark)
        .findings();
  }

  /**
   * The first run, over the bids of two places. All tests go on from the same one, so it is made
   * once with names and once without, and put back then.
   */
  private void begun(String how, SparkSession spark) throws IOException {
    Path kept = root.resolve(how);
    if (Files.exists(kept)) {
      DirectoryCopy.delete(directory);
      DirectoryCopy.copy(kept, directory);
    } else {
      run(spark, "eu", "us");
      DirectoryCopy.copy(directory, kept);
    }
    all.clear();
  }

  private void begunWithNames(SparkSession spark) throws IOException {
    begun("with names", Auction.withNames(spark));
  }

  private void begunWithoutNames(SparkSession spark) throws IOException {
    begun("without names", spark);
  }

  private static void assumeNames() {
    assumeTrue(SourceNames.areKnown(), "this Spark knows sources by their order alone");
  }

  private record Edit(
      String name, List<String> places, Verdict verdict, List<Bid> delivered, Minute minute) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Edit> edits() {
    return Stream.of(
        new Edit("in another order", List.of("us", "eu"), USABLE, List.of(EU_LATER, US_LATER),
            new Minute(Auction.START, "a", 3, 2.0)),
        new Edit("one added", List.of("asia", "eu", "us"), WITH_CONSEQUENCE,
            List.of(EU_LATER, US_LATER, ASIA), new Minute(Auction.START, "a", 4, 1.0)),
        new Edit("one taken out", List.of("us"), WITH_CONSEQUENCE, List.of(US_LATER),
            new Minute(Auction.START, "a", 2, 2.0)));
  }

  @ParameterizedTest
  @MethodSource("edits")
  @Tag("smoke")
  void sourcesThatAreKnownByNameGoOnWhereTheyWere(Edit edit, SparkSession spark)
      throws IOException {
    assumeNames();
    begunWithNames(spark);
    moreBids();
    String[] places = edit.places().toArray(String[]::new);

    assertThat(Finding.worst(findings(spark, pipeline(places)))).isEqualTo(edit.verdict());
    run(spark, places);

    assertThat(all.rows()).containsExactlyInAnyOrderElementsOf(edit.delivered());
    assertThat(minutes.rows()).containsExactly(edit.minute());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void sourcesThatAreKnownByTheirOrderMayNotChange(Edit edit, SparkSession spark)
      throws IOException {
    begunWithoutNames(spark);
    moreBids();

    // also where new checkpoints have names: this one was begun without
    assertThatThrownBy(() -> run(Auction.withNames(spark), edit.places().toArray(String[]::new)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("CKPT-003: this checkpoint says how far 'eu' (json ")
        .hasMessageContaining("were read, one after the other");
    assertThat(all.epochs()).isEmpty();
  }

  @Test
  void aCheckpointThatWasBegunWithoutNamesStaysAsItIs(SparkSession spark) throws IOException {
    begunWithoutNames(spark);
    moreBids();

    run(Auction.withNames(spark), "eu", "us");

    assertThat(all.rows()).containsExactlyInAnyOrder(EU_LATER, US_LATER);
    assertThat(Files.list(stream().resolve("offsets")).filter(file -> isVersion(file, 2)))
        .isEmpty();
  }

  private static boolean isVersion(Path file, int version) {
    try {
      return !file.getFileName().toString().endsWith(".crc")
          && Files.readString(file).startsWith("v" + version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSourceWithAnotherNameIsRefused(SparkSession spark) throws IOException {
    assumeNames();
    begunWithNames(spark);
    Pipeline renamed = Pipeline.named("auction");
    sinks(renamed, source(renamed, "europe", "eu").union(source(renamed, "us", "us")));

    assertThat(findings(spark, renamed))
        .filteredOn(Finding::refuses)
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .startsWith("CKPT-003: source 'europe' (json ")
        .contains("was called 'eu' in this checkpoint", "Give it its name back");
  }

  @Test
  void aNameThatIsGivenToAnotherPlaceIsRefused(SparkSession spark) throws IOException {
    assumeNames();
    begunWithNames(spark);
    Pipeline moved = Pipeline.named("auction");
    sinks(moved, source(moved, "eu", "asia").union(source(moved, "us", "us")));

    assertThat(Finding.worst(findings(spark, moved))).isEqualTo(UNUSABLE);
  }

  @Test
  void aSourceThatWasTakenOutDoesNotComeBack(SparkSession spark) throws IOException {
    assumeNames();
    begunWithNames(spark);
    moreBids();
    run(spark, "eu");

    assertThat(findings(spark, pipeline("eu", "us")))
        .filteredOn(Finding::refuses)
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith("CKPT-003: source 'us' (json ")
        .contains("was taken out of this checkpoint");
  }

  @Test
  void aSourceIsNotTakenOutOfAnEpochThatWillBeRepeated(SparkSession spark) throws IOException {
    assumeNames();
    begunWithNames(spark);
    forgetLastCommit();

    assertThat(findings(spark, pipeline("us")))
        .filteredOn(Finding::refuses)
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("source 'eu'",
            "was taken out, and an epoch that may have rows of it is not done");
  }

  @Test
  void aSourceThatIsAddedComesAfterTheEpochThatIsRepeated(SparkSession spark) throws IOException {
    assumeNames();
    begunWithNames(spark);
    long last = forgetLastCommit();
    moreBids();

    run(spark, "eu", "asia", "us");

    assertThat(all.epochs().get(0)).isEqualTo(last);
    assertThat(all.rows()).containsExactlyInAnyOrder(EU_LATER, US_LATER, ASIA);
  }

  /** As if the process had ended before it: in which epoch there were no rows. */
  private long forgetLastCommit() throws IOException {
    try (Stream<Path> files = Files.list(stream().resolve("commits"))) {
      long last =
          files.map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d+"))
              .mapToLong(Long::parseLong)
              .max()
              .orElseThrow();
      Files.delete(stream().resolve("commits/" + last));
      Files.deleteIfExists(stream().resolve("commits/." + last + ".crc"));
      return last;
    }
  }

  @Test
  void stateStaysInAsManyPartitionsAlsoAfterTheFirstRun(SparkSession spark) throws IOException {
    SparkSession one = spark.newSession();
    one.conf().set("spark.sql.shuffle.partitions", 1);
    SparkSession four = spark.newSession();
    four.conf().set("spark.sql.shuffle.partitions", 4);
    run(Auction.withNames(one), "eu", "us");
    forgetLastCommit();
    moreBids();

    run(four, "eu", "us");

    assertThat(minutes.rows()).containsExactly(new Minute(Auction.START, "a", 3, 2.0));
    assertThat(stream().resolve("state/0/1")).doesNotExist();
  }
}
