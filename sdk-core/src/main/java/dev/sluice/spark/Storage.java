package dev.sluice.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The file system a path is on, as the session is configured to reach it: the bridge to Hadoop's
 * {@code FileSystem}, which sources and sinks use for what Spark's readers and writers do not do.
 * Paths are given and returned as strings.
 */
public final class Storage {

  private final Configuration configuration;
  private final FileSystem fileSystem;

  private Storage(Configuration configuration, FileSystem fileSystem) {
    this.configuration = configuration;
    this.fileSystem = fileSystem;
  }

  /**
   * The file system of a path.
   *
   * @param spark the session, for its Hadoop configuration
   * @param path a path of that file system; it need not exist
   * @return the file system
   * @throws IOException if there is none for the path's scheme, or it cannot be reached
   */
  public static Storage of(SparkSession spark, String path) throws IOException {
    return of(
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf(), path);
  }

  /**
   * The file system of a path, where there is no session.
   *
   * @param configuration how to reach it
   * @param path a path of that file system; it need not exist
   * @return the file system
   * @throws IOException if there is none for the path's scheme, or it cannot be reached
   */
  public static Storage of(Configuration configuration, String path) throws IOException {
    return new Storage(configuration, new Path(path).getFileSystem(configuration));
  }

  /**
   * What opens files as {@link #open} does, in tasks: what it opened is closed with the task.
   *
   * @param spark the session, for its Hadoop configuration
   * @return a function of a file's path, which can be sent to executors
   */
  public static Function<String, InputStream> opener(SparkSession spark) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(
            ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf());
    return file -> {
      InputStream content = of(configuration.value(), file).open(file);
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(content));
      return content;
    };
  }

  /**
   * The full name of a path: with scheme, absolute, and with symbolic links followed if it is local
   * and exists.
   *
   * @param path the path
   * @return its full name
   * @throws IOException if a link cannot be followed
   */
  public String resolve(String path) throws IOException {
    Path full = fileSystem.makeQualified(new Path(path));
    if (isLocal() && Files.exists(local(path))) {
      full = fileSystem.makeQualified(new Path(local(path).toRealPath().toString()));
    }
    return full.toString();
  }

  /**
   * Whether there is a file or directory.
   *
   * @param path the path
   * @return true if there is
   * @throws IOException if the file system cannot be reached
   */
  public boolean exists(String path) throws IOException {
    return fileSystem.exists(new Path(path));
  }

  /**
   * Whether the path, which may be a glob, names anything.
   *
   * @param glob the path or glob
   * @return true if something is there
   * @throws IOException if the file system cannot be reached
   */
  public boolean matchesAny(String glob) throws IOException {
    FileStatus[] found = fileSystem.globStatus(new Path(glob));
    return found != null && found.length > 0;
  }

  /**
   * The names in a directory, hidden ones too, in order.
   *
   * @param directory the directory
   * @return the names without the directory; none if it does not exist
   * @throws IOException if the file system cannot be reached
   */
  public List<String> names(String directory) throws IOException {
    try {
      return Arrays.stream(fileSystem.listStatus(new Path(directory)))
          .map(status -> status.getPath().getName())
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /**
   * Whether the path is a directory.
   *
   * @param path the path
   * @return true if it is there and a directory
   * @throws IOException if the file system cannot be reached
   */
  public boolean isDirectory(String path) throws IOException {
    try {
      return fileSystem.getFileStatus(new Path(path)).isDirectory();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /**
   * When the path was last changed.
   *
   * @param path the path
   * @return the moment
   * @throws IOException if it is not there or cannot be asked
   */
  public Instant modified(String path) throws IOException {
    return Instant.ofEpochMilli(fileSystem.getFileStatus(new Path(path)).getModificationTime());
  }

  /**
   * Gives a directory another name in one step, or fails and changes nothing. On a local file
   * system and on HDFS the step is atomic; an object store copies.
   *
   * @param from the directory
   * @param to its new name; there must be nothing yet, an empty directory at most
   * @throws IOException if {@code from} is not there, {@code to} is, or the file system refuses
   */
  public void rename(String from, String to) throws IOException {
    if (isLocal()) {
      // Not through Hadoop: where the system refuses a rename, its local file system starts to
      // copy.
      Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(new Path(from).toUri(), configuration)
          .rename(new Path(from), new Path(to), Options.Rename.NONE);
    }
  }

  /**
   * Makes a directory and those above it.
   *
   * @param directory the directory; it may exist
   * @throws IOException if it cannot be made
   */
  public void createDirectories(String directory) throws IOException {
    if (!fileSystem.mkdirs(new Path(directory))) {
      throw new IOException("cannot make the directory " + directory);
    }
  }

  /**
   * Removes a file or a directory with all that is in it.
   *
   * @param path the path; it need not exist
   * @throws IOException if it is still there afterwards
   */
  public void delete(String path) throws IOException {
    Path gone = new Path(path);
    if (!fileSystem.delete(gone, true) && fileSystem.exists(gone)) {
      throw new IOException("cannot remove " + path);
    }
  }

  /**
   * Opens a file, unpacked if its name ends like that of a compressed one ({@code .gz}).
   *
   * @param file the file
   * @return its content, which the caller closes
   * @throws IOException if it cannot be opened
   */
  public InputStream open(String file) throws IOException {
    Path path = new Path(file);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    InputStream content = fileSystem.open(path);
    return codec == null ? content : codec.createInputStream(content);
  }

  private static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isLocal() {
    return fileSystem instanceof LocalFileSystem;
  }

  private java.nio.file.Path local(String path) {
    return java.nio.file.Path.of(fileSystem.makeQualified(new Path(path)).toUri().getPath());
  }
}
