package dev.sluice.io.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The offsets between which each partition is read.
 *
 * @param from the first of them, by partition
 * @param until the first that is not read any more, by partition
 * @param problems why they cannot be read, a sentence each
 */
record Range(Map<TopicPart, Long> from, Map<TopicPart, Long> until, List<String> problems) {

  static Range of(TopicAdmin admin, Topics topics, Reading reading) throws BrokerProblem {
    SortedSet<TopicPart> partitions = admin.partitions(topics);
    List<String> problems = new ArrayList<>();
    Map<TopicPart, Long> earliest = admin.earliest(partitions);
    // before the end is asked for: what comes meanwhile must not be behind it
    Map<TopicPart, Long> from =
        offsets(admin, topics, reading.from(), partitions, earliest, problems);
    Map<TopicPart, Long> until =
        offsets(admin, topics, reading.until(), partitions, earliest, problems);
    Map<TopicPart, Long> latest = admin.latest(partitions);
    if (reading.until() instanceof Offsets.At end && end.time().isAfter(Instant.now())) {
      problems.add(
          "until(%s) is in the future: messages of that time may still come, and no later run would read them; leave it out, or run later"
              .formatted(end.time()));
    }
    for (TopicPart partition : partitions) {
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
      String called =
          topics.isOne()
              ? "partition " + partition.number()
              : "partition %d of %s".formatted(partition.number(), partition.topic());
      problem(called, from.get(partition), until.get(partition), first, end)
          .forEach(problems::add);
    }
    return new Range(from, until, List.copyOf(problems));
  }

  /** Of the partitions for which there is an answer. */
  private static Map<TopicPart, Long> offsets(
      TopicAdmin admin,
      Topics topics,
      Offsets asked,
      SortedSet<TopicPart> partitions,
      Map<TopicPart, Long> earliest,
      List<String> problems)
      throws BrokerProblem {
    if (asked instanceof Offsets.Earliest) {
      return new TreeMap<>(earliest);
    } else if (asked instanceof Offsets.At at) {
      return new TreeMap<>(admin.at(at.time(), partitions));
    } else if (asked instanceof Offsets.Each || asked instanceof Offsets.EachOf) {
      Map<TopicPart, Long> offsets = topics.offsets(asked);
      problems.addAll(differences(partitions, new TreeSet<>(offsets.keySet())));
      offsets.keySet().retainAll(partitions);
      return offsets;
    }
    return new TreeMap<>();
  }

  /** A sentence for each topic of which other partitions are given than it has. */
  private static List<String> differences(
      SortedSet<TopicPart> partitions, SortedSet<TopicPart> given) {
    Map<String, List<Integer>> there = numbers(partitions);
    Map<String, List<Integer>> named = numbers(given);
    SortedSet<String> topics = new TreeSet<>(there.keySet());
    topics.addAll(named.keySet());
    List<String> problems = new ArrayList<>();
    for (String topic : topics) {
      List<Integer> has = there.getOrDefault(topic, List.of());
      List<Integer> gets = named.getOrDefault(topic, List.of());
      if (!has.equals(gets)) {
        List<Integer> missing = has.stream().filter(number -> !gets.contains(number)).toList();
        problems.add(
            "%s has the partitions %s, and offsets are given for %s%s"
                .formatted(
                    topics.size() == 1 ? "it" : topic,
                    has,
                    gets,
                    missing.isEmpty()
                        ? ""
                        : ": say where to begin and end in %s too, 0 for all of it"
                            .formatted(missing)));
      }
    }
    return problems;
  }

  private static Map<String, List<Integer>> numbers(SortedSet<TopicPart> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                TopicPart::topic,
                Collectors.mapping(TopicPart::number, Collectors.toList())));
  }

  private static List<String> problem(
      String partition, long from, long until, long first, long end) {
    if (from > end || until > end) {
      return List.of(
          "%s ends at offset %d, and %d is asked for"
              .formatted(partition, end, Math.max(from, until)));
    }
    if (from < first) {
      return List.of(
          "%s begins at offset %d, and %d is asked for: what was before is deleted; failOnDataLoss(false) reads what is left"
              .formatted(partition, first, from));
    }
    return until < from
        ? List.of(
            "%s would be read from offset %d to %d, which is before it"
                .formatted(partition, from, until))
        : List.of();
  }
}
