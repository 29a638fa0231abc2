package dev.sluice.io.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which messages are read, and how.
 *
 * @param from where reading begins
 * @param until where it ends
 * @param failOnDataLoss whether messages that are gone fail the run
 * @param minPartitions how many tasks at least; 0 for one for each partition of the topic
 * @param maxRecords messages a task at most; 0 for no limit
 * @param tombstones whether messages without a value are rows
 */
record Reading(
    Offsets from,
    Offsets until,
    boolean failOnDataLoss,
    int minPartitions,
    long maxRecords,
    boolean tombstones) {

  static final Reading DEFAULT =
      new Reading(Offsets.earliest(), Offsets.latest(), true, 0, 0, true);

  /** Times the wrong way round; offsets can be compared only when they are known. */
  Reading {
    if (from instanceof Offsets.At begin
        && until instanceof Offsets.At end
        && end.time().isBefore(begin.time())) {
      throw new IllegalArgumentException(
          "until(%s) is before from(%s)".formatted(end.time(), begin.time()));
    }
  }

  Reading from(Offsets changed) {
    return new Reading(changed, until, failOnDataLoss, minPartitions, maxRecords, tombstones);
  }

  Reading until(Offsets changed) {
    return new Reading(from, changed, failOnDataLoss, minPartitions, maxRecords, tombstones);
  }

  Reading failOnDataLoss(boolean changed) {
    return new Reading(from, until, changed, minPartitions, maxRecords, tombstones);
  }

  Reading minPartitions(int tasks) {
    return new Reading(
        from, until, failOnDataLoss, (int) positive(tasks), maxRecords, tombstones);
  }

  Reading maxRecords(long messages) {
    return new Reading(
        from, until, failOnDataLoss, minPartitions, positive(messages), tombstones);
  }

  Reading withoutTombstones() {
    return new Reading(from, until, failOnDataLoss, minPartitions, maxRecords, false);
  }

  /** What Spark is told, secrets included: never to be shown. */
  Map<String, String> options(KafkaTopic topic, Range range, boolean headers) {
    Map<String, String> options = new LinkedHashMap<>();
    topic.cluster().reading().forEach((key, value) -> options.put("kafka." + key, value));
    options.put("assign", json(topic, range.from().keySet().toString()));
    options.put("startingOffsets", json(topic, offsets(range.from())));
    options.put("endingOffsets", json(topic, offsets(range.until())));
    options.put("failOnDataLoss", String.valueOf(failOnDataLoss));
    options.put("includeHeaders", String.valueOf(headers));
    options.put(
        "kafkaConsumer.pollTimeoutMs", String.valueOf(topic.cluster().timeout().toMillis()));
    if (minPartitions > 0) {
      options.put("minPartitions", String.valueOf(minPartitions));
    }
    if (maxRecords > 0) {
      options.put("maxRecordsPerPartition", String.valueOf(maxRecords));
    }
    return options;
  }

  /** A topic's name has nothing that JSON would have to escape. */
  private static String json(KafkaTopic topic, String partitions) {
    return "{\"%s\": %s}".formatted(topic.name(), partitions);
  }

  private static String offsets(Map<Integer, Long> byPartition) {
    return byPartition.entrySet().stream()
        .map(entry -> "\"%d\": %d".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("1 or more, not " + number);
    }
    return number;
  }
}
