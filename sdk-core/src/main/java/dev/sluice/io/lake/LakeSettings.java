package dev.sluice.io.lake;

import java.util.List;
import java.util.Optional;

/**
 * How rows are written.
 *
 * @param change what becomes of those that are there
 * @param create whether a table is made if there is none
 * @param partitions by which columns
 * @param evolve whether the table gets the columns it does not have
 * @param transaction the write that is done once
 */
record LakeSettings(
    LakeChange change,
    boolean create,
    List<String> partitions,
    boolean evolve,
    Optional<Transaction> transaction) {

  static LakeSettings of(LakeChange change) {
    return new LakeSettings(change, false, List.of(), false, Optional.empty());
  }

  LakeSettings change(LakeChange changed) {
    return new LakeSettings(changed, create, partitions, evolve, transaction);
  }

  LakeSettings creating() {
    return new LakeSettings(change, true, partitions, evolve, transaction);
  }

  LakeSettings partitions(List<String> columns) {
    return new LakeSettings(change, create, columns, evolve, transaction);
  }

  LakeSettings evolving() {
    return new LakeSettings(change, create, partitions, true, transaction);
  }

  LakeSettings transaction(Transaction changed) {
    return new LakeSettings(change, create, partitions, evolve, Optional.of(changed));
  }
}
