package dev.sluice.io.kafka;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Secret;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.io.format.DebeziumFormat;
import dev.sluice.io.format.Formats;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A topic, or several of the same brokers, and the way to them. Saying how a message holds a row
 * gives a {@link KafkaSource}.
 *
 * <p>Every object is immutable; each method gives a changed copy, so that one may serve many
 * topics: {@code shop.named("orders")}.
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class KafkaTopic {

  private final Topics topics;
  private final Cluster cluster;

  KafkaTopic(Topics topics, Cluster cluster) {
    this.topics = topics;
    this.cluster = cluster;
  }

  Topics topics() {
    return topics;
  }

  Cluster cluster() {
    return cluster;
  }

  /** Topics as what is read or written; of a pattern nothing is known here. */
  Set<ResourceId> resources() {
    return resources(topics.names());
  }

  Set<ResourceId> resources(Collection<String> names) {
    return names.stream()
        .map(name -> new ResourceId("kafka", cluster.name() + "/" + name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Another topic of the same brokers, with the same settings.
   *
   * @return a changed copy
   */
  public KafkaTopic named(String name) {
    return new KafkaTopic(Topics.named(name), cluster);
  }

  /**
   * Only these partitions of each topic. Such a source can be read, and not be written.
   *
   * @param numbers from 0
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or a negative number
   * @throws IllegalStateException if a pattern says which topics are read
   */
  public KafkaTopic partitions(int... numbers) {
    return new KafkaTopic(topics.only(numbers), cluster);
  }

  /**
   * Some of the brokers, which tell of the others.
   *
   * @param servers such as {@code broker1:9092,broker2:9092}
   * @return a changed copy
   * @throws IllegalArgumentException if one is not a host and a port
   */
  public KafkaTopic bootstrapServers(String servers) {
    return new KafkaTopic(topics, cluster.at(servers));
  }

  /**
   * The user and the password, over TLS unless {@code property("security.protocol",
   * "SASL_PLAINTEXT")} says otherwise.
   *
   * @return a changed copy
   */
  public KafkaTopic sasl(Sasl mechanism, String user, Secret password) {
    return new KafkaTopic(topics, cluster.with(mechanism, user, password));
  }

  /**
   * A property of Kafka's clients, such as {@code compression.type}, by Kafka's own name. One that
   * only senders or only readers know does not disturb the other.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is a secret, or one that is set here
   */
  public KafkaTopic property(String key, String value) {
    return new KafkaTopic(topics, cluster.with(key, value));
  }

  /**
   * A property of Kafka's clients that must not be shown, such as {@code sasl.jaas.config} or
   * {@code ssl.keystore.password}.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is one that is set here
   */
  public KafkaTopic property(String key, Secret value) {
    return new KafkaTopic(topics, cluster.with(key, value));
  }

  /**
   * How long brokers may give no answer before a run fails; a minute unless set. A check waits for
   * ten seconds at most.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is shorter than a second
   */
  public KafkaTopic timeout(Duration timeout) {
    return new KafkaTopic(topics, cluster.within(timeout));
  }

  /**
   * The value of a message is a JSON object, as in {@link Formats#json}, and strictly so: one with
   * fields that the record does not have is rejected, as is what else {@link
   * dev.sluice.io.format.JsonFormat#strict} names. {@code format(Formats.json(type))} reads a part
   * of what is there.
   *
   * @param type the record each row is
   * @param <T> the record
   */
  public <T extends Record> KafkaSource<T> json(Class<T> type) {
    return format(Formats.json(type).strict());
  }

  /**
   * The value of a message is a CSV row, as in {@link Formats#csv}.
   *
   * @param type the record each row is
   * @param <T> the record
   */
  public <T extends Record> KafkaSource<T> csv(Class<T> type) {
    return format(Formats.csv(type));
  }

  /**
   * The value of a message is a value in Avro's binary encoding, as in {@link Formats#avro}. What a
   * registry of schemas puts before it is not read.
   *
   * @param type the record each row is
   * @param <T> the record
   * @throws IllegalArgumentException if the record has a component that Avro cannot hold
   */
  public <T extends Record> KafkaSource<T> avro(Class<T> type) {
    return format(Formats.avro(type));
  }

  /**
   * The value of a message is a change of a row of a table, as Debezium tells it. The tombstones that
   * it sends after deletes are left out.
   *
   * <pre>{@code
   * Kafka.topic("shop.public.orders").bootstrapServers(servers)
   *     .debezium(Formats.debezium(OrderChange.class, OrderChange::op).source("lsn", OrderChange::lsn))
   * }</pre>
   *
   * @param format which component is what of the change
   * @param <T> the record each change is
   */
  public <T extends Record> KafkaSource<T> debezium(DebeziumFormat<T> format) {
    return format(format).withoutTombstones();
  }

  /**
   * The value of a message is a text, or bytes, in some format.
   *
   * @param format such as {@code Formats.csv(Bid.class).separator(";")}, or your own
   * @param <T> the record each row is
   */
  public <T extends Record> KafkaSource<T> format(RowFormat<T> format) {
    return KafkaSource.of(this, format);
  }

  /**
   * The value of a message is a text that is not looked into; NULL if it has none. Bytes that are
   * no UTF-8 are rejected. All other components have their place beside the value.
   *
   * @param type the record each row is
   * @param accessor the component that gets the text
   * @param <T> the record
   */
  public <T extends Record> KafkaSource<T> value(Class<T> type, Fields.Text<T> accessor) {
    return format(new WholeValue<>(type, PartitionColumns.name(accessor)));
  }

  /** The same for the bytes as they are. */
  public <T extends Record> KafkaSource<T> value(Class<T> type, Fields.Binary<T> accessor) {
    return format(new WholeValue<>(type, PartitionColumns.name(accessor)));
  }

  /**
   * The topic as a sink for rejected rows, which go there as they came, see {@link DeadLetters}.
   *
   * @throws IllegalStateException if it is more than one topic
   */
  public DeadLetters deadLetters() {
    return new DeadLetters(this);
  }

  @Override
  public String toString() {
    return cluster.isSet() ? "%s at %s".formatted(topics, cluster.servers()) : topics.toString();
  }
}
