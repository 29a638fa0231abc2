package dev.sluice.streaming.checkpoint;

import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is damaged in a checkpoint. Spark finds most of it too, but after the start, and some of it
 * after the first write, or not at all.
 */
final class Damage {

  static final String RESTORE =
      "Restore the whole directory from a copy that was made while no stream ran on it, or start with a new checkpoint directory, which begins anew";

  private static final int KNOWN_OFFSETS = 2;
  private static final int KNOWN_COMMITS = 2;

  private final CheckpointFiles files;
  private final SparkFiles spark;
  private final Fingerprint fingerprint;
  private final List<Finding> findings = new ArrayList<>();

  private Damage(CheckpointFiles files, SparkFiles spark, Fingerprint fingerprint) {
    this.files = files;
    this.spark = spark;
    this.fingerprint = fingerprint;
  }

  /**
   * All that is found.
   *
   * @param fingerprint what the checkpoint was written for
   */
  static List<Finding> of(CheckpointFiles files, SparkFiles spark, Fingerprint fingerprint)
      throws IOException {
    Damage damage = new Damage(files, spark, fingerprint);
    if (!spark.isEmpty()) {
      damage.metadata();
      damage.commits();
      damage.offsets();
      if (damage.findings.isEmpty()) {
        damage.state();
      }
    }
    return damage.findings;
  }

  private void metadata() {
    if (spark.metadata().isEmpty()) {
      tell(
          "CKPT-005",
          "%s is gone, and with it the id of the query, by which sinks know what they have: they would write epochs again"
              .formatted(name(SparkFiles.METADATA)));
    } else if (spark.queryId().isEmpty()) {
      tell(
          "CKPT-005",
          "%s is damaged: it should be JSON with the id of the query"
              .formatted(name(SparkFiles.METADATA)));
    }
  }

  private void commits() throws IOException {
    long planned = spark.lastPlanned();
    long done = spark.lastDone();
    if (planned == SparkFiles.NONE && done != SparkFiles.NONE) {
      tell(
          "CKPT-006",
          "%s is empty, though epochs up to %d are done: the stream would begin anew and count from 0 again"
              .formatted(name(SparkFiles.OFFSETS), done));
    } else if (done > planned) {
      tell(
          "CKPT-007",
          "epoch %d is in %s, but %s ends with %d: rows would be read again under another number"
              .formatted(done, name(SparkFiles.COMMITS), name(SparkFiles.OFFSETS), planned));
    } else if (done < planned - 1) {
      tell(
          "CKPT-007",
          "%s, though %d in %s was planned, which is only done when the one before it is"
              .formatted(
                  done == SparkFiles.NONE
                      ? name(SparkFiles.COMMITS) + " is empty"
                      : "%s ends with epoch %d".formatted(name(SparkFiles.COMMITS), done),
                  planned,
                  name(SparkFiles.OFFSETS)));
    }
    if (done != SparkFiles.NONE) {
      log(SparkFiles.COMMITS, spark.commits(), done, "CKPT-007", KNOWN_COMMITS);
    }
  }

  private void offsets() throws IOException {
    long last = spark.lastPlanned();
    if (last == SparkFiles.NONE) {
      return;
    }
    if (last > 0 && !spark.offsets().containsKey(last - 1)) {
      tell(
          "CKPT-006",
          "%s is gone: epoch %d begins where it ended"
              .formatted(name(SparkFiles.OFFSETS + "/" + (last - 1)), last));
    }
    Optional<LogFile> before = Optional.empty();
    for (long epoch = Math.max(0, last - 1); epoch <= last; epoch++) {
      if (spark.offsets().containsKey(epoch)) {
        Optional<LogFile> log =
            log(SparkFiles.OFFSETS, spark.offsets(), epoch, "CKPT-006", KNOWN_OFFSETS);
        if (log.isPresent()) {
          offsets(name(SparkFiles.OFFSETS + "/" + epoch), log.get(), before);
        }
        before = log;
      }
    }
  }

  private void offsets(String file, LogFile log, Optional<LogFile> before) {
    if (log.version() < LogFile.WITH_SOURCES) {
      int expected = fingerprint.reads().size();
      if (log.offsets().size() != expected) {
        tell(
            "CKPT-006",
            "%s says how far %d sources are read, but this checkpoint is of %d: it is cut short, or another query has written it"
                .formatted(file, log.offsets().size(), expected));
      }
      return;
    }
    Set<String> read = known(log, fingerprint.reads());
    Set<String> ever = new HashSet<>(read);
    ever.addAll(known(log, fingerprint.gone()));
    log.offsets().keySet().stream()
        .filter(source -> !ever.contains(source))
        .forEach(
            source -> tell(
                "CKPT-006",
                "%s says how far source '%s' is read, which this checkpoint is not of: another query has written it"
                    .formatted(file, source)));
    before.map(LogFile::offsets).orElse(Map.of()).keySet().stream()
        .filter(source -> read.contains(source) && !log.offsets().containsKey(source))
        .forEach(
            source -> tell(
                "CKPT-006",
                "%s does not say how far source '%s' is read, as the epoch before it does: it is cut short"
                    .formatted(file, source)));
  }

  private static Set<String> known(LogFile log, List<OfSource> sources) {
    return IntStream.range(0, sources.size())
        .mapToObj(i -> log.isByName() ? sources.get(i).name() : String.valueOf(i))
        .collect(Collectors.toSet());
  }

  private Optional<LogFile> log(
      String directory, NavigableMap<Long, Long> known, long epoch, String code, int newest) {
    String file = directory + "/" + epoch;
    if (known.get(epoch) == 0) {
      tell(code, name(file) + " is empty");
      return Optional.empty();
    }
    Optional<LogFile> log;
    try {
      log = files.text(file).flatMap(LogFile::read);
    } catch (IOException e) {
      tell(code, "%s cannot be read: %s".formatted(name(file), e.getMessage()));
      return Optional.empty();
    }
    if (log.isEmpty()) {
      tell(code, name(file) + " is cut short or damaged");
    } else if (log.get().version() > newest) {
      findings.add(
          Finding.refused(
              "CKPT-011",
              "%s has version %d, and only those up to %d are known: a newer Spark has written it. Run this stream with that version"
                  .formatted(name(file), log.get().version(), newest)));
      return Optional.empty();
    }
    return log;
  }

  private void state() throws IOException {
    long done = spark.lastDone();
    if (done == SparkFiles.NONE) {
      return;
    }
    int stores = (int) fingerprint.keeps().stream().filter(Fingerprint.OfState::hasState).count();
    int partitions =
        LogFile.ofEpoch(files, done)
            .flatMap(log -> log.setting(StatePartitions.SHUFFLES))
            .or(() -> Optional.of(fingerprint.partitions()).filter(number -> !number.isEmpty()))
            .map(Integer::parseInt)
            .orElse(0);
    StateFiles.of(spark.state())
        .missing(stores, partitions, done + 1)
        .ifPresent(
            what -> tell(
                "CKPT-008",
                "%s: what is remembered after epoch %d cannot be read"
                    .formatted(name(SparkFiles.STATE) + "/" + what, done)));
  }

  private String name(String file) {
    return files.place() + "/" + file;
  }

  private void tell(String code, String what) {
    findings.add(Finding.refused(code, what + ". " + RESTORE));
  }
}
