package dev.sluice.io.file;

import dev.sluice.connect.Epoch;
import dev.sluice.connect.SaveMode;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.Written;
import dev.sluice.io.Orc;
import dev.sluice.io.OrcDays;
import dev.sluice.io.PartitionNames;
import dev.sluice.io.format.CsvTexts;
import dev.sluice.spark.files.Storage;
import dev.sluice.spark.files.WriteTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes rows as files, all or nothing where that can be.
 *
 * @param target where and how
 */
record FileWrite(FileTarget<?> target) {

  /** Another stream may be writing an epoch of its own into the same directory. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * Writes them.
   *
   * @param epoch of which they are; empty for a run
   * @throws IllegalStateException if what the sink promises cannot be kept
   * @throws UncheckedIOException if the target cannot be written
   */
  Written run(Dataset<Row> rows, Optional<Epoch> epoch) {
    try {
      Storage storage = Storage.of(rows.sparkSession(), target.path());
      if (!target.inPlace()) {
        Optional<String> problem =
            target.unkeepable(storage).or(() -> epoch.flatMap(e -> target.notOnce(storage)));
        if (problem.isPresent()) {
          throw new IllegalStateException(problem.get());
        }
      }
      return target.inPlace() || !storage.canReplace()
          ? writeInPlace(rows, storage)
          : writeBeside(rows, storage, storage.resolve(target.path()), epoch);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot be written: %s"
              .formatted(target.description(), Secrets.masked(String.valueOf(e))),
          e);
    }
  }

  private Written writeInPlace(Dataset<Row> rows, Storage storage) throws IOException {
    if (target.mode() == SaveMode.IGNORE && storage.exists(target.path())) {
      return skipped();
    }
    String spark =
        switch (target.mode()) {
          case APPEND -> "append";
          case OVERWRITE, OVERWRITE_ALL -> "overwrite";
          case ERROR_IF_EXISTS, IGNORE -> "errorifexists";
        };
    writer(rows)
        .option(
            "partitionOverwriteMode", target.mode() == SaveMode.OVERWRITE ? "dynamic" : "static")
        .mode(spark)
        .save(target.path());
    return Written.to(target.place());
  }

  private Written writeBeside(
      Dataset<Row> rows, Storage storage, String directory, Optional<Epoch> epoch)
      throws IOException {
    try (Workspace workspace = workspace(storage, directory, epoch)) {
      boolean exists = storage.exists(directory);
      if (exists && target.mode() == SaveMode.IGNORE) {
        return skipped();
      }
      requireAbsent(exists);
      if (epoch.isPresent()) {
        return epoch(rows, epoch.get(), storage, directory, workspace);
      }
      save(rows, workspace);
      exists = storage.exists(directory);
      requireAbsent(exists);
      workspace.replace(journal(workspace.staged(), exists));
      return Written.to(target.place());
    }
  }

  private Written epoch(
      Dataset<Row> rows, Epoch epoch, Storage storage, String directory, Workspace workspace)
      throws IOException {
    EpochMark mark = new EpochMark(storage, epoch.stream());
    if (mark.has(directory, epoch)) {
      return Written.skipped(target.place(), epoch.words() + " is there already");
    }
    save(rows, workspace);
    mark.write(workspace.staging(), epoch);
    workspace.replace(journal(workspace.staged(), storage.exists(directory)));
    return Written.to(target.place());
  }

  private void save(Dataset<Row> rows, Workspace workspace) {
    WriteTasks.save(writer(rows).mode("errorifexists"), rows.sparkSession(), workspace.staging());
  }

  private Written skipped() {
    String place = target.place();
    return Written.skipped(place, "there is something at " + place + " already");
  }

  private Workspace workspace(Storage storage, String directory, Optional<Epoch> epoch)
      throws IOException {
    try {
      return Workspace.open(storage, directory, epoch.isPresent() ? PATIENCE : Duration.ZERO);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          target.description() + ": " + Secrets.masked(e.getMessage()), e);
    }
  }

  private void requireAbsent(boolean exists) {
    if (exists && target.mode() == SaveMode.ERROR_IF_EXISTS) {
      throw new IllegalStateException(
          "%s: there is something at %s already".formatted(target.description(), target.place()));
    }
  }

  private Journal journal(Staged staged, boolean exists) throws IOException {
    if (exists && target.mode() == SaveMode.APPEND) {
      return staged.single();
    }
    return exists && target.mode() == SaveMode.OVERWRITE && !target.partitions().isEmpty()
        ? staged.partitions()
        : staged.whole();
  }

  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    CsvTexts csv = target.csv();
    Dataset<Row> checked = PartitionNames.of(rows, target.spec().record(), target.partitions());
    if (target.isCsv()) {
      checked = csv.checked(checked);
    } else if (Orc.is(target.spec().format())) {
      checked =
          OrcDays.checked(
              target.description(), target.spec().record(), checked, target.partitions());
    }
    return checked
        .write()
        .format(target.spec().format())
        .options(target.isCsv() ? csv.options() : target.spec().options())
        .partitionBy(target.partitions().toArray(String[]::new));
  }
}
