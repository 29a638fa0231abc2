package dev.sluice.io.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which messages are read, and how.
 *
 * @param from where reading begins
 * @param until where it ends
 * @param failOnDataLoss whether messages that are gone fail the run
 * @param minPartitions how many tasks at least; 0 for one for each partition of the topic
 * @param maxRecords messages a task at most; 0 for no limit
 * @param tombstones whether messages without a value are rows
 * @param failFast whether a message that is no row fails the run
 * @param pace how many messages a batch of a stream has
 */
record Reading(
    Offsets from,
    Offsets until,
    boolean failOnDataLoss,
    int minPartitions,
    long maxRecords,
    boolean tombstones,
    boolean failFast,
    Pace pace) {

  static final Reading DEFAULT =
      new Reading(Offsets.earliest(), Offsets.latest(), true, 0, 0, true, false, Pace.FREE);

  /** Times the wrong way round; offsets can be compared only when they are known. */
  Reading {
    if (from instanceof Offsets.At begin
        && until instanceof Offsets.At end
        && end.time().isBefore(begin.time())) {
      throw new IllegalArgumentException(
          "until(%s) is before from(%s)".formatted(end.time(), begin.time()));
    }
  }

  /** What may surprise who follows a topic. */
  Stream<String> streamWarnings() {
    return Stream.of(
        failOnDataLoss
            ? ""
            : "messages that are deleted before they are read are left out without a word: leave failOnDataLoss(false) out",
        pace.most() == 0 && from instanceof Offsets.Earliest
            ? "the first epoch has all messages that are there: limit each with maxOffsetsPerTrigger(…)"
            : "")
        .filter(warning -> !warning.isEmpty());
  }

  Reading from(Offsets changed) {
    return new Reading(changed, until, failOnDataLoss, minPartitions, maxRecords, tombstones,
        failFast, pace);
  }

  Reading until(Offsets changed) {
    return new Reading(from, changed, failOnDataLoss, minPartitions, maxRecords, tombstones,
        failFast, pace);
  }

  Reading failOnDataLoss(boolean changed) {
    return new Reading(from, until, changed, minPartitions, maxRecords, tombstones, failFast, pace);
  }

  Reading minPartitions(int tasks) {
    return new Reading(
        from, until, failOnDataLoss, (int) positive(tasks), maxRecords, tombstones, failFast, pace);
  }

  Reading maxRecords(long messages) {
    return new Reading(
        from, until, failOnDataLoss, minPartitions, positive(messages), tombstones, failFast,
        pace);
  }

  Reading withoutTombstones() {
    return new Reading(from, until, failOnDataLoss, minPartitions, maxRecords, false, failFast,
        pace);
  }

  Reading withFailFast() {
    return new Reading(
        from, until, failOnDataLoss, minPartitions, maxRecords, tombstones, true, pace);
  }

  Reading pace(Pace changed) {
    return new Reading(
        from, until, failOnDataLoss, minPartitions, maxRecords, tombstones, failFast, changed);
  }

  /** Whether all messages are meant that come. */
  boolean isOpen() {
    return until instanceof Offsets.Latest;
  }

  /** What a batch of Spark is told, secrets included: never to be shown. */
  Map<String, String> options(KafkaTopic topic, Range range, boolean headers) {
    Map<String, String> options = common(topic, headers);
    Map.Entry<String, String> parts = Topics.assignment(new TreeSet<>(range.from().keySet()));
    options.put(parts.getKey(), parts.getValue());
    options.putAll(division());
    options.put("startingOffsets", Topics.json(range.from()));
    options.put("endingOffsets", Topics.json(range.until()));
    return options;
  }

  /**
   * What a stream of Spark is told, secrets included: never to be shown.
   *
   * @param offsets where each partition begins, if offsets were given
   */
  Map<String, String> streamOptions(
      KafkaTopic topic, Map<TopicPart, Long> offsets, boolean headers) {
    Map<String, String> options = common(topic, headers);
    Map.Entry<String, String> topics = topic.topics().subscription();
    options.put(topics.getKey(), topics.getValue());
    options.putAll(beginning(offsets));
    return options;
  }

  /** How large the epochs of a stream are, and into how many tasks they are divided. */
  Map<String, String> sizes() {
    Map<String, String> options = division();
    options.putAll(pace.options());
    return options;
  }

  private Map<String, String> division() {
    Map<String, String> options = new LinkedHashMap<>();
    if (minPartitions > 0) {
      options.put("minPartitions", String.valueOf(minPartitions));
    }
    if (maxRecords > 0) {
      options.put("maxRecordsPerPartition", String.valueOf(maxRecords));
    }
    return options;
  }

  private Map<String, String> beginning(Map<TopicPart, Long> offsets) {
    if (from instanceof Offsets.At at) {
      // where no message is that late the stream begins behind the last one, as a batch does
      return Map.of(
          "startingTimestamp", String.valueOf(at.time().toEpochMilli()),
          "startingOffsetsByTimestampStrategy", "latest");
    }
    return Map.of(
        "startingOffsets", offsets.isEmpty() ? from.toString() : Topics.json(offsets));
  }

  private Map<String, String> common(KafkaTopic topic, boolean headers) {
    Map<String, String> options = new LinkedHashMap<>();
    topic.cluster().reading().forEach((key, value) -> options.put("kafka." + key, value));
    options.put("failOnDataLoss", String.valueOf(failOnDataLoss));
    options.put("includeHeaders", String.valueOf(headers));
    options.put(
        "kafkaConsumer.pollTimeoutMs", String.valueOf(topic.cluster().timeout().toMillis()));
    return options;
  }

  static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("1 or more, not " + number);
    }
    return number;
  }
}
