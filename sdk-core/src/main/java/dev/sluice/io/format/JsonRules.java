package dev.sluice.io.format;

import dev.sluice.spark.rows.TaskWarnings;
import java.util.Set;

/**
 * By what JSON is read.
 *
 * @param times how dates and times are written
 * @param doubts what becomes of doubtful objects
 * @param warnings where those are counted that are accepted with a warning
 * @param beside fields of the outermost object that are not looked at: the record has them from
 *     elsewhere
 */
record JsonRules(TimeText times, JsonDoubts doubts, TaskWarnings warnings, Set<String> beside) {

  /** The same for objects within the object. */
  JsonRules within() {
    return beside.isEmpty() ? this : new JsonRules(times, doubts, warnings, Set.of());
  }

  /** Does what is to be done about a doubt. */
  void meet(InDoubt doubt, BadValue why) throws BadValue {
    switch (doubt) {
      case ACCEPT -> { /* a row as others */ }
      case WARN -> warnings.count(why.reason());
      case REJECT -> throw why;
      case FAIL -> throw new IllegalStateException("json: an object " + why.reason());
    }
  }
}
