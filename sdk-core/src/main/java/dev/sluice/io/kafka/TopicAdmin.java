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
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers about topics. */
final class TopicAdmin implements AutoCloseable {

  private final Cluster cluster;
  private final Admin admin;

  private TopicAdmin(Cluster cluster, Admin admin) {
    this.cluster = cluster;
    this.admin = admin;
  }

  static TopicAdmin of(Cluster cluster) throws BrokerProblem {
    try {
      return new TopicAdmin(cluster, Admin.create(new HashMap<>(cluster.asking())));
    } catch (RuntimeException e) { // a property is wrong, a server or a secret is not known
      throw BrokerProblem.of(cluster, e);
    }
  }

  /** The topics that are there, of a pattern those that match it. */
  List<String> names(Topics topics) throws BrokerProblem {
    if (!topics.isPattern()) {
      return topics.names();
    }
    List<String> matching = topics.of(answer(admin.listTopics().names()));
    if (matching.isEmpty()) {
      throw new BrokerProblem(
          "there is no topic yet whose name matches it; a pattern has to match the whole name");
    }
    return matching;
  }

  /** The partitions of the topics, or those of them that were chosen. */
  SortedSet<TopicPart> partitions(Topics topics) throws BrokerProblem {
    SortedSet<TopicPart> all = new TreeSet<>();
    for (String name : names(topics)) {
      SortedSet<TopicPart> there = partitions(name);
      if (topics.partitions().isEmpty()) {
        all.addAll(there);
      }
      for (int number : topics.partitions()) {
        TopicPart chosen = new TopicPart(name, number);
        if (!there.contains(chosen)) {
          throw new BrokerProblem(
              "topic %s has the partitions %s, and %d is chosen"
                  .formatted(name, there.stream().map(TopicPart::number).toList(), number));
        }
        all.add(chosen);
      }
    }
    return all;
  }

  private SortedSet<TopicPart> partitions(String topic) throws BrokerProblem {
    try {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions()
          .stream()
          .map(partition -> new TopicPart(topic, partition.partition()))
          .collect(Collectors.toCollection(TreeSet::new));
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

  Map<TopicPart, Long> earliest(Collection<TopicPart> partitions) throws BrokerProblem {
    return offsets(partitions, OffsetSpec.earliest());
  }

  /** Behind the last message that a reader may see. */
  Map<TopicPart, Long> latest(Collection<TopicPart> partitions) throws BrokerProblem {
    return offsets(partitions, OffsetSpec.latest());
  }

  /** Of the first message of this time or a later one; only the partitions that have one. */
  Map<TopicPart, Long> at(Instant time, Collection<TopicPart> partitions) throws BrokerProblem {
    Map<TopicPart, Long> found =
        offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
    found.values().removeIf(offset -> offset < 0);
    return found;
  }

  private Map<TopicPart, Long> offsets(Collection<TopicPart> partitions, OffsetSpec spec)
      throws BrokerProblem {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(
        part -> asked.put(new TopicPartition(part.topic(), part.number()), spec));
    IsolationLevel isolation =
        cluster.readsUncommitted()
            ? IsolationLevel.READ_UNCOMMITTED
            : IsolationLevel.READ_COMMITTED;
    Map<TopicPartition, ListOffsetsResultInfo> answer =
        answer(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    Map<TopicPart, Long> found = new TreeMap<>();
    answer.forEach(
        (part, info) -> found.put(new TopicPart(part.topic(), part.partition()), info.offset()));
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
