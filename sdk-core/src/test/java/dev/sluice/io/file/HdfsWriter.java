package dev.sluice.io.file;

import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/** Another JVM that takes a target on HDFS and never gives it back. */
final class HdfsWriter {

  private HdfsWriter() {}

  /** The other JVM. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Storage storage = Storage.of(new Configuration(), arguments[0]);
    try (Workspace workspace = Workspace.open(storage, arguments[0])) {
      storage.createDirectories(workspace.staging());
      System.out.println(VictimProcess.READY);
      TimeUnit.HOURS.sleep(1);
    }
  }
}
