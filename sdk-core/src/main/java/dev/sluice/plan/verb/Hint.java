package dev.sluice.plan.verb;

import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;

/**
 * The same rows, with a word to Spark on how to join them.
 *
 * @param join how
 */
public record Hint(JoinWay join) implements Verb {

  /** How Spark may join a side. */
  public enum JoinWay {
    /** Both sides sorted by key. */
    SORT_MERGE("sortMerge", "merge"),
    /** Both sides dealt out by key, and a hash table made of this one in each partition. */
    SHUFFLE_HASH("shuffleHash", "shuffle_hash");

    private final String verb;
    private final String sparkName;

    JoinWay(String verb, String sparkName) {
      this.verb = verb;
      this.sparkName = sparkName;
    }

    /** The name that Spark has for it. */
    public String sparkName() {
      return sparkName;
    }
  }

  @Override
  public String name() {
    return join.verb;
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }
}
