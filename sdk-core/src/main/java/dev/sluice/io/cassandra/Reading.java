package dev.sluice.io.cassandra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How rows are read.
 *
 * @param fetchSize rows that are fetched together
 * @param partitions into how many parts the rows are divided, 0 where that follows from their size
 * @param consistency how many replicas have to answer
 * @param restrictions the values that some components must have; all rows if there are none
 */
record Reading(
    int fetchSize, int partitions, Consistency consistency, List<Restriction> restrictions)
    implements Serializable {

  static final Reading DEFAULT = new Reading(1_000, 0, Consistency.LOCAL_QUORUM, List.of());

  Reading {
    restrictions = List.copyOf(restrictions);
  }

  /**
   * Values of a component.
   *
   * @param component its name
   * @param values those that it may have, at least one, none null
   */
  record Restriction(String component, List<Object> values) implements Serializable {
    Restriction {
      values = List.copyOf(values);
    }
  }

  Reading fetchSize(int rows) {
    return new Reading(atLeastOne("a fetch size", rows), partitions, consistency, restrictions);
  }

  Reading partitions(int parts) {
    return new Reading(
        fetchSize, atLeastOne("the number of parts", parts), consistency, restrictions);
  }

  Reading consistency(Consistency level) {
    if (level == Consistency.EACH_QUORUM) {
      throw new IllegalArgumentException("EACH_QUORUM is for writes: read with QUORUM");
    }
    return new Reading(fetchSize, partitions, level, restrictions);
  }

  Reading where(String component, List<?> values) {
    if (restrictions.stream().anyMatch(r -> r.component().equals(component))) {
      throw new IllegalArgumentException(
          "where(…) names %s twice: give all values at once with in(…)".formatted(component));
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("where(…) needs a value for " + component);
    }
    return new Reading(
        fetchSize,
        partitions,
        consistency,
        Stream.concat(
            restrictions.stream(),
            Stream.of(
                new Restriction(component, new ArrayList<>(values.stream().distinct().toList()))))
            .toList());
  }

  OptionalInt wantedPartitions() {
    return partitions == 0 ? OptionalInt.empty() : OptionalInt.of(partitions);
  }

  private static int atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s is 1 or more, not %d".formatted(what, value));
    }
    return value;
  }
}
