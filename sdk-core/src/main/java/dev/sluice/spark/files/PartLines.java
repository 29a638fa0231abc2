package dev.sluice.spark.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;

/**
 * The lines of a part of a file, by the reader that Spark's source of lines has, so that they are
 * divided as there.
 */
final class PartLines implements AutoCloseable {

  private final LineRecordReader reader;
  private final boolean fromStart;
  private final boolean offsetsAreBytes;
  private long line;

  private PartLines(LineRecordReader reader, boolean fromStart, boolean offsetsAreBytes) {
    this.reader = reader;
    this.fromStart = fromStart;
    this.offsetsAreBytes = offsetsAreBytes;
  }

  static PartLines of(Configuration configuration, FilePart part) throws IOException {
    Path path = new Path(URI.create(part.file()));
    LineRecordReader reader =
        part.separator() == null
            ? new LineRecordReader()
            : new LineRecordReader(part.separator().getBytes(StandardCharsets.UTF_8));
    reader.initialize(
        new FileSplit(path, part.start(), part.length(), new String[0]),
        new TaskAttemptContextImpl(configuration, new TaskAttemptID()));
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    // such a codec starts in the middle of a file, where nobody knows what is before
    return new PartLines(reader, part.start() == 0, !(codec instanceof SplittableCompressionCodec));
  }

  /**
   * Goes to the next line of this text.
   *
   * @return false if there is none; then there are no more lines
   */
  boolean next(byte[] text) throws IOException {
    while (reader.nextKeyValue()) {
      line++;
      Text value = reader.getCurrentValue();
      if (Arrays.equals(value.getBytes(), 0, value.getLength(), text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }

  /** The number of this line in the file, from 1, if the part begins where the file does. */
  Optional<Long> line() {
    return fromStart ? Optional.of(line) : Optional.empty();
  }

  /** Where this line begins in the file, in bytes from 0, after unpacking a packed file. */
  Optional<Long> offset() {
    return offsetsAreBytes ? Optional.of(reader.getCurrentKey().get()) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
