package dev.sluice.testkit;

import java.util.List;

/**
 * What rows of a source do to a stage.
 *
 * @param made the rows that are there because of them
 * @param replaced the rows that would be there without them
 */
record Effect(List<Record> made, List<Record> replaced) {

  Effect {
    made = List.copyOf(made);
    replaced = List.copyOf(replaced);
  }

  boolean isNone() {
    return made.isEmpty() && replaced.isEmpty();
  }

  /** What can be looked at further: the rows themselves, or else those in whose place they are. */
  List<Record> rows() {
    return made.isEmpty() ? replaced : made;
  }
}
