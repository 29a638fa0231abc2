package dev.sluice.io.file;

import dev.sluice.connect.SaveMode;
import dev.sluice.connect.Secrets;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.CsvTexts;
import dev.sluice.io.format.Parsed;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where and how a sink writes files.
 *
 * @param spec the files
 * @param mode what becomes of those that are there
 * @param partitions the columns that are directories, outermost first
 * @param inPlace whether Spark writes straight into the target
 * @param <T> the record each row is
 */
record FileTarget<T extends Record>(
    FileSpec<T> spec, SaveMode mode, List<String> partitions, boolean inPlace) {

  FileTarget<T> option(String key, String value) {
    return new FileTarget<>(spec.option(key, value), mode, partitions, inPlace);
  }

  FileTarget<T> partitions(List<String> columns) {
    return new FileTarget<>(spec, mode, columns, inPlace);
  }

  FileTarget<T> straight() {
    return new FileTarget<>(spec, mode, partitions, true);
  }

  String description() {
    return "%s (%s)".formatted(spec.description(), mode.words());
  }

  String path() {
    return spec.paths().get(0);
  }

  /** The path as it may be shown. */
  String place() {
    return Secrets.masked(path());
  }

  boolean replaces() {
    return mode == SaveMode.OVERWRITE || mode == SaveMode.OVERWRITE_ALL;
  }

  /** Why what {@link FileSink} promises cannot be kept here. */
  Optional<String> unkeepable(Storage storage) throws IOException {
    if (!storage.canReplace()) {
      return replaces()
          ? Optional.of(
              "%s: data on an object store cannot be replaced safely, for a rename is a copy there; use a table format (Delta, Iceberg), write each run into a directory of its own, or say inPlace() and let Spark remove the old data first"
                  .formatted(description()))
          : Optional.empty();
    }
    return storage
        .obstacle(path())
        .map(reason -> "%s: cannot be written: %s".formatted(description(), reason));
  }

  /** Why an epoch could not be there all at once. */
  Optional<String> notOnce(Storage storage) {
    return inPlace || storage.canReplace()
        ? Optional.empty()
        : Optional.of(
            "%s: on an object store a batch of a stream that is repeated would be there twice, for files cannot be put there all at once; use a table format (Delta, Iceberg), or say inPlace() and let readers find each row once"
                .formatted(description()));
  }

  String unreachable(IOException e) {
    return "%s: cannot be reached: %s"
        .formatted(description(), Secrets.masked(String.valueOf(e.getMessage())));
  }

  CsvTexts csv() {
    return new CsvTexts(
        spec.description(),
        spec.record(),
        Parsed.inText(spec.record(), partitions),
        new CsvDialect(spec.options()));
  }

  boolean isCsv() {
    return spec.format().equals("csv");
  }
}
