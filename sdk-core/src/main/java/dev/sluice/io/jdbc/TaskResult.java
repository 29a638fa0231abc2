package dev.sluice.io.jdbc;

/**
 * What one task has committed. Of all attempts at a partition Spark tells of one alone.
 *
 * @param task a name that no other attempt has
 * @param rows how many
 */
record TaskResult(String task, long rows) {

  static TaskResult of(String text) {
    int colon = text.indexOf(':');
    return new TaskResult(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  String text() {
    return task + ":" + rows;
  }
}
