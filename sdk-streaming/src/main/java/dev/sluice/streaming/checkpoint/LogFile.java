package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.spark.bridge.StreamSources;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Spark's logs of offsets and commits: a version, a line of JSON, and for offsets a line
 * for each source.
 *
 * @param version of its form
 * @param metadata what holds for the whole epoch
 * @param offsets how far each source is read, as the source writes it, by its name or, where Spark
 *     goes by the order, its number from 0 on; from version 2 on only sources that have given
 *     something, before that {@code -} for the others
 */
record LogFile(int version, ObjectNode metadata, Map<String, String> offsets) {

  /** The first version that says of which source an offset is. */
  static final int WITH_SOURCES = 2;

  /** What stands for a source that has given nothing yet. */
  static final String NOTHING = "-";

  private static final Pattern VERSION = Pattern.compile("v(\\d{1,6})\\s*");

  LogFile {
    offsets = Collections.unmodifiableMap(new LinkedHashMap<>(offsets));
  }

  /** How far the sources were read up to an epoch; empty if that is not there, or cut short. */
  static Optional<LogFile> ofEpoch(CheckpointFiles files, long epoch) throws IOException {
    return files.text(SparkFiles.OFFSETS + "/" + epoch).flatMap(LogFile::read);
  }

  /** Reads one; empty if it is cut short. */
  static Optional<LogFile> read(String text) {
    List<String> lines = CheckpointFiles.lines(text);
    if (lines.size() < 2) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(lines.get(0));
    return version.matches()
        ? read(Integer.parseInt(version.group(1)), lines.get(1), lines.subList(2, lines.size()))
        : Optional.empty();
  }

  private static Optional<LogFile> read(int version, String metadata, List<String> lines) {
    Map<String, String> offsets = new LinkedHashMap<>();
    for (String line : lines) {
      int end = line.indexOf(':');
      if (version < WITH_SOURCES) {
        offsets.put(String.valueOf(offsets.size()), line);
      } else if (end < 0) {
        return Optional.empty();
      } else {
        offsets.put(line.substring(0, end), line.substring(end + 1));
      }
    }
    return CheckpointJson.read(metadata).map(json -> new LogFile(version, json, offsets));
  }

  /** Whether Spark knows the sources by names, and not by their order. */
  boolean isByName() {
    return version >= WITH_SOURCES
        && setting(StreamSources.SOURCE_EVOLUTION).filter("true"::equals).isPresent();
  }

  /** A setting that the epoch was computed with. */
  Optional<String> setting(String key) {
    return Optional.ofNullable(metadata.path("conf").path(key).textValue());
  }
}
