package dev.sluice.io.kafka;

import dev.sluice.text.ClosestName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers about a topic. */
final class TopicAdmin implements AutoCloseable {

  private final Cluster cluster;
  private final String topic;
  private final Admin admin;

  private TopicAdmin(Cluster cluster, String topic, Admin admin) {
    this.cluster = cluster;
    this.topic = topic;
    this.admin = admin;
  }

  static TopicAdmin of(Cluster cluster, String topic) throws BrokerProblem {
    try {
      return new TopicAdmin(cluster, topic, Admin.create(new HashMap<>(cluster.asking())));
    } catch (RuntimeException e) { // a property is wrong, a server or a secret is not known
      throw BrokerProblem.of(cluster, e);
    }
  }

  /** The numbers of the topic's partitions. */
  SortedSet<Integer> partitions() throws BrokerProblem {
    try {
      SortedSet<Integer> numbers = new TreeSet<>();
      admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
          .map(TopicPartitionInfo::partition)
          .forEach(numbers::add);
      return numbers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new BrokerProblem(
            "there is no such topic%s; this makes it: kafka-topics.sh --bootstrap-server %s --create --topic %s"
                .formatted(
                    ClosestName.to(topic, answer(admin.listTopics().names()))
                        .map(name -> "; did you mean " + name + "?")
                        .orElse(""),
                    cluster.servers(),
                    topic));
      }
      throw BrokerProblem.of(cluster, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  Map<Integer, Long> earliest(Collection<Integer> partitions) throws BrokerProblem {
    return offsets(partitions, OffsetSpec.earliest());
  }

  /** Behind the last message that a reader may see. */
  Map<Integer, Long> latest(Collection<Integer> partitions) throws BrokerProblem {
    return offsets(partitions, OffsetSpec.latest());
  }

  /** Of the first message of this time or a later one; only the partitions that have one. */
  Map<Integer, Long> at(Instant time, Collection<Integer> partitions) throws BrokerProblem {
    Map<Integer, Long> found = offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
    found.values().removeIf(offset -> offset < 0);
    return found;
  }

  private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec spec)
      throws BrokerProblem {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(new TopicPartition(topic, partition), spec));
    IsolationLevel isolation =
        cluster.readsUncommitted()
            ? IsolationLevel.READ_UNCOMMITTED
            : IsolationLevel.READ_COMMITTED;
    Map<TopicPartition, ListOffsetsResultInfo> answer =
        answer(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    Map<Integer, Long> found = new TreeMap<>();
    answer.forEach((partition, info) -> found.put(partition.partition(), info.offset()));
    return found;
  }

  private <V> V answer(KafkaFuture<V> future) throws BrokerProblem {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw BrokerProblem.of(cluster, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private BrokerProblem interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return BrokerProblem.of(cluster, e);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO); // nothing is under way
  }
}
