package dev.sluice.streaming.checkpoint;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Spark has written into a checkpoint, as far as names and lengths tell.
 *
 * @param metadata the text of the file that has the query's id; empty if there is none
 * @param offsets the epochs that were planned, each with the length of its file
 * @param commits the epochs that are done, each with the length of its file
 * @param state the files of state by their names, each with its length
 */
record SparkFiles(
    Optional<String> metadata,
    NavigableMap<Long, Long> offsets,
    NavigableMap<Long, Long> commits,
    Map<String, Long> state) {

  static final String METADATA = "metadata";
  static final String OFFSETS = "offsets";
  static final String COMMITS = "commits";
  static final String STATE = "state";

  /** Where no epoch was done. */
  static final long NONE = -1;

  static SparkFiles of(CheckpointFiles files) throws IOException {
    return new SparkFiles(
        files.text(METADATA),
        numbered(files.list(OFFSETS)),
        numbered(files.list(COMMITS)),
        files.listAll(STATE));
  }

  private static NavigableMap<Long, Long> numbered(Map<String, Long> files) {
    NavigableMap<Long, Long> numbered = new TreeMap<>();
    files.forEach(
        (name, length) -> {
          if (name.matches("\\d{1,18}")) {
            numbered.put(Long.parseLong(name), length);
          }
        });
    return numbered;
  }

  /** Whether Spark has not written anything. */
  boolean isEmpty() {
    return metadata.isEmpty() && offsets.isEmpty() && commits.isEmpty() && state.isEmpty();
  }

  /** The last epoch that was planned. */
  long lastPlanned() {
    return offsets.isEmpty() ? NONE : offsets.lastKey();
  }

  /** The last epoch that is done. */
  long lastDone() {
    return commits.isEmpty() ? NONE : commits.lastKey();
  }

  /** The id of the query; empty if the file is gone or damaged. */
  Optional<String> queryId() {
    return metadata
        .flatMap(CheckpointJson::read)
        .map(json -> json.path("id").asText())
        .filter(id -> !id.isBlank());
  }
}
