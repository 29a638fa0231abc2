package dev.sluice.io.format;

import dev.sluice.spark.rows.TaskWarnings;
import java.util.EnumSet;
import java.util.Set;

/**
 * By what JSON is read.
 *
 * @param times how dates and times are written
 * @param doubts what becomes of doubtful objects
 * @param warnings where those are counted that are accepted with a warning
 * @param met with which doubts the row in hand is accepted; whoever reads rows empties it
 * @param beside fields of the outermost object that are not looked at: the record has them from
 *     elsewhere
 */
record JsonRules(
    TimeText times,
    JsonDoubts doubts,
    TaskWarnings warnings,
    EnumSet<JsonDoubt> met,
    Set<String> beside) {

  JsonRules(TimeText times, JsonDoubts doubts, TaskWarnings warnings, Set<String> beside) {
    this(times, doubts, warnings, EnumSet.noneOf(JsonDoubt.class), beside);
  }

  /** The same for objects within the object. */
  JsonRules within() {
    return beside.isEmpty() ? this : new JsonRules(times, doubts, warnings, met, Set.of());
  }

  /** Does what is to be done about a doubt. */
  void meet(JsonDoubt doubt, BadValue why) throws BadValue {
    switch (doubts.of(doubt)) {
      case ACCEPT -> { /* a row as others */ }
      case WARN -> {
        warnings.count(why.reason());
        met.add(doubt);
      }
      case REJECT -> throw why;
      case FAIL -> throw new IllegalStateException("json: an object " + why.reason());
    }
  }
}
