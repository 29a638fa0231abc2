package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Epoch;
import dev.sluice.spark.files.Directories;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mark of an epoch and its files: both are there or neither, whenever their writer dies. */
class EpochMarkTest {

  private static final Configuration CONFIGURATION = new Configuration();

  /** What ends a process, and all it would have done then. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @TempDir
  Path directory;

  /** Files of a process that dies behind some of its steps. */
  private static Directories dyingAfter(int steps, Directories files) {
    AtomicInteger left = new AtomicInteger(steps);
    return (Directories) Proxy.newProxyInstance(
        Directories.class.getClassLoader(),
        new Class<?>[]{Directories.class},
        (proxy, method, arguments) -> {
          if (left.getAndDecrement() <= 0) {
            throw new Killed();
          }
          try {
            return method.invoke(files, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static void write(Directories files, String target, Epoch epoch) throws IOException {
    try (Workspace workspace = Workspace.open(files, target)) {
      files.createDirectories(workspace.staging());
      files.writeText(workspace.staging() + "/part-" + epoch.id(), "rows");
      new EpochMark(files, epoch.stream()).write(workspace.staging(), epoch);
      Staged staged = workspace.staged();
      workspace.replace(files.exists(target) ? staged.single() : staged.whole());
    }
  }

  @Test
  void isThereIfAndOnlyIfTheFilesAreWheneverTheWriterDies() throws IOException {
    Directories files = Storage.of(CONFIGURATION, directory.toString());
    boolean killed = true;
    int steps = 0;
    for (; killed; steps++) {
      String target = directory.resolve("killed-after-" + steps).toUri().toString();
      write(files, target, new Epoch("shop/items", 0));
      try {
        write(dyingAfter(steps, files), target, new Epoch("shop/items", 1));
        killed = false;
      } catch (Killed e) {
        Workspace.open(files, target).close(); // the next one mends what was left
      }

      long last = new EpochMark(files, "shop/items").last(target).orElseThrow();
      assertThat(files.exists(target + "/part-0")).isTrue();
      assertThat(files.exists(target + "/part-1"))
          .as("killed after %d steps", steps)
          .isEqualTo(last == 1);
    }
    assertThat(steps).as("steps of a writer").isGreaterThan(20);
  }

  @Test
  void hasAPlaceOfItsOwnForEachStream() {
    EpochMark one = new EpochMark(null, "shop/a b");
    EpochMark other = new EpochMark(null, "shop/a_b");

    assertThat(one.path())
        .startsWith("/_sluice_epochs/shop_a_b-")
        .isNotEqualTo(other.path())
        .matches("/[\\w.-]+/[\\w.-]+");
    assertThat(new EpochMark(null, "x".repeat(1_000)).path()).hasSizeLessThan(200);
  }
}
