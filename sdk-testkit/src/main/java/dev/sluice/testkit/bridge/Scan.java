package dev.sluice.testkit.bridge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan takes over from the query.
 *
 * @param columns the columns it reads, without those that are directories
 * @param filters the filters it is given; empty if it does not say
 */
public record Scan(List<String> columns, Optional<Set<Filter>> filters) {

  /**
   * A filter.
   *
   * @param value equal for equal filters
   */
  public record Filter(Object value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
