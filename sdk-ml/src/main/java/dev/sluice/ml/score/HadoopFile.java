package dev.sluice.ml.score;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Files of Hadoop's file systems, which Spark brings, with the settings of the session if there is one. */
final class HadoopFile {

  private HadoopFile() {}

  static byte[] read(String file) throws IOException {
    Path path = new Path(file);
    try (FSDataInputStream in = path.getFileSystem(settings()).open(path)) {
      return in.readAllBytes();
    }
  }

  static boolean exists(String file) throws IOException {
    Path path = new Path(file);
    return path.getFileSystem(settings()).exists(path);
  }

  /** So that whoever reads meanwhile has the old bytes or the new ones, whole. */
  static void write(String file, byte[] bytes) throws IOException {
    Path path = new Path(file);
    FileSystem files = path.getFileSystem(settings());
    if (files.hasPathCapability(path, CommonPathCapabilities.ABORTABLE_STREAM)) {
      writeAtOnce(files, path, bytes);
    } else {
      writeBeside(files, path, bytes);
    }
  }

  /** In a store of objects a file is there when it is closed, and a move would be a copy. */
  private static void writeAtOnce(FileSystem files, Path path, byte[] bytes) throws IOException {
    try (FSDataOutputStream out = files.create(path, true)) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        out.abort();
        throw e;
      }
    }
  }

  private static void writeBeside(FileSystem files, Path path, byte[] bytes) throws IOException {
    FileContext names = names(path);
    Path whole = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
    try {
      try (FSDataOutputStream out = files.create(whole, true)) {
        out.write(bytes);
      }
      names.rename(whole, path, Options.Rename.OVERWRITE);
    } finally {
      files.delete(whole, false);
    }
  }

  /** What can replace one file by another; {@code FileSystem} has no such call for all. */
  private static FileContext names(Path path) throws IOException {
    try {
      return FileContext.getFileContext(path.toUri(), settings());
    } catch (UnsupportedFileSystemException e) {
      throw new IOException(
          "Hadoop has no way to replace a file of %s: at once: name the class that can in spark.hadoop.fs.AbstractFileSystem.%<s.impl"
              .formatted(path.toUri().getScheme()),
          e);
    }
  }

  private static Configuration settings() {
    Option<SparkSession> session = SparkSession.getActiveSession();
    if (session.isEmpty()) {
      session = SparkSession.getDefaultSession();
    }
    return session.isDefined()
        ? session.get().sparkContext().hadoopConfiguration()
        : new Configuration();
  }
}
