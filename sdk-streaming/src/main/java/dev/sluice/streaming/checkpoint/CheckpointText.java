package dev.sluice.streaming.checkpoint;

import dev.sluice.connect.Secrets;
import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import dev.sluice.streaming.checkpoint.Fingerprint.OfState;
import dev.sluice.text.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** A checkpoint as people read it. */
final class CheckpointText {

  private final CheckpointFiles files;
  private final Optional<SparkSession> spark;
  private final StringBuilder text = new StringBuilder();

  CheckpointText(CheckpointFiles files, Optional<SparkSession> spark) {
    this.files = files;
    this.spark = spark;
  }

  String text() {
    try {
      text.append("checkpoint ").append(files.place()).append('\n');
      SparkFiles written = SparkFiles.of(files);
      Optional<Fingerprint> fingerprint =
          files.in(CheckpointPlace.OURS).text(CheckpointPlace.FINGERPRINT)
              .flatMap(CheckpointJson::read)
              .map(FingerprintJson::read);
      line("pipeline", fingerprint.map(CheckpointText::pipeline).orElse("not known"));
      line("query id", written.queryId().orElse("none"));
      line("lease", lease());
      Optional<LogFile> last =
          LogFile.ofEpoch(files, written.lastPlanned());
      line("epochs", epochs(written));
      last.ifPresent(log -> line("watermark", watermark(log)));
      last.ifPresent(log -> sources(log, fingerprint));
      fingerprint.ifPresent(known -> known.keeps().forEach(this::remembered));
      if (written.lastDone() != SparkFiles.NONE && !written.state().isEmpty()) {
        spark.ifPresent(session -> state(session));
      }
      fingerprint.ifPresent(known -> damage(written, known));
      return Secrets.masked(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoint " + files.place(), e);
    }
  }

  private void line(String what, String value) {
    text.append("  %-12s %s%n".formatted(what, OneLine.of(value)));
  }

  private static String pipeline(Fingerprint known) {
    return "%s, query %s, last by Spark %s"
        .formatted(known.pipeline(), known.query(), known.spark());
  }

  private String lease() throws IOException {
    CheckpointFiles ours = files.in(CheckpointPlace.OURS);
    Optional<LeaseEntry> newest = LeaseEntry.read(ours, LeaseEntry.newest(ours));
    if (newest.isEmpty()) {
      return "free";
    }
    boolean held =
        newest.get().isHeld(LeaseOwner.here("", ""), LeaseTimes.DEFAULT, Instant.now());
    return (held ? "held by " : "free; last held by ") + newest.get().text();
  }

  private static String epochs(SparkFiles written) {
    String done =
        written.lastDone() == SparkFiles.NONE ? "none is done" : written.lastDone() + " is done";
    return written.lastPlanned() > written.lastDone()
        ? "%s, %d is in hand or will be repeated".formatted(done, written.lastPlanned())
        : done + ", none is in hand";
  }

  private static String watermark(LogFile log) {
    long millis = log.metadata().path("batchWatermarkMs").asLong();
    return millis == 0 ? "none" : Instant.ofEpochMilli(millis).toString();
  }

  private void sources(LogFile log, Optional<Fingerprint> fingerprint) {
    line("sources", log.isByName() ? "known by the names of their stages" : "known by their order");
    List<OfSource> reads = fingerprint.map(Fingerprint::reads).orElse(List.of());
    Map<String, String> offsets = new LinkedHashMap<>(log.offsets());
    for (int i = 0; i < reads.size(); i++) {
      OfSource source = reads.get(i);
      String offset = offsets.remove(log.isByName() ? source.name() : String.valueOf(i));
      source(source.text(), offset == null ? LogFile.NOTHING : offset);
    }
    offsets.forEach(
        (name, offset) -> source(log.isByName() ? "'" + name + "'" : "number " + name, offset));
  }

  private void source(String source, String offset) {
    line("source", source + ": " + (offset.equals(LogFile.NOTHING) ? "nothing yet" : offset));
  }

  private void remembered(OfState state) {
    line(
        "remembers",
        "'%s' (%s): %s"
            .formatted(
                state.stage(),
                state.verb(),
                state.aspects().entrySet().stream()
                    .filter(aspect -> !aspect.getKey().equals(StateShapes.ALL))
                    .map(aspect -> aspect.getKey() + ": " + aspect.getValue())
                    .collect(Collectors.joining("; "))));
  }

  /** By Spark's own reader of state. */
  private void state(SparkSession session) {
    StateStores.of(session, files.place())
        .forEach(
            store -> line(
                "state",
                "operator %d, %s, store %s: %d rows in %d partitions"
                    .formatted(
                        store.operator(),
                        store.name(),
                        store.store(),
                        store.rows(),
                        store.partitions())));
  }

  private void damage(SparkFiles written, Fingerprint known) {
    try {
      Damage.of(files, written, known).forEach(finding -> line("damaged", finding.text()));
    } catch (IOException e) {
      line("damaged", e.toString());
    }
  }
}
