package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The levels of a category, a slot each, and behind them a slot each for levels that were rare in training,
 * for levels that training has not seen, and for NULL.
 *
 * @param kept the levels with a slot of their own
 * @param rare levels that were seen too rarely for one, as far as they were kept
 */
public record LevelTable(Levels kept, Levels rare) implements Serializable {

  /** What stands for NULL where levels are shown. */
  public static final String NULL = "(NULL)";

  private static final String RARE = "(rare)";
  private static final String UNSEEN = "(unseen)";

  public LevelTable {
    Valid.present(kept, "the table of levels");
    Valid.present(rare, "the table of rare levels");
    for (String level : rare.names()) {
      Valid.that(kept.position(level) < 0, "level '%s' is both kept and rare", level);
    }
  }

  /** How many slots there are. */
  public int width() {
    return kept.size() + 3;
  }

  /** The slot of a level. */
  public int slot(String level) {
    int position = kept.position(level);
    if (position >= 0) {
      return position;
    }
    return kept.size() + (rare.position(level) >= 0 ? 0 : 1);
  }

  /** The slot of NULL. */
  public int slotOfNull() {
    return kept.size() + 2;
  }

  /** What each slot is shown as. */
  public List<String> names() {
    return Stream.concat(kept.names().stream(), Stream.of(RARE, UNSEEN, NULL)).toList();
  }
}
