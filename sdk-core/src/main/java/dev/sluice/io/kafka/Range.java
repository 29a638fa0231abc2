package dev.sluice.io.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The offsets between which each partition is read.
 *
 * @param from the first of them, by partition
 * @param until the first that is not read any more, by partition
 * @param problems why they cannot be read, a sentence each
 */
record Range(Map<Integer, Long> from, Map<Integer, Long> until, List<String> problems) {

  static Range of(TopicAdmin topic, Reading reading) throws BrokerProblem {
    SortedSet<Integer> partitions = topic.partitions();
    List<String> problems = new ArrayList<>();
    Map<Integer, Long> earliest = topic.earliest(partitions);
    // before the end is asked for: what comes meanwhile must not be behind it
    Map<Integer, Long> from = offsets(topic, reading.from(), partitions, earliest, problems);
    Map<Integer, Long> until = offsets(topic, reading.until(), partitions, earliest, problems);
    Map<Integer, Long> latest = topic.latest(partitions);
    if (reading.until() instanceof Offsets.At end && end.time().isAfter(Instant.now())) {
      problems.add(
          "until(%s) is in the future: messages of that time may still come, and no later run would read them; leave it out, or run later"
              .formatted(end.time()));
    }
    for (int partition : partitions) {
      long first = earliest.get(partition);
      long end = latest.get(partition);
      until.putIfAbsent(partition, end);
      // where no message is that late there is nothing to read
      from.putIfAbsent(
          partition, reading.from() instanceof Offsets.Latest ? end : until.get(partition));
      if (!reading.failOnDataLoss()) {
        from.merge(partition, first, Math::max);
        until.merge(partition, first, Math::max);
      }
      problem(partition, from.get(partition), until.get(partition), first, end)
          .forEach(problems::add);
    }
    return new Range(from, until, List.copyOf(problems));
  }

  /** Of the partitions for which there is an answer. */
  private static Map<Integer, Long> offsets(
      TopicAdmin topic,
      Offsets asked,
      SortedSet<Integer> partitions,
      Map<Integer, Long> earliest,
      List<String> problems)
      throws BrokerProblem {
    if (asked instanceof Offsets.Earliest) {
      return new TreeMap<>(earliest);
    } else if (asked instanceof Offsets.At at) {
      return new TreeMap<>(topic.at(at.time(), partitions));
    } else if (asked instanceof Offsets.Each each) {
      Map<Integer, Long> offsets = new TreeMap<>(each.byPartition());
      if (!offsets.keySet().equals(partitions)) {
        problems.add(
            "it has the partitions %s, and offsets are given for %s%s"
                .formatted(
                    partitions, offsets.keySet(), missing(partitions, offsets.keySet())));
      }
      offsets.keySet().retainAll(partitions);
      return offsets;
    }
    return new TreeMap<>();
  }

  private static String missing(Set<Integer> partitions, Set<Integer> given) {
    SortedSet<Integer> missing = new TreeSet<>(partitions);
    missing.removeAll(given);
    return missing.isEmpty()
        ? ""
        : ": say where to begin and end in %s too, 0 for all of it".formatted(missing);
  }

  private static List<String> problem(int partition, long from, long until, long first, long end) {
    if (from > end || until > end) {
      return List.of(
          "partition %d ends at offset %d, and %d is asked for"
              .formatted(partition, end, Math.max(from, until)));
    }
    if (from < first) {
      return List.of(
          "partition %d begins at offset %d, and %d is asked for: what was before is deleted; failOnDataLoss(false) reads what is left"
              .formatted(partition, first, from));
    }
    return until < from
        ? List.of(
            "partition %d would be read from offset %d to %d, which is before it"
                .formatted(partition, from, until))
        : List.of();
  }
}
