package dev.sluice.plan;

import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Set;

/**
 * What is known of NULL in the rows that an expression is computed from.
 *
 * @param neverNull for each stage that goes in, its columns that are never NULL
 * @param records the records of those stages
 * @param grouped whether an aggregate has a row at least: in an aggregation with keys, or a window
 */
public record NullFacts(List<Set<String>> neverNull, List<RecordType> records, boolean grouped) {

  /** Whether a column of a stage is never NULL. */
  public boolean isNeverNull(int input, String accessor) {
    return input < neverNull.size() && neverNull.get(input).contains(accessor);
  }

  /** The same for an aggregate that has a row at least. */
  public NullFacts ofGroup() {
    return new NullFacts(neverNull, records, true);
  }
}
