package dev.sluice.io;

/** What a sink does with what is already at its target. */
enum SaveMode {
  APPEND("append"),
  OVERWRITE("overwrite"),
  OVERWRITE_ALL("overwrite all"),
  ERROR_IF_EXISTS("error if exists"),
  IGNORE("ignore");

  private final String words;

  SaveMode(String words) {
    this.words = words;
  }

  /** The mode as descriptions have it. */
  String words() {
    return words;
  }
}
