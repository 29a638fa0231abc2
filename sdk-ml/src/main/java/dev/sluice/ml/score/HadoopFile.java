package dev.sluice.ml.score;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
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

  static void write(String file, byte[] bytes) throws IOException {
    Path path = new Path(file);
    FileSystem files = path.getFileSystem(settings());
    Path whole = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
    try {
      try (FSDataOutputStream out = files.create(whole, true)) {
        out.write(bytes);
      }
      FileContext.getFileContext(path.toUri(), settings())
          .rename(whole, path, Options.Rename.OVERWRITE);
    } finally {
      files.delete(whole, false);
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
