package dev.sluice.io;

import dev.sluice.spark.Storage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/**
 * Another JVM that puts one small directory after the other in the place of a target, as fast as it
 * can, until it is killed. It has no Spark, so that it starts in a moment.
 */
final class SwappingProcess {

  static final int FILES = 4;

  private SwappingProcess() {}

  static String directory(int part) {
    return "/part=" + part;
  }

  /** Writes one version: in each partition files that hold only its number. */
  static void write(String root, long version) throws IOException {
    for (int part = 0; part < FILES; part++) {
      Path directory = Path.of(root + directory(part));
      java.nio.file.Files.createDirectories(directory);
      java.nio.file.Files.writeString(directory.resolve("data"), String.valueOf(version));
    }
  }

  /** The other JVM. */
  public static void main(String[] arguments) throws IOException {
    String target = arguments[0];
    boolean partitions = Boolean.parseBoolean(arguments[1]);
    Storage storage = Storage.of(new Configuration(), target);
    for (long version = System.nanoTime(); ; version++) {
      Replacement replacement = Replacement.of(storage, target);
      write(replacement.staging(), version);
      if (partitions && storage.exists(target)) {
        replacement.replacePartitions();
      } else {
        replacement.replaceAll();
      }
      System.out.println(VictimProcess.READY);
    }
  }
}
