package dev.sluice.io.kafka;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where in each partition of a topic, or of several, reading begins or ends. An offset is the number of a message
 * in its partition; reading begins with it, and ends before it.
 */
public sealed interface Offsets {

  /** The first message that is there. */
  record Earliest() implements Offsets {
    @Override
    public String toString() {
      return "earliest";
    }
  }

  /** Behind the last message that is there. */
  record Latest() implements Offsets {
    @Override
    public String toString() {
      return "latest";
    }
  }

  /**
   * The first message of this time or a later one; behind the last message where there is none.
   *
   * @param time the time, of which Kafka knows the milliseconds
   */
  record At(Instant time) implements Offsets {
    @Override
    public String toString() {
      return time.toString();
    }
  }

  /**
   * An offset for each partition.
   *
   * @param byPartition by the numbers of all partitions of the topic
   */
  record Each(Map<Integer, Long> byPartition) implements Offsets {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if it is empty, or has a negative number
     */
    public Each {
      byPartition = Collections.unmodifiableMap(new TreeMap<>(byPartition));
      if (byPartition.isEmpty()) {
        throw new IllegalArgumentException("a topic has one partition or more");
      }
      byPartition.forEach(
          (partition, offset) -> {
            if (partition < 0 || offset < 0) {
              throw new IllegalArgumentException(
                  "partitions and offsets are 0 or more, not %d and %d"
                      .formatted(partition, offset));
            }
          });
    }

    @Override
    public String toString() {
      return byPartition.toString();
    }
  }

  /**
   * An offset for each partition of several topics.
   *
   * @param byTopic by the names of all topics that are read
   */
  record EachOf(Map<String, Each> byTopic) implements Offsets {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public EachOf {
      byTopic = Collections.unmodifiableMap(new TreeMap<>(byTopic));
      if (byTopic.isEmpty()) {
        throw new IllegalArgumentException("one topic or more is read");
      }
    }

    @Override
    public String toString() {
      return byTopic.toString();
    }
  }

  /** The first message that is there. */
  static Offsets earliest() {
    return new Earliest();
  }

  /** Behind the last message that is there. */
  static Offsets latest() {
    return new Latest();
  }

  /** The first message of this time or a later one; behind the last where there is none. */
  static Offsets at(Instant time) {
    return new At(time);
  }

  /**
   * An offset for each partition of one topic.
   *
   * @param byPartition by the numbers of all partitions of the topic
   * @throws IllegalArgumentException if it is empty, or has a negative number
   */
  static Offsets of(Map<Integer, Long> byPartition) {
    return new Each(byPartition);
  }

  /**
   * An offset for each partition of several topics.
   *
   * <pre>{@code
   * Offsets.ofTopics(Map.of("bids", Map.of(0, 12L), "asks", Map.of(0, 3L, 1, 0L)))
   * }</pre>
   *
   * @param byTopic by the names of all topics that are read, and the numbers of their partitions
   * @throws IllegalArgumentException if there is none of them, or a negative number
   */
  static Offsets ofTopics(Map<String, Map<Integer, Long>> byTopic) {
    Map<String, Each> each = new TreeMap<>();
    byTopic.forEach((topic, offsets) -> each.put(topic, new Each(offsets)));
    return new EachOf(each);
  }
}
