package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Spark's logs of offsets and commits: a version, a line of JSON, and for offsets a line
 * for each source.
 *
 * @param version of its form
 * @param metadata what holds for the whole epoch
 * @param sources how far each source is read, as the source writes it; {@code -} for not at all
 */
record LogFile(int version, ObjectNode metadata, List<String> sources) {

  /** What stands for a source that has given nothing yet. */
  static final String NOTHING = "-";

  private static final Pattern VERSION = Pattern.compile("v(\\d{1,6})\\s*");

  LogFile {
    sources = List.copyOf(sources);
  }

  /** Reads one; empty if it is cut short. */
  static Optional<LogFile> read(String text) {
    List<String> lines = CheckpointFiles.lines(text);
    if (lines.size() < 2) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(lines.get(0));
    return version.matches()
        ? CheckpointJson.read(lines.get(1))
            .map(
                metadata -> new LogFile(
                    Integer.parseInt(version.group(1)), metadata, lines.subList(2, lines.size())))
        : Optional.empty();
  }

  /** A setting that the epoch was computed with. */
  Optional<String> setting(String key) {
    return Optional.ofNullable(metadata.path("conf").path(key).textValue());
  }
}
