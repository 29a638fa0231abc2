package dev.sluice.samples.segments;

import dev.sluice.text.TextTable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far the segments that were found are the kinds that were planted.
 *
 * @param users how many users of each kind are in which segment
 */
record Agreement(Map<Kind, Map<Integer, Long>> users) {

  static Agreement of(List<Segment> segments) {
    Map<Kind, Map<Integer, Long>> users = new EnumMap<>(Kind.class);
    for (Segment segment : segments) {
      users
          .computeIfAbsent(KindsOfUsers.kind(segment.userId()), any -> new HashMap<>())
          .merge(segment.segment(), 1L, Long::sum);
    }
    return new Agreement(users);
  }

  /** The adjusted Rand index (Hubert and Arabie, 1985): 1 if they are the same, about 0 by chance. */
  double adjustedRand() {
    Map<Integer, Long> bySegment = new HashMap<>();
    users.values()
        .forEach(row -> row.forEach((segment, n) -> bySegment.merge(segment, n, Long::sum)));
    List<Long> byKind = users.values().stream().map(Agreement::sum).toList();
    double both = users.values().stream().mapToDouble(row -> pairs(row.values())).sum();
    double expected =
        pairs(byKind) * pairs(bySegment.values()) / pairs(List.of(sum(bySegment)));
    double most = (pairs(byKind) + pairs(bySegment.values())) / 2;
    return (both - expected) / (most - expected);
  }

  private static long sum(Map<Integer, Long> row) {
    return row.values().stream().mapToLong(Long::longValue).sum();
  }

  private static double pairs(Collection<Long> sizes) {
    return sizes.stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
  }

  /** A line for each kind, a column for each segment. */
  @Override
  public String toString() {
    int segments =
        1 + users.values().stream().flatMap(row -> row.keySet().stream()).max(Integer::compare)
            .orElse(0);
    TextTable table =
        new TextTable(
            Stream.concat(
                Stream.of("Planted, in segment:"),
                IntStream.range(0, segments).mapToObj(Integer::toString))
                .toArray(String[]::new));
    users.forEach(
        (kind, row) -> table.row(
            Stream.concat(
                Stream.of(kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                IntStream.range(0, segments)
                    .mapToObj(segment -> row.getOrDefault(segment, 0L).toString()))
                .toArray(String[]::new)));
    return table.toString();
  }
}
