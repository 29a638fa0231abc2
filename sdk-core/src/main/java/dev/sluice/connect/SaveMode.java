package dev.sluice.connect;

import dev.sluice.annotation.Internal;

/** What a sink does with what is already at its target. */
@Internal
public enum SaveMode {
  APPEND("append", WriteMode.append()),
  OVERWRITE("overwrite", WriteMode.overwrite()),
  OVERWRITE_ALL("overwrite all", WriteMode.overwrite()),
  ERROR_IF_EXISTS("error if exists", WriteMode.create()),
  IGNORE("ignore", WriteMode.create());

  private final String words;
  private final WriteMode mode;

  SaveMode(String words, WriteMode mode) {
    this.words = words;
    this.mode = mode;
  }

  /** The mode as descriptions have it. */
  public String words() {
    return words;
  }

  /** What becomes of the rows that are there. */
  public WriteMode mode() {
    return mode;
  }
}
