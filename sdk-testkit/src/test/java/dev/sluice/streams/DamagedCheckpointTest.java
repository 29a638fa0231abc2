package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.TimedStage;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streams.Auction.Bid;
import dev.sluice.streams.Auction.Minute;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints that are damaged, or not this stream's: refused, each with a sentence, before any write. */
@SparkTest
@Timeout(120)
class DamagedCheckpointTest {

  @TempDir
  private static Path directory;

  private static Path input;
  private static Path checkpoints;
  private static Path stream;

  /** The last epoch that is done, and the one before. */
  private static long last;
  private static long before;

  private final Pipeline pipeline = Pipeline.named("auction");
  private final Delivered<Minute> minutes = Delivered.of(Minute.class);
  private final Delivered<Bid> all = Delivered.of(Bid.class);

  @BeforeAll
  static void firstStarts(SparkSession spark) throws IOException {
    input = directory.resolve("bids");
    checkpoints = directory.resolve("checkpoints");
    stream = checkpoints.resolve("auction/stream");
    Auction.add(input, "1.json", Auction.bid("a", 5, 0));
    new DamagedCheckpointTest().run(spark);
    Auction.add(input, "2.json", Auction.bid("a", 2, 30));
    new DamagedCheckpointTest().run(spark);
    last = epochs().max().orElseThrow();
    before = last - 1;
    assertThat(last).isPositive();
    DirectoryCopy.copy(checkpoints, directory.resolve("kept"));
    Auction.add(input, "3.json", Auction.bid("a", 4, 150));
  }

  private static LongStream epochs() {
    return Arrays.stream(stream.resolve("commits").toFile().list())
        .filter(name -> name.matches("\\d+"))
        .mapToLong(Long::parseLong);
  }

  @AfterEach
  void asItWas() throws IOException {
    DirectoryCopy.delete(checkpoints);
    DirectoryCopy.copy(directory.resolve("kept"), checkpoints);
  }

  private void run(SparkSession spark) {
    run(pipeline, spark);
  }

  private void run(Pipeline named, SparkSession spark) {
    TimedStage<Bid> timed = Auction.timed(named, input);
    timed.sink("all", all);
    Auction.minutes(timed).sink("minutes", minutes);
    Auction.run(named, checkpoints, Auction.withNames(spark));
  }

  /** What is done to the files of a checkpoint. */
  private interface Surgery {
    void operate() throws IOException;
  }

  private record Damage(String name, Surgery surgery, String code, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("no metadata", () -> remove("metadata"), "CKPT-005", "stream/metadata is gone"),
        new Damage("empty metadata", () -> write("metadata", ""), "CKPT-005",
            "stream/metadata is damaged"),
        new Damage("empty offsets", () -> write("offsets/" + last, ""), "CKPT-006",
            "stream/offsets/%d is empty".formatted(last)),
        new Damage("short offsets", () -> shorten("offsets/" + last, 20), "CKPT-006",
            "stream/offsets/%d is cut short".formatted(last)),
        new Damage("offsets of fewer sources", () -> dropLine("offsets/" + last), "CKPT-006",
            SourceNames.areKnown()
                ? "does not say how far source 'bids"
                : "says how far 1 sources are read, but this checkpoint is of 2"),
        new Damage("offsets of another source", () -> addLine("offsets/" + last), "CKPT-006",
            SourceNames.areKnown()
                ? "says how far source 'others' is read, which this checkpoint is not of"
                : "says how far 3 sources are read, but this checkpoint is of 2"),
        new Damage("a gap in the offsets", () -> remove("offsets/" + before), "CKPT-006",
            "stream/offsets/%d is gone: epoch %d begins where it ended".formatted(before, last)),
        new Damage("no offsets", () -> remove("offsets"), "CKPT-006",
            "stream/offsets is empty, though epochs up to %d are done".formatted(last)),
        new Damage("no commits", () -> remove("commits"), "CKPT-007",
            "stream/commits is empty, though %d in".formatted(last)),
        new Damage("a commit ahead of the offsets", () -> remove("offsets/" + last), "CKPT-007",
            "epoch %d is in".formatted(last)),
        new Damage("an empty commit", () -> write("commits/" + last, ""), "CKPT-007",
            "stream/commits/%d is empty".formatted(last)),
        new Damage("no state", () -> remove("state"), "CKPT-008", "stream/state/0/0 has no files"),
        new Damage("a change of state gone", () -> remove("state/0/0/%d.delta".formatted(last + 1)),
            "CKPT-008", "0/0 has no version %d".formatted(last + 1)),
        new Damage("an older change of state gone", () -> remove("state/0/0/1.delta"), "CKPT-008",
            "0/0 has no version 1"),
        new Damage("an empty change of state",
            () -> write("state/0/0/%d.delta".formatted(last + 1), ""), "CKPT-008",
            "0/0/%d.delta is empty".formatted(last + 1)),
        new Damage("not made by Sluice", () -> remove("sluice"), "CKPT-009",
            "was written by a query that Sluice does not know"),
        new Damage("a damaged fingerprint", () -> write("sluice/fingerprint.json", "{"), "CKPT-011",
            "fingerprint.json is damaged"),
        new Damage("a fingerprint of a newer form",
            () -> replace("sluice/fingerprint.json", "\"version\" : 1", "\"version\" : 2"),
            "CKPT-011", "has version 2, and only 1 is known: a newer Sluice"),
        new Damage("offsets of a newer Spark", () -> version("offsets/" + last, 9),
            "CKPT-011", "has version 9"),
        new Damage("of another pipeline",
            () -> replace("sluice/fingerprint.json", "auction", "orders"), "CKPT-002",
            "belongs to query 'stream' of pipeline 'orders'"),
        new Damage("a copy", DamagedCheckpointTest::copied, "CKPT-010", "which is still there"),
        new Damage("a file in its place", DamagedCheckpointTest::aFile, "CKPT-012",
            "it is a file, not a directory"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isRefusedBeforeAnySinkWithWhatAndWhere(Damage damage, SparkSession spark)
      throws IOException {
    damage.surgery().operate();

    assertThatThrownBy(() -> run(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("pipeline 'auction' has")
        .hasMessageContaining(damage.code() + ": ")
        .hasMessageContaining(damage.says());
    assertThat(all.epochs()).isEmpty();
    assertThat(minutes.epochs()).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithARemedy(SparkSession spark) throws IOException {
    remove("metadata");
    write("offsets/" + last, "");

    assertThatThrownBy(() -> run(spark))
        .hasMessageContaining("has 2 problems")
        .hasMessageContaining("CKPT-005")
        .hasMessageContaining("CKPT-006")
        .hasMessageContaining("Restore the whole directory from a copy");
  }

  @Test
  void oneThatWasMovedGoesOn(SparkSession spark) throws IOException {
    Path moved = Files.move(checkpoints, directory.resolve("moved"));
    TimedStage<Bid> timed = Auction.timed(pipeline, input);
    timed.sink("all", all);
    Auction.minutes(timed).sink("minutes", minutes);

    Auction.run(pipeline, moved, spark);

    assertThat(minutes.rows()).containsExactly(new Minute(Auction.START, "a", 2, 2.0));
    assertThat(all.epochs().get(0)).isEqualTo(last + 1);
    DirectoryCopy.delete(moved);
  }

  @Test
  void anEpochThatWasNotCommittedIsRepeated(SparkSession spark) throws IOException {
    remove("commits/" + last);

    run(spark);

    assertThat(all.epochs().get(0)).isEqualTo(last);
    assertThat(minutes.rows()).containsExactly(new Minute(Auction.START, "a", 2, 2.0));
  }

  @Test
  void stateInRocksDbIsLookedAtToo(SparkSession spark) throws IOException {
    SparkSession session = spark.newSession();
    session.conf().set(
        "spark.sql.streaming.stateStore.providerClass",
        "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
    DirectoryCopy.delete(checkpoints);
    run(session);
    new DamagedCheckpointTest().run(session);
    Path newest = newest(stream.resolve("state/0/0"));
    Files.delete(newest);

    assertThatThrownBy(() -> new DamagedCheckpointTest().run(session))
        .hasMessageContaining("CKPT-008")
        .hasMessageContaining(
            "0/0 has no version " + newest.getFileName().toString().split("\\D")[0]);
  }

  private static Path newest(Path partition) throws IOException {
    try (Stream<Path> files = Files.list(partition)) {
      return files.filter(file -> file.getFileName().toString().matches("\\d.*(zip|changelog)"))
          .max(
              Comparator.comparingInt(
                  file -> Integer.parseInt(file.getFileName().toString().split("\\D")[0])))
          .orElseThrow();
    }
  }

  private static void remove(String name) throws IOException {
    DirectoryCopy.delete(stream.resolve(name));
    withoutChecksum(name);
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(stream.resolve(name), text);
    withoutChecksum(name);
  }

  private static void replace(String name, String old, String now) throws IOException {
    String text = Files.readString(stream.resolve(name));
    assertThat(text).contains(old);
    write(name, text.replace(old, now));
  }

  private static void shorten(String name, int length) throws IOException {
    write(name, Files.readString(stream.resolve(name)).substring(0, length));
  }

  private static void dropLine(String name) throws IOException {
    String text = Files.readString(stream.resolve(name));
    write(name, text.substring(0, text.lastIndexOf('\n')));
  }

  private static void addLine(String name) throws IOException {
    write(name, Files.readString(stream.resolve(name)) + "\nothers:{\"logOffset\":0}");
  }

  private static void version(String name, int version) throws IOException {
    String text = Files.readString(stream.resolve(name));
    write(name, "v" + version + text.substring(text.indexOf('\n')));
  }

  /** Hadoop's local file system keeps one beside each file; other file systems have none. */
  private static void withoutChecksum(String name) throws IOException {
    Path file = stream.resolve(name);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }

  private static void copied() throws IOException {
    Path kept = directory.resolve("kept/auction/stream");
    replace("sluice/fingerprint.json", stream.toRealPath().toString(),
        kept.toRealPath().toString());
  }

  private static void aFile() throws IOException {
    DirectoryCopy.delete(stream);
    Files.writeString(stream, new String(new byte[0], StandardCharsets.UTF_8));
  }
}
