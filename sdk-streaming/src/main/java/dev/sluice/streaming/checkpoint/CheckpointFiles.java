package dev.sluice.streaming.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of one directory, on whatever file system Hadoop knows. Names are relative to the
 * directory.
 */
final class CheckpointFiles {

  private final FileSystem fileSystem;
  private final Path directory;

  private CheckpointFiles(FileSystem fileSystem, Path directory) {
    this.fileSystem = fileSystem;
    this.directory = directory;
  }

  /**
   * The files of a directory, which need not exist.
   *
   * @throws IOException if there is no such file system, or it cannot be reached
   */
  static CheckpointFiles of(Configuration configuration, String directory) throws IOException {
    Path path = new Path(directory);
    FileSystem fileSystem = path.getFileSystem(configuration);
    return new CheckpointFiles(fileSystem, fileSystem.makeQualified(path));
  }

  /** The files of a directory below. */
  CheckpointFiles in(String child) {
    return new CheckpointFiles(fileSystem, new Path(directory, child));
  }

  /** The directory's name in full. */
  String place() {
    return directory.toString();
  }

  boolean isLocal() {
    return fileSystem instanceof LocalFileSystem;
  }

  /** Whether the directory's own name is taken by a file. */
  boolean isFile() throws IOException {
    try {
      return fileSystem.getFileStatus(directory).isFile();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** The names in the directory, each with its length; none if it does not exist. */
  Map<String, Long> list() throws IOException {
    return list("");
  }

  /** The same of a directory below. */
  Map<String, Long> list(String below) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    try {
      Path listed = below.isEmpty() ? directory : new Path(directory, below);
      for (FileStatus status : fileSystem.listStatus(listed)) {
        found.put(status.getPath().getName(), status.getLen());
      }
    } catch (FileNotFoundException e) {
      // none
    }
    return found;
  }

  /** All files below a directory, by their names relative to it, each with its length. */
  Map<String, Long> listAll(String below) throws IOException {
    Map<String, Long> found = new LinkedHashMap<>();
    Path top = new Path(directory, below);
    Deque<Path> directories = new ArrayDeque<>(List.of(top));
    while (!directories.isEmpty()) {
      for (FileStatus file : list(directories.removeFirst())) {
        if (file.isDirectory()) {
          directories.addLast(file.getPath());
        } else {
          found.put(relative(top, file.getPath()), file.getLen());
        }
      }
    }
    return found;
  }

  private FileStatus[] list(Path below) throws IOException {
    try {
      return fileSystem.listStatus(below);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static String relative(Path top, Path file) {
    List<String> names = new ArrayList<>();
    for (Path at = file; at.depth() > top.depth(); at = at.getParent()) {
      names.add(0, at.getName());
    }
    return String.join("/", names);
  }

  /** The text of a file; empty if it does not exist. */
  Optional<String> text(String name) throws IOException {
    try (InputStream in = fileSystem.open(new Path(directory, name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** When a file was last written; empty if it does not exist. */
  Optional<Instant> written(String name) throws IOException {
    try {
      long time = fileSystem.getFileStatus(new Path(directory, name)).getModificationTime();
      return Optional.of(Instant.ofEpochMilli(time));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a new file.
   *
   * @return false if there is one of that name, which stays as it is
   * @throws IOException if it cannot be written
   */
  boolean create(String name, String text) throws IOException {
    makeDirectory();
    if (isLocal()) {
      return createLocal(name, text);
    }
    Path file = new Path(directory, name);
    try (FSDataOutputStream out = fileSystem.create(file, false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      // file systems tell it by exceptions of their own
      if (fileSystem.exists(file)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Hadoop's local file system looks first and creates then. A second name for a file that is written
   * is there at once, whole, or not at all, even if this process is killed meanwhile.
   */
  private boolean createLocal(String name, String text) throws IOException {
    java.nio.file.Path part = part(name, text);
    try {
      Files.createLink(local(name), part);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return createWithoutLinks(name, text);
    } finally {
      Files.delete(part);
    }
  }

  private boolean createWithoutLinks(String name, String text) throws IOException {
    try {
      Files.writeString(local(name), text, StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private java.nio.file.Path part(String name, String text) throws IOException {
    return Files.writeString(local("." + name + "." + UUID.randomUUID() + ".tmp"), text);
  }

  /** Writes a file, whether or not there is one; a reader of a local one never sees a part of it. */
  void replace(String name, String text) throws IOException {
    makeDirectory();
    if (isLocal()) {
      Files.move(part(name, text), local(name), StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try (FSDataOutputStream out = fileSystem.create(new Path(directory, name), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Removes a file, if there is one. */
  void delete(String name) throws IOException {
    fileSystem.delete(new Path(directory, name), false);
  }

  private void makeDirectory() throws IOException {
    if (!fileSystem.mkdirs(directory)) {
      throw new IOException("cannot make the directory " + directory);
    }
  }

  private java.nio.file.Path local(String name) {
    return java.nio.file.Path.of(new Path(directory, name).toUri().getPath());
  }

  /** The directory with its symbolic links followed, so that it is known again by any of its names. */
  String realPlace() throws IOException {
    if (!isLocal()) {
      return place();
    }
    java.nio.file.Path path = java.nio.file.Path.of(directory.toUri().getPath());
    List<String> missing = new ArrayList<>();
    while (path.getParent() != null && !Files.exists(path)) {
      missing.add(0, path.getFileName().toString());
      path = path.getParent();
    }
    try {
      String real = path.toRealPath().toString();
      return "file:" + (real.equals("/") ? "" : real)
          + String.join("", missing.stream().map(name -> "/" + name).toList());
    } catch (NoSuchFileException e) {
      return place();
    }
  }

  /** The lines of a text; none of an empty one. */
  static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
  }
}
