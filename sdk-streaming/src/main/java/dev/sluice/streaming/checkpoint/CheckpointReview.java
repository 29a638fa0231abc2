package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.spark.bridge.HadoopSettings;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.plan.StreamCut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Looks at a checkpoint that nobody runs on, for a plan that is to.
 *
 * @param fingerprint of the plan
 * @param byName whether Spark knows the sources by their names
 * @param toTell what has to be set in the session that the query starts in
 * @param findings what is to be said
 */
record CheckpointReview(
    Fingerprint fingerprint,
    boolean byName,
    Map<String, String> toTell,
    List<Finding> findings) {

  private static final List<String> KEPT_SETTINGS =
      List.of(
          StatePartitions.SHUFFLES,
          "spark.sql.streaming.stateStore.providerClass",
          "spark.sql.streaming.multipleWatermarkPolicy");

  CheckpointReview {
    findings = List.copyOf(findings);
  }

  static CheckpointReview of(
      StreamCut cut, String query, String outputMode, CheckpointFiles files, SparkSession spark)
      throws IOException {
    PlanFingerprint plan = PlanFingerprint.of(cut);
    Fingerprint now =
        plan.fingerprint(
            query,
            outputMode,
            files.realPlace(),
            spark.version(),
            spark.conf().get(StatePartitions.SHUFFLES));
    Map<String, String> toTell = Map.of();
    List<Finding> findings = new ArrayList<>();
    if (files.isFile()) {
      throw new IOException("it is a file, not a directory");
    }
    SparkFiles written = SparkFiles.of(files);
    SourceOffsets offsets = SourceOffsets.of(files, written, spark, cut.remembers());
    Optional<String> text =
        files.in(CheckpointPlace.OURS).text(CheckpointPlace.FINGERPRINT);
    if (text.isEmpty()) {
      if (!written.isEmpty()) {
        findings.add(foreign(files));
      }
    } else {
      Optional<Fingerprint> was = read(text.get(), files, findings);
      if (was.isPresent()) {
        owner(was.get(), now, files, findings);
        place(was.get(), now, written, files, HadoopSettings.of(spark), findings);
        if (findings.stream().noneMatch(Finding::refuses)) {
          names(offsets, now, files, findings);
          findings.addAll(Damage.of(files, written, was.get()));
          findings.addAll(
              FingerprintComparison.of(was.get(), now, offsets, cut.plan().stages(), plan));
        }
        if (findings.stream().noneMatch(Finding::refuses)) {
          StatePartitions partitions =
              StatePartitions.of(files, written, was.get(), now.partitions());
          toTell = partitions.toTell();
          now = now.after(was.get(), partitions.number());
          settings(now, written, files, spark, findings);
        }
      }
    }
    cluster(files, spark, findings);
    return new CheckpointReview(now, offsets.byName(), toTell, findings);
  }

  private static Finding foreign(CheckpointFiles files) {
    return Finding.refused(
        "CKPT-009",
        "the checkpoint %s was written by a query that Sluice does not know: there is no %s/%s, so nothing says which sources its offsets are of. Give this stream a checkpoint directory of its own"
            .formatted(files.place(), CheckpointPlace.OURS, CheckpointPlace.FINGERPRINT));
  }

  private static Optional<Fingerprint> read(
      String text, CheckpointFiles files, List<Finding> findings) {
    String file = files.in(CheckpointPlace.OURS).place() + "/" + CheckpointPlace.FINGERPRINT;
    Optional<ObjectNode> json =
        CheckpointJson.read(text)
            .filter(object -> object.path("format").asText().equals(FingerprintJson.FORMAT));
    if (json.isEmpty()) {
      findings.add(
          Finding.refused(
              "CKPT-011",
              "%s is damaged, so nothing says what this checkpoint is of. %s"
                  .formatted(file, Damage.RESTORE)));
      return Optional.empty();
    }
    int version = json.get().path("version").asInt();
    if (version != FingerprintJson.VERSION) {
      findings.add(
          Finding.refused(
              "CKPT-011",
              "%s has version %d, and only %d is known: a newer Sluice has written it. Run this stream with that version"
                  .formatted(file, version, FingerprintJson.VERSION)));
      return Optional.empty();
    }
    return json.map(FingerprintJson::read);
  }

  private static void owner(
      Fingerprint was, Fingerprint now, CheckpointFiles files, List<Finding> findings) {
    if (!was.pipeline().equals(now.pipeline()) || !was.query().equals(now.query())) {
      findings.add(
          Finding.refused(
              "CKPT-002",
              "the checkpoint %s belongs to query '%s' of pipeline '%s', and this is query '%s' of pipeline '%s'. Give this stream a checkpoint directory of its own, or the pipeline its name back"
                  .formatted(
                      files.place(), was.query(), was.pipeline(), now.query(), now.pipeline())));
    }
  }

  private static void place(
      Fingerprint was,
      Fingerprint now,
      SparkFiles written,
      CheckpointFiles files,
      Configuration configuration,
      List<Finding> findings) {
    if (was.place().equals(now.place())) {
      return;
    }
    if (written.queryId().isPresent()
        && queryId(was.place(), configuration).equals(written.queryId())) {
      findings.add(
          Finding.refused(
              "CKPT-010",
              "the checkpoint %s is a copy of %s, which is still there: two streams by one id, and sinks would take the epochs of the one for those of the other. Remove the one that is not to go on, or start with a new checkpoint directory"
                  .formatted(files.place(), was.place())));
    } else {
      findings.add(
          Finding.noted(
              "CKPT-104",
              "it was moved here from %s; see that no stream goes on from a copy"
                  .formatted(was.place())));
    }
  }

  /** Of a checkpoint elsewhere, which may be out of reach by now. */
  private static Optional<String> queryId(String place, Configuration configuration) {
    try {
      return SparkFiles.of(CheckpointFiles.of(configuration, place)).queryId();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void names(
      SourceOffsets offsets, Fingerprint now, CheckpointFiles files, List<Finding> findings) {
    if (offsets.byName() && !SourceNames.areKnown()) {
      findings.add(
          Finding.refused(
              "CKPT-011",
              "the checkpoint %s knows its sources by their names, which Spark %s does not. Run this stream with Spark 4.2 or later"
                  .formatted(files.place(), now.spark())));
    }
  }

  /** Of some settings those count that the first epoch was computed with. */
  private static void settings(
      Fingerprint now,
      SparkFiles written,
      CheckpointFiles files,
      SparkSession spark,
      List<Finding> findings)
      throws IOException {
    if (now.keeps().isEmpty() || written.offsets().isEmpty()) {
      return;
    }
    Optional<LogFile> last =
        LogFile.ofEpoch(files, written.lastPlanned());
    for (String key : KEPT_SETTINGS) {
      Optional<String> kept =
          key.equals(StatePartitions.SHUFFLES)
              ? Optional.of(now.partitions()).filter(number -> !number.isEmpty())
              : last.flatMap(log -> log.setting(key));
      kept
          .filter(value -> !spark.conf().get(key, value).equals(value))
          .ifPresent(
              value -> findings.add(
                  Finding.noted(
                      "CKPT-101",
                      "%s=%s is not used: the state in this checkpoint was made with %s, which stays until a new checkpoint directory"
                          .formatted(key, spark.conf().get(key), value))));
    }
  }

  private static void cluster(
      CheckpointFiles files, SparkSession spark, List<Finding> findings) {
    if (files.isLocal() && !spark.sparkContext().master().startsWith("local")) {
      findings.add(
          Finding.noted(
              "CKPT-105",
              "%s is on a local disk, and the stream runs on %s: executors write state there too, each on its own disk unless it is shared"
                  .formatted(files.place(), spark.sparkContext().master())));
    }
  }
}
