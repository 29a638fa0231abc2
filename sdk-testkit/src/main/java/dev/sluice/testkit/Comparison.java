package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.List;
import java.util.Optional;

/**
 * How rows are compared. Immutable.
 *
 * @param sameness when two rows count as the same
 * @param keys the components by which a failure aligns rows
 * @param ordered whether the order of the rows matters
 * @param name what the user calls the rows
 */
record Comparison(
    Sameness sameness, List<RecordComponentType> keys, boolean ordered, Optional<String> name) {

  static Comparison plain() {
    return new Comparison(Sameness.exact(), List.of(), false, Optional.empty());
  }

  Comparison with(Sameness changed) {
    return new Comparison(changed, keys, ordered, name);
  }

  Comparison keyedBy(List<RecordComponentType> changed) {
    return new Comparison(sameness, List.copyOf(changed), ordered, name);
  }

  Comparison inOrder() {
    return new Comparison(sameness, keys, true, name);
  }

  Comparison named(String changed) {
    return new Comparison(sameness, keys, ordered, Optional.of(changed));
  }
}
