package dev.sluice.io.file;

import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Another JVM that puts one small directory after the other into a target, as fast as it can, until
 * it is killed. It has no Spark, so that it starts in a moment.
 */
final class SwappingProcess {

  private SwappingProcess() {}

  /** Writes one version: in each partition a file that holds only its number. */
  static void write(String root, List<String> partitions, long version) throws IOException {
    for (String partition : partitions) {
      Path directory = Path.of(root + partition);
      java.nio.file.Files.createDirectories(directory);
      java.nio.file.Files.writeString(
          directory.resolve("part-" + version), String.valueOf(version));
    }
  }

  /** The other JVM: the target, the partitions, and whether the whole target is replaced. */
  public static void main(String[] arguments) throws IOException {
    String target = arguments[0];
    List<String> partitions = List.of(arguments[1].split(","));
    boolean whole = Boolean.parseBoolean(arguments[2]);
    Storage storage = Storage.of(new Configuration(), target);
    boolean ready = false;
    while (true) {
      try (Workspace workspace = Workspace.open(storage, target)) {
        // one clock for all processes of a machine, read by the one writer
        long version = System.nanoTime();
        write(workspace.staging(), partitions, version);
        Staged staged = workspace.staged();
        workspace.replace(whole ? staged.whole() : staged.partitions());
      } catch (IllegalStateException refused) {
        continue;
      }
      if (!ready) {
        System.out.println(VictimProcess.READY);
        ready = true;
      }
    }
  }
}
