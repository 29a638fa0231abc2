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
    return new KafkaTopic(Topics.named(name), Cluster.NONE);
  }

  /**
   * Several topics of the same brokers, whose messages are read as one source. Which of them a
   * message is from is a component where {@link KafkaSource#topic} says so.
   *
   * @param first the name of one
   * @param more the names of the others
   * @throws IllegalArgumentException if Kafka allows no such name
   */
  public static KafkaTopic topics(String first, String... more) {
    return new KafkaTopic(Topics.named(first, more), Cluster.NONE);
  }

  /**
   * All topics whose name matches, such as {@code bids-.*}: in a batch run those that are there, in
   * a stream also those that are made later, which it reads from their beginning.
   *
   * @param pattern a regular expression for the whole name
   * @throws IllegalArgumentException if it is none
   */
  public static KafkaTopic topicPattern(String pattern) {
    return new KafkaTopic(Topics.matching(pattern), Cluster.NONE);
  }
}
