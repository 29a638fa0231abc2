package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.connect.Secret;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.io.stream.StreamFormat;
import dev.sluice.io.stream.Streams;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of a format by name, the rate source, and the names of sources. */
@SparkTest
class StreamFormatsTest {

  record Numbered(Instant timestamp, long value) {}

  record Wrong(Instant timestamp, int value, String more) {}

  record Item(int id, String name) {}

  private static final String SOURCE_EVOLUTION =
      "spark.sql.streaming.queryEvolution.enableSourceEvolution";

  private final SparkSession spark;

  StreamFormatsTest(SparkKit kit) {
    this.spark = kit.spark();
  }

  private StreamContext context() {
    return new StreamContext(spark, "numbers");
  }

  /** The first rows of a source without an end. */
  private List<Row> first(UnboundedSource<?> source, SparkSession session, String stage)
      throws Exception {
    StreamingQuery query =
        source.readStream(new StreamContext(session, stage)).writeStream()
            .format("memory").queryName("first").start();
    try {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (session.table("first").isEmpty() && System.nanoTime() < end) {
        query.processAllAvailable();
      }
      return session.table("first").limit(5).collectAsList();
    } finally {
      query.stop();
    }
  }

  @Test
  void theRateSourceCountsItsRows() throws Exception {
    List<Row> rows =
        first(Streams.rate(1_000).partitions(1).rampUp(Duration.ofSeconds(1)), spark, "load");

    assertThat(rows).isNotEmpty();
    assertThat(rows.get(0).schema().fieldNames()).containsExactly("timestamp", "value");
    assertThat(rows.stream().map(row -> row.getLong(1))).contains(0L);
    assertThatIllegalArgumentException().isThrownBy(() -> Streams.rate(0));
  }

  @Test
  void aFormatByNameIsReadAsTheRecord(@TempDir Path directory) throws Exception {
    Path in = Files.createDirectory(directory.resolve("in"));
    Files.writeString(in.resolve("a.json"), "{\"id\":1,\"name\":\"a\",\"more\":true}");
    StreamFormat<Item> json =
        Streams.format("json", Item.class).withSchema().option("path", in.toString());

    assertThat(new AvailableRows(spark, directory.resolve("checkpoint")).<Integer>of(json, "id"))
        .containsExactly(1);
  }

  @Test
  void columnsThatAreNotTheRecordsAreFoundBefore() {
    StreamFormat<Wrong> wrong = Streams.format("rate", Wrong.class);

    assertThat(wrong.checkStream(context())).hasSize(2)
        .allMatch(problem -> problem.startsWith("stream of format rate: "));
    assertThatIllegalStateException().isThrownBy(() -> wrong.readStream(context()));
  }

  @Test
  void aFormatThatIsNotThereIsFoundBefore() {
    assertThat(Streams.format("no-such-format", Item.class).checkStream(context()))
        .singleElement().asString()
        .startsWith("stream of format no-such-format: cannot be read: ");
  }

  @Test
  void aSecretIsGivenAsSuch() {
    StreamFormat<Numbered> rate = Streams.format("rate", Numbered.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rate.option("password", "canary"))
        .withMessageNotContaining("canary");
    assertThat(
        rate.option("password", Secret.of("canary")).readStream(context()).queryExecution()
            .toString())
        .doesNotContain("canary");
  }

  /** Before version 4.2 the setting means nothing, and the source has no name. */
  @Test
  @Tag("smoke")
  void aStageOfAnyNameIsASourceThatSparkKnowsByName() throws Exception {
    SparkSession named = spark.newSession();
    named.conf().set(SOURCE_EVOLUTION, "true");

    assertThat(first(Streams.rate(1_000), named, "bids (raw), größer")).isNotEmpty();
  }
}
