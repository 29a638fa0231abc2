package dev.sluice.streaming.checkpoint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a query has its checkpoint: {@code <root>/<pipeline>/stream}, {@code
 * <root>/<pipeline>/sinks/<sink>}, with names as directories can have them.
 */
final class CheckpointPlace {

  /** What is ours in a checkpoint, beside Spark's files. */
  static final String OURS = "sluice";

  /** What the checkpoint is of. */
  static final String FINGERPRINT = "fingerprint.json";

  private CheckpointPlace() {}

  /**
   * The directory of a query.
   *
   * @param path the query's name in parts: {@code stream}, or {@code sinks} and the name of a sink
   */
  static String of(String root, String pipeline, List<String> path) {
    return root
        + Stream.concat(Stream.of(pipeline), path.stream())
            .map(name -> "/" + DirectoryName.of(name))
            .collect(Collectors.joining());
  }
}
