package dev.sluice.spark.files;

import dev.sluice.spark.bridge.HadoopSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file system a path is on, as the session is configured to reach it: the bridge to Hadoop's
 * {@code FileSystem}, which sources and sinks use for what Spark's readers and writers do not do.
 * Paths are given and returned as strings.
 */
public final class Storage implements Directories {

  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

  private static final int ATTEMPTS = 100;

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
        HadoopSettings.of(spark), path);
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
        new SerializableConfiguration(HadoopSettings.of(spark));
    return file -> {
      InputStream content = of(configuration.value(), file).open(file);
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(content));
      return content;
    };
  }

  /**
   * The full name of a path: with scheme, absolute, and with symbolic links followed if it is
   * local, as far as it exists.
   *
   * @param path the path
   * @return its full name
   * @throws IOException if a link cannot be followed
   */
  public String resolve(String path) throws IOException {
    Path full = fileSystem.makeQualified(new Path(path));
    return isLocal()
        ? fileSystem.makeQualified(new Path(real(local(path)).toString())).toString()
        : full.toString();
  }

  private static java.nio.file.Path real(java.nio.file.Path path) throws IOException {
    java.nio.file.Path parent = path.getParent();
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    return parent == null ? path : real(parent).resolve(path.getFileName());
  }

  /**
   * Whether directories are renamed in one step and writers can be kept apart, so that one can be
   * replaced safely: a local or network disk and HDFS. On an object store a rename is a copy of
   * each file.
   *
   * @return true if both are so
   */
  public boolean canReplace() {
    return isLocal() || fileSystem.getScheme().equals("hdfs");
  }

  /**
   * Why a directory cannot be renamed, if that can be told before.
   *
   * @param path the directory, which need not exist
   * @return what is in the way, or nothing
   * @throws IOException if the file system cannot be reached
   */
  public Optional<String> obstacle(String path) throws IOException {
    return isLocal() ? LocalObstacle.of(local(path)) : Optional.empty();
  }

  @Override
  public boolean exists(String path) throws IOException {
    return fileSystem.exists(new Path(path));
  }

  /**
   * What a path, which may be a glob, names.
   *
   * @param glob the path or glob
   * @return the full names of what is there
   * @throws IOException if the file system cannot be reached
   */
  public List<String> matching(String glob) throws IOException {
    FileStatus[] found = fileSystem.globStatus(new Path(glob));
    return found == null
        ? List.of()
        : Arrays.stream(found).map(status -> status.getPath().toString()).toList();
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

  @Override
  public List<Child> children(String directory) throws IOException {
    if (isLocal()) {
      return localChildren(local(directory));
    }
    try {
      return Arrays.stream(fileSystem.listStatus(new Path(directory)))
          .map(status -> new Child(status.getPath().getName(), status.isDirectory()))
          .sorted(Comparator.comparing(Child::name))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Not through Hadoop, whose local file system hides its checksum files. */
  private static List<Child> localChildren(java.nio.file.Path directory) throws IOException {
    try (Stream<java.nio.file.Path> all = Files.list(directory)) {
      return all.map(path -> new Child(path.getFileName().toString(), Files.isDirectory(path)))
          .sorted(Comparator.comparing(Child::name))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    if (isLocal()) {
      // Not through Hadoop: where the system refuses a rename, its local file system starts to
      // copy.
      if (Files.exists(local(to), LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(to);
      }
      Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(new Path(from).toUri(), configuration)
          .rename(new Path(from), new Path(to), Options.Rename.NONE);
    }
  }

  @Override
  public void createDirectories(String directory) throws IOException {
    if (isLocal()) {
      createLocal(local(directory));
    } else if (!fileSystem.mkdirs(new Path(directory))) {
      throw new IOException("cannot make the directory " + directory);
    }
  }

  private static void createLocal(java.nio.file.Path directory) throws IOException {
    for (int attempt = 1;; attempt++) {
      try {
        Files.createDirectories(directory);
        return;
      } catch (FileAlreadyExistsException | NoSuchFileException e) {
        // another process may have removed just now what was there; a file in the way stays there
        if (attempt == ATTEMPTS || Files.isRegularFile(directory)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path gone = new Path(path);
    if (!fileSystem.delete(gone, true) && fileSystem.exists(gone)) {
      throw new IOException("cannot remove " + path);
    }
  }

  @Override
  public void deleteIfEmpty(String directory) throws IOException {
    try {
      if (!isDirectory(directory)) {
        return;
      }
      if (isLocal()) {
        Files.deleteIfExists(local(directory));
      } else if (children(directory).isEmpty()) {
        fileSystem.delete(new Path(directory), false);
      }
    } catch (DirectoryNotEmptyException | PathIsNotEmptyDirectoryException e) {
      // it stays
    }
  }

  @Override
  public void copyAccess(String from, String to) throws IOException {
    FileStatus model = fileSystem.getFileStatus(new Path(from));
    FileStatus copy = fileSystem.getFileStatus(new Path(to));
    if (!model.getOwner().equals(copy.getOwner()) || !model.getGroup().equals(copy.getGroup())) {
      try {
        fileSystem.setOwner(new Path(to), model.getOwner(), model.getGroup());
      } catch (IOException e) {
        // only an administrator may give a file to somebody else
        LOG.debug("{} keeps its owner {}", to, copy.getOwner(), e);
      }
    }
    if (!model.getPermission().equals(copy.getPermission())) {
      fileSystem.setPermission(new Path(to), model.getPermission());
    }
  }

  @Override
  public void writeText(String file, String text) throws IOException {
    if (isLocal()) {
      Files.writeString(local(file), text);
      return;
    }
    try (FSDataOutputStream out = fileSystem.create(new Path(file), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public String readText(String file) throws IOException {
    try (InputStream in = fileSystem.open(new Path(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public Optional<Lock> tryLock(String file, String owner) throws IOException {
    return isLocal()
        ? LocalLock.tryLock(local(file), owner)
        : LeaseLock.tryLock(fileSystem, new Path(file), owner);
  }

  @Override
  public String ownerOf(String file) {
    return isLocal()
        ? LocalLock.ownerOf(local(file))
        : LeaseLock.ownerOf(fileSystem, new Path(file));
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
