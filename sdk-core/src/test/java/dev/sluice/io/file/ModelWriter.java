package dev.sluice.io.file;

import dev.sluice.spark.files.Directories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A writer of the model: the real protocol over a few files, and how far it is.
 *
 * @param id its place among the writers, and the content of its files
 * @param kind what it does with the target
 * @param leaves the partitions it writes
 * @param answers what the file system has answered so far
 * @param trace a digest of the answers
 * @param committed whether its rows were put into the target
 * @param state whether it still runs, or how it ended
 */
record ModelWriter(
    int id,
    Kind kind,
    List<String> leaves,
    List<Object> answers,
    long trace,
    boolean committed,
    State state) {

  enum Kind {
    PARTITIONS,
    WHOLE,
    APPEND
  }

  enum State {
    RUNNING,
    SUCCEEDED,
    FAILED,
    REFUSED,
    KILLED
  }

  static ModelWriter of(int id, Kind kind, String... leaves) {
    return new ModelWriter(id, kind, List.of(leaves), List.of(), 0, false, State.RUNNING);
  }

  ModelWriter answered(Object answer) {
    List<Object> more = new ArrayList<>(answers);
    more.add(answer);
    return new ModelWriter(
        id, kind, leaves, more, Digest.mixed(trace, answer.toString()), committed, state);
  }

  /** What it has been answered does not matter any more. */
  ModelWriter ended(State how) {
    return new ModelWriter(id, kind, leaves, List.of(), 0, committed, how);
  }

  ModelWriter whoCommitted() {
    return new ModelWriter(id, kind, leaves, answers, trace, true, state);
  }

  String file() {
    return "/part-" + id;
  }

  /** What the target holds when this writer has put its rows into it. */
  Map<String, String> after(Map<String, String> before) {
    Map<String, String> after = new TreeMap<>(before);
    after
        .keySet()
        .removeIf(
            path -> kind == Kind.WHOLE
                || kind == Kind.PARTITIONS
                    && leaves.stream().anyMatch(leaf -> path.startsWith(leaf + "/")));
    leaves.forEach(leaf -> after.put(leaf + file(), "v" + id));
    return after;
  }

  /** What {@link FileSink} does, with a job that writes a file into each partition. */
  void run(Directories files) throws IOException {
    try (Workspace workspace = Workspace.open(files, ModelWorld.TARGET)) {
      for (String leaf : leaves) {
        files.createDirectories(workspace.staging() + leaf);
        files.writeText(workspace.staging() + leaf + file(), "v" + id);
      }
      Staged staged = workspace.staged();
      workspace.replace(
          switch (kind) {
            case PARTITIONS -> staged.partitions();
            case WHOLE -> staged.whole();
            case APPEND -> staged.single();
          });
    }
  }
}
