package dev.sluice.streaming.checkpoint;

import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has changed in the sources of a checkpoint that knows them by their names: they may be added,
 * taken out and put into another order, as long as a name means what it meant.
 */
final class SourcesByName {

  private final Fingerprint was;
  private final Fingerprint is;
  private final SourceOffsets offsets;
  private final PlanFingerprint plan;
  private final Map<String, List<OfSource>> before;
  private final Map<String, List<OfSource>> after;
  private final Set<String> renamed = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private SourcesByName(
      Fingerprint was, Fingerprint is, SourceOffsets offsets, PlanFingerprint plan) {
    this.was = was;
    this.is = is;
    this.offsets = offsets;
    this.plan = plan;
    this.before = byStage(was);
    this.after = byStage(is);
  }

  /**
   * The changes.
   *
   * @param was what the checkpoint was written for
   * @param is what the plan is now
   * @param offsets what the checkpoint knows of its sources
   * @param plan what the fingerprint was taken of
   */
  static List<Finding> changes(
      Fingerprint was, Fingerprint is, SourceOffsets offsets, PlanFingerprint plan) {
    SourcesByName sources = new SourcesByName(was, is, offsets, plan);
    sources.after.values().forEach(sources::present);
    sources.before.values().forEach(sources::missing);
    return sources.findings;
  }

  /** The readings of each source. */
  private static Map<String, List<OfSource>> byStage(Fingerprint fingerprint) {
    return fingerprint.reads().stream()
        .collect(Collectors.groupingBy(OfSource::stage, LinkedHashMap::new, Collectors.toList()));
  }

  private void present(List<OfSource> readings) {
    OfSource now = readings.get(0);
    List<OfSource> known = before.get(now.stage());
    if (known == null) {
      added(now);
    } else if (!known.get(0).identity().equals(now.identity())) {
      tell(now, SourcesByOrder.place(known.get(0), now));
    } else if (known.size() != readings.size()) {
      refuse(
          now,
          "source %s was read %s by the query of this checkpoint, and now is %s, for several stages: where each goes on would be guessed. %s"
              .formatted(
                  now.text(), times(known), times(readings), FingerprintComparison.START_ANEW));
    }
  }

  private static String times(List<OfSource> readings) {
    return readings.size() == 1 ? "once" : readings.size() + " times";
  }

  private void added(OfSource now) {
    Optional<OfSource> former =
        was.reads().stream()
            .filter(old -> old.identity().equals(now.identity()))
            .filter(old -> !after.containsKey(old.stage()))
            .findFirst();
    if (former.isPresent()) {
      refuse(
          now,
          "source %s was called '%s' in this checkpoint, which knows by that name how far it was read: it would be read from its beginning again. Give it its name back, %s"
              .formatted(now.text(), former.get().stage(), FingerprintComparison.OR_ANEW));
      renamed.add(former.get().stage());
    } else if (wasTakenOut(now)) {
      refuse(
          now,
          "source %s was taken out of this checkpoint, which has forgotten since how far it was read: it would be read from its beginning again. Give it another name if that is meant, %s"
              .formatted(now.text(), FingerprintComparison.OR_ANEW));
    } else if (!offsets.known().contains(now.name())) {
      tell(
          now,
          Finding.noted(
              "CKPT-106",
              "source %s is new: it is read from its beginning%s"
                  .formatted(
                      now.text(),
                      is.keeps().isEmpty() ? "" : ", and what is before the watermark is late")));
    }
  }

  private boolean wasTakenOut(OfSource now) {
    return !offsets.known().contains(now.name())
        && was.gone().stream().anyMatch(old -> old.name().equals(now.name()));
  }

  private void missing(List<OfSource> readings) {
    OfSource old = readings.get(0);
    if (after.containsKey(old.stage()) || renamed.contains(old.stage())) {
      return;
    }
    if (offsets.isInHand() && offsets.known().contains(old.name())) {
      findings.add(
          Finding.refused(
              "CKPT-003",
              "source %s was taken out, and an epoch that may have rows of it is not done: it would be repeated without them. Run the pipeline with it once more until it has drained, %s"
                  .formatted(old.text(), FingerprintComparison.OR_ANEW)));
    } else {
      findings.add(
          Finding.noted(
              "CKPT-107",
              "source %s was taken out: what was not read of it is left out, and what is remembered of its rows stays"
                  .formatted(old.text())));
    }
  }

  private void refuse(OfSource now, String message) {
    tell(now, Finding.refused("CKPT-003", message));
  }

  private void tell(OfSource now, Finding finding) {
    findings.add(finding.of(plan.reads().get(is.reads().indexOf(now))));
  }
}
