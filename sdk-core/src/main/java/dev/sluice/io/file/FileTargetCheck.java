package dev.sluice.io.file;

import dev.sluice.connect.SaveMode;
import dev.sluice.io.FormatLimits;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * What the world has against a target of files.
 *
 * @param target the target
 */
record FileTargetCheck(FileTarget<?> target) {

  /** With which no run can write it. */
  List<String> problems(SparkSession spark) {
    List<String> problems = new ArrayList<>(target.spec().loggedSecrets(spark));
    if (target.isCsv()) {
      problems.addAll(target.csv().problems());
    }
    Stream.concat(
        FormatLimits.missing(target.spec().format()).stream(),
        FormatLimits.storingProblems(
            target.spec().format(), target.spec().record(), target.partitions())
            .stream())
        .forEach(problem -> problems.add(target.description() + ": " + problem));
    try {
      Storage storage = Storage.of(spark, target.path());
      String directory = storage.resolve(target.path());
      if (target.mode() == SaveMode.ERROR_IF_EXISTS && storage.exists(directory)) {
        problems.add(
            "%s: there is something at %s already; remove it, or use overwrite() or append()"
                .formatted(target.description(), target.place()));
      }
      if (storage.exists(directory) && !storage.isDirectory(directory)) {
        problems.add(
            "%s: %s is a file, not a directory".formatted(target.description(), target.place()));
      }
      if (!target.inPlace()) {
        target.unkeepable(storage).ifPresent(problems::add);
      }
    } catch (IOException e) {
      problems.add(target.unreachable(e));
    }
    return problems;
  }

  /** With which no stream can write it. */
  List<String> ofStream(SparkSession spark) {
    List<String> problems = new ArrayList<>(problems(spark));
    try {
      if (problems.isEmpty()) {
        target.notOnce(Storage.of(spark, target.path())).ifPresent(problems::add);
      }
    } catch (IOException e) {
      problems.add(target.unreachable(e));
    }
    return problems;
  }
}
