package dev.sluice.io.kafka;

/**
 * Topics of Apache Kafka as sources and sinks. Spark's Kafka module, {@code
 * org.apache.spark:spark-sql-kafka-0-10_2.13} in the version of Spark, has to be on the class path;
 * Sluice does not bring it.
 *
 * <pre>{@code
 * KafkaTopic bids = Kafka.topic("bids").bootstrapServers("broker1:9092,broker2:9092");
 * p.source("bids", bids.json(Bid.class).key(Bid::bidder).from(yesterday).until(today));
 * stage.sink("stats", bids.named("bid-stats").json(BidStats.class).append().keyedBy(BidStats::ad));
 * }</pre>
 */
public final class Kafka {

  private Kafka() {}

  /**
   * A topic.
   *
   * @param name its name
   * @throws IllegalArgumentException if Kafka allows no such name
   */
  public static KafkaTopic topic(String name) {
    return new KafkaTopic(name, Cluster.NONE);
  }
}
