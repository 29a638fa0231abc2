package dev.sluice.io;

/** What a sink does with what is already at its target. */
enum SaveMode {
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
  String words() {
    return words;
  }

  /** What becomes of the rows that are there. */
  WriteMode mode() {
    return mode;
  }
}
