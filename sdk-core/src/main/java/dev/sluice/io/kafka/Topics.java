package dev.sluice.io.kafka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which topics are read, and which of their partitions.
 *
 * @param names the topics; empty if a pattern says which
 * @param pattern what names have to match; empty if they are given
 * @param partitions the partitions of each; empty for all there are, also those that come later
 */
record Topics(ArrayList<String> names, String pattern, ArrayList<Integer> partitions)
    implements Serializable {

  /** Spark's number for the first message that is there. */
  static final long EARLIEST = -2;

  private static final int LONGEST_NAME = 249;

  static Topics named(String first, String... more) {
    LinkedHashSet<String> names = new LinkedHashSet<>(List.of(required(first)));
    Arrays.stream(more).map(Topics::required).forEach(names::add);
    return new Topics(new ArrayList<>(names), "", new ArrayList<>());
  }

  static Topics matching(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is no pattern for topics: %s".formatted(pattern, e.getDescription()));
    }
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("an empty pattern matches no topic");
    }
    return new Topics(new ArrayList<>(), pattern, new ArrayList<>());
  }

  private static String required(String name) {
    if (!name.matches("[a-zA-Z0-9._-]{1," + LONGEST_NAME + "}") || name.matches("\\.{1,2}")) {
      throw new IllegalArgumentException(
          "a topic's name is 1 to %d letters of ASCII, digits, '.', '_' and '-', not '%s'"
              .formatted(LONGEST_NAME, name));
    }
    return name;
  }

  /** The same, of each topic these partitions only. */
  Topics only(int... numbers) {
    if (isPattern()) {
      throw new IllegalStateException(
          "partitions are chosen of topics that are named, and not of those that match "
              + pattern);
    }
    if (numbers.length == 0 || IntStream.of(numbers).anyMatch(number -> number < 0)) {
      throw new IllegalArgumentException(
          "partitions have numbers from 0, and one at least is chosen, not "
              + Arrays.toString(numbers));
    }
    List<Integer> chosen = IntStream.of(numbers).distinct().sorted().boxed().toList();
    return new Topics(names, pattern, new ArrayList<>(chosen));
  }

  boolean isPattern() {
    return !pattern.isEmpty();
  }

  boolean isOne() {
    return names.size() == 1;
  }

  /** The only topic. */
  String one() {
    return names.get(0);
  }

  /** Those of a broker's topics that are meant. */
  List<String> of(Collection<String> all) {
    Pattern compiled = Pattern.compile(pattern);
    return all.stream().filter(name -> compiled.matcher(name).matches()).sorted().toList();
  }

  /** Whether a text speaks of a topic that is read. */
  boolean areIn(String text) {
    return isPattern()
        ? Pattern.compile(pattern).matcher(text).find()
        : names.stream().anyMatch(text::contains);
  }

  /** Offsets that are given for partitions, which are those of the only topic if none is named. */
  Map<TopicPart, Long> offsets(Offsets given) {
    Map<TopicPart, Long> offsets = new TreeMap<>();
    byTopic(given)
        .forEach(
            (topic, each) -> each.byPartition()
                .forEach((number, offset) -> offsets.put(new TopicPart(topic, number), offset)));
    return offsets;
  }

  private Map<String, Offsets.Each> byTopic(Offsets given) {
    if (given instanceof Offsets.EachOf several) {
      return several.byTopic();
    }
    return given instanceof Offsets.Each each ? Map.of(one(), each) : Map.of();
  }

  /** The same the other way round, as a user would write it. */
  Offsets given(Map<TopicPart, Long> offsets) {
    Map<String, Map<Integer, Long>> byTopic = new TreeMap<>();
    offsets.forEach(
        (part, offset) -> byTopic.computeIfAbsent(part.topic(), topic -> new TreeMap<>())
            .put(part.number(), offset));
    return isOne() ? Offsets.of(byTopic.get(one())) : Offsets.ofTopics(byTopic);
  }

  /** Offsets by partition alone are of one topic. */
  void requireOffsets(Offsets given) {
    if (given instanceof Offsets.Each && !isOne()) {
      throw new IllegalArgumentException(
          "offsets by partition are those of one topic, and these are %s: take Offsets.ofTopics(…)"
              .formatted(this));
    }
  }

  /** What a stream of Spark is told, which finds new topics and partitions by itself. */
  Map.Entry<String, String> subscription() {
    if (isPattern()) {
      return Map.entry("subscribePattern", pattern);
    }
    if (partitions.isEmpty()) {
      return Map.entry("subscribe", String.join(",", names));
    }
    return assignment(
        names.stream()
            .flatMap(name -> partitions.stream().map(number -> new TopicPart(name, number)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What Spark is told of partitions that are known. */
  static Map.Entry<String, String> assignment(SortedSet<TopicPart> parts) {
    return Map.entry("assign", json(parts, of -> of.stream().map(TopicPart::number).toList()));
  }

  /** What Spark is told of an offset for each of them. */
  static String json(Map<TopicPart, Long> offsets) {
    return json(
        new TreeSet<>(offsets.keySet()),
        of -> of.stream()
            .map(part -> "\"%d\": %d".formatted(part.number(), offsets.get(part)))
            .collect(Collectors.joining(", ", "{", "}")));
  }

  /** A topic's name has nothing that JSON would have to escape. */
  private static String json(
      SortedSet<TopicPart> parts, Function<List<TopicPart>, Object> value) {
    return parts.stream()
        .collect(Collectors.groupingBy(TopicPart::topic, TreeMap::new, Collectors.toList()))
        .entrySet().stream()
        .map(entry -> "\"%s\": %s".formatted(entry.getKey(), value.apply(entry.getValue())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** As in descriptions. */
  @Override
  public String toString() {
    String topics =
        isPattern()
            ? "topics like " + pattern
            : (isOne() ? "topic " : "topics ") + String.join(", ", names);
    return partitions.isEmpty() ? topics : topics + ", partitions " + partitions;
  }
}
