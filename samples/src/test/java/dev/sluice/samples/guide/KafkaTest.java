package dev.sluice.samples.guide;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Sources;
import dev.sluice.connect.StreamContext;
import dev.sluice.io.format.Formats;
import dev.sluice.io.format.InDoubt;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.kafka.Offsets;
import dev.sluice.io.kafka.Sasl;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.server.KafkaServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class KafkaTest extends Shop {

  record Click(String user, String page, String trace, Instant at, int partition, long offset) {}

  @Test
  void topics(SparkSession spark) {
    String servers = KafkaServer.shared().bootstrapServers();
    KafkaServer.shared().createTopic("orders", 2);

    // #region topic
    KafkaTopic topic = Kafka.topic("orders").bootstrapServers(servers);    // broker1:9092,broker2:9092

    orders.sink("to_kafka", topic.json(Order.class).append().keyedBy(Order::customerId));

    Pipeline report = Pipeline.named("report");
    var sent = report.source("sent", topic.json(Order.class));
    sent.rejected().sink("unreadable", InMemory.sink(Rejected.class));
    // #endregion

    pipeline.run(spark);
    assertThat(sent).hasRows(ORDERS);

    // #region range
    KafkaSource<Order> source = topic.json(Order.class);

    var yesterday = source.from(Instant.parse("2026-05-01T00:00:00Z")).until(Instant.parse("2026-05-02T00:00:00Z"));
    // #endregion
    assertThat(Pipeline.named("none").source("orders", yesterday)).isEmpty();

    Offsets lastEnd = Offsets.earliest();
    // #region fixed
    KafkaSource<Order> tonight = source.from(lastEnd).fixed();
    Pipeline nightly = Pipeline.named("nightly");
    var rows = nightly.source("orders", tonight);
    // … run it, and keep where it ended: the next run begins there
    Offsets end = tonight.until();
    // #endregion
    assertThat(rows).hasRows(ORDERS);
    assertThat(end.toString()).startsWith("{0=").contains(", 1=");
  }

  @Test
  void placesInAMessage(SparkSession spark) {
    String topic = KafkaServer.shared().createTopic(1);
    KafkaTopic clicks = Kafka.topic(topic).bootstrapServers(KafkaServer.shared().bootstrapServers());

    // #region places
    KafkaSource<Click> source = clicks.json(Click.class)     // user, trace, at, partition and offset are not in the value
        .key(Click::user)
        .header("trace", Click::trace)
        .timestamp(Click::at)
        .partition(Click::partition)
        .offset(Click::offset);
    // #endregion

    record Page(String user, String page, String trace, Instant at) {}
    Page page = new Page("ada", "/tea", "t-1", Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Pipeline send = Pipeline.named("send");
    send.source("pages", InMemory.rows(Page.class, List.of(page)))
        .sink("topic", clicks.json(Page.class).key(Page::user).header("trace", Page::trace).timestamp(Page::at).append());
    send.run(spark);
    assertThat(Pipeline.named("read").source("clicks", source))
        .hasRows(new Click("ada", "/tea", "t-1", page.at(), 0, 0));
  }

  @Test
  void valuesInAvro(SparkSession spark) {
    String name = KafkaServer.shared().createTopic(1);
    KafkaTopic topic = Kafka.topic(name).bootstrapServers(KafkaServer.shared().bootstrapServers());
    String schema = Formats.avro(Order.class).schema();

    // #region avro
    orders.sink("to_kafka", topic.avro(Order.class).append());

    KafkaSource<Order> ofOthers = topic.format(Formats.avro(Order.class).writtenWith(schema));
    // #endregion

    pipeline.run(spark);
    assertThat(Pipeline.named("read").source("orders", ofOthers)).hasRows(ORDERS);
  }

  @Test
  void topicsAsStreams(SparkSession spark) {
    String servers = KafkaServer.shared().bootstrapServers();
    KafkaServer.shared().createTopic("bids-eu", 1);
    KafkaServer.shared().createTopic("campaigns", 1);
    record Bid(long campaign, double price, String market) {}
    record Campaign(long campaign, String name) {}

    // #region several
    KafkaTopic some = Kafka.topics("bids-eu", "bids-us").bootstrapServers(servers);
    KafkaTopic all = Kafka.topicPattern("bids-.*").bootstrapServers(servers);   // also those that are made later
    KafkaTopic half = some.partitions(0, 2);

    KafkaSource<Bid> bids = all.json(Bid.class).topic(Bid::market);
    // #endregion

    // #region stream
    KafkaSource<Bid> followed = bids
        .from(Offsets.latest())                                  // the first message that is there unless set
        .maxOffsetsPerTrigger(100_000)                           // of one batch
        .minOffsetsPerTrigger(10_000, Duration.ofSeconds(30));   // which waits so long for so many

    BoundedSource<Campaign> campaigns = Sources.bounded(
        Kafka.topic("campaigns").bootstrapServers(servers).json(Campaign.class));
    // #endregion

    // #region backfill
    KafkaSource<Bid> history = bids.fixed();
    // … run it as a batch, and keep where it ended: the stream begins there
    KafkaSource<Bid> live = bids.from(history.until());
    // #endregion

    // #region doubts
    KafkaSource<Bid> lenient = all.format(Formats.json(Bid.class)
        .unknownFields(InDoubt.WARN)
        .missingFields(InDoubt.REJECT));
    // #endregion

    StreamContext context = new StreamContext(spark, "bids");
    assertThat(List.of(followed, live, lenient))
        .allMatch(source -> source.readStream(context).isStreaming());
    assertThat(half).hasToString("topics bids-eu, bids-us, partitions [0, 2] at " + servers);
    assertThat(campaigns.check(spark)).isEmpty();
  }

  @Test
  void secretsAndSettings() {
    // #region settings
    KafkaTopic topic = Kafka.topic("orders")
        .bootstrapServers("broker1:9093,broker2:9093")
        .sasl(Sasl.SCRAM_SHA_512, "shop", Secret.env("KAFKA_PASSWORD"))
        .property("ssl.truststore.location", "/etc/kafka/truststore.jks")
        .property("ssl.truststore.password", Secret.file("/run/secrets/truststore"))
        .property("compression.type", "zstd")
        .timeout(Duration.ofSeconds(30));

    KafkaTopic stats = topic.named("order-stats");           // the same brokers and settings
    // #endregion

    assertThat(stats).hasToString("topic order-stats at broker1:9093,broker2:9093");
  }
}
// @formatter:on
