package dev.sluice.quality;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A row that broke rules or could not be parsed, with every reason. Two are equal if all they say
 * is.
 *
 * @param pipeline the pipeline's name
 * @param stage the stage that rejected it
 * @param source where the row came from, as the stage's source describes itself; several are
 *     separated by commas
 * @param reasons the names of all the rules it broke, in the order of the rules
 * @param row the row as JSON, as it came into the stage; the raw text, if it could not be parsed
 * @param at when the run that rejected it started
 * @param file the file it was read from, as a URI, if it could not be parsed and is from a file;
 *     else null
 * @param line the number of its first line in the file, from 1; null if several tasks share the
 *     file and it is not the first of them that found the row, as these do not know how many lines
 *     the others have
 * @param topic the topic it was read from, if it could not be parsed and is a message; else null
 * @param partition the partition of the topic; null if it is no message
 * @param offset the offset of the message in its partition; of a line how many bytes are before it
 *     in the file, or in what a packed file holds: null where files are decoded before they are
 *     divided, as with {@code multiLine()}
 * @param bytes the raw row byte by byte, if it could not be parsed and is no UTF-8, so that {@code
 *     row} cannot show it; else null
 * @param timestamp the time of the message, if it could not be parsed and has one; else null
 * @param key the key of the message as it is, if it could not be parsed and has one; else null
 */
public record Rejected(
    String pipeline,
    String stage,
    String source,
    List<String> reasons,
    String row,
    Instant at,
    String file,
    Long line,
    String topic,
    Integer partition,
    Long offset,
    byte[] bytes,
    Instant timestamp,
    byte[] key) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Rejected that
        && texts().equals(that.texts())
        && Arrays.equals(bytes, that.bytes)
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * texts().hashCode() + Arrays.hashCode(bytes)) + Arrays.hashCode(key);
  }

  /** All but the bytes. */
  private List<Object> texts() {
    return Arrays.asList(
        pipeline, stage, source, reasons, row, at, file, line, topic, partition, offset, timestamp);
  }
}
