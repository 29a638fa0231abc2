package dev.sluice.io.file;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files of one path that are followed as they come: a stream reads each new file once, with the
 * rows, and the malformed ones, that a batch run would find in it. A batch run reads those that are
 * there, read before or not.
 *
 * <pre>{@code
 * p.source("orders", Files.json(Order.class, in).followed().maxFilesPerTrigger(100));
 * }</pre>
 *
 * <p>A file has to be there at once, complete, and stay as it is: it should be written elsewhere and
 * renamed into the path. A file that is written over, or grows, is not read again. Files that are
 * much older than the newest one are not read at all, see {@link #maxFileAge}.
 *
 * <p>Directories that are columns ({@code day=2024-05-01}) are found when the stream starts, so one
 * of them has to be there by then. Files with a schema of their own may come without.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 */
public final class FollowedFiles<T extends Record>
    implements BoundedSource<T>, UnboundedSource<T> {

  private static final String MOST_FILES = "maxFilesPerTrigger";
  private static final String MOST_BYTES = "maxBytesPerTrigger";
  private static final String CLEAN = "cleanSource";

  private final FileSource<T, ?> files;
  private final Map<String, String> following;

  private FollowedFiles(FileSource<T, ?> files, Map<String, String> following) {
    this.files = files;
    this.following = Map.copyOf(following);
  }

  static <T extends Record> FollowedFiles<T> of(FileSource<T, ?> files) {
    if (files.spec().paths().size() > 1) {
      throw new IllegalStateException(
          "%s: a stream follows one path or pattern; make a source of each, and a union"
              .formatted(files.description()));
    }
    return new FollowedFiles<>(files, Map.of());
  }

  private FollowedFiles<T> with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(following);
    changed.put(key, value);
    if (changed.containsKey(MOST_FILES) && changed.containsKey(MOST_BYTES)) {
      throw new IllegalStateException("a batch is limited by files or by bytes, not by both");
    }
    return new FollowedFiles<>(files, changed);
  }

  /**
   * Gives a batch of the stream this many files at most; all that are there unless set.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   * @throws IllegalStateException if bytes are limited
   */
  public FollowedFiles<T> maxFilesPerTrigger(int files) {
    return with(MOST_FILES, String.valueOf(positive(files)));
  }

  /**
   * Gives a batch of the stream files of about this many bytes at most, one file at least.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   * @throws IllegalStateException if files are limited
   */
  public FollowedFiles<T> maxBytesPerTrigger(long bytes) {
    return with(MOST_BYTES, String.valueOf(positive(bytes)));
  }

  /**
   * Reads the newest files first, for where a backlog matters less than what comes. With a limit for
   * a batch, files of any age are then read.
   *
   * @return a changed copy
   */
  public FollowedFiles<T> latestFirst() {
    return with("latestFirst", "true");
  }

  /**
   * Leaves out, for good, files that are so much older than the newest one that was seen; a week
   * unless set. Of files of this age and less the checkpoint keeps the names.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public FollowedFiles<T> maxFileAge(Duration age) {
    return with("maxFileAge", positive(age.toMillis()) + "ms");
  }

  /**
   * Moves files that were read into another directory, below which they keep their path. It happens
   * some time after the batch that read them, and not at all to some of them if the stream is
   * stopped.
   *
   * @param directory not below the path that is followed, and of the same file system
   * @return a changed copy
   */
  public FollowedFiles<T> archivedTo(String directory) {
    return with("sourceArchiveDir", directory).with(CLEAN, "archive");
  }

  /**
   * Deletes files that were read, as {@link #archivedTo} moves them. No batch run, and no other
   * stream, finds them again.
   *
   * @return a changed copy
   */
  public FollowedFiles<T> deletedWhenRead() {
    return with(CLEAN, "delete");
  }

  private static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("1 or more, not " + number);
    }
    return number;
  }

  @Override
  public Class<T> type() {
    return files.type();
  }

  @Override
  public String description() {
    return files.description();
  }

  @Override
  public boolean mayReject() {
    return files.mayReject();
  }

  @Override
  public List<String> check(SparkSession spark) {
    return files.check(spark);
  }

  @Override
  public List<String> checkStream(StreamContext context) {
    return files.checkStream(context.spark());
  }

  @Override
  public Optional<String> explain(Throwable failure) {
    return files.explain(failure);
  }

  @Override
  public Set<ResourceId> reads() {
    return files.reads();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return files.read(spark);
  }

  @Override
  public Dataset<Row> readStream(StreamContext context) {
    files.spec().awaitWhole(context.spark());
    return files.stream(context.spark(), FileInput.stream(context, files.spec(), following));
  }

  /** The files, and what becomes of them. */
  @Override
  public String toString() {
    return description() + ", followed" + (following.isEmpty() ? "" : " with " + shown());
  }

  private String shown() {
    return Secrets.masked(new TreeMap<>(following).toString());
  }
}
