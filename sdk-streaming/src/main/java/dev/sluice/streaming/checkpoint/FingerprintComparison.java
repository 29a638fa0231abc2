package dev.sluice.streaming.checkpoint;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import dev.sluice.streaming.checkpoint.Fingerprint.OfStage;
import dev.sluice.streaming.checkpoint.Fingerprint.OfState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has changed between the plan that a checkpoint was written for and the present one. */
final class FingerprintComparison {

  static final String START_ANEW =
      "Undo the change, or start with a new checkpoint directory, which begins anew";

  private final Fingerprint was;
  private final Fingerprint is;
  private final List<PlanNode> stages;
  private final PlanFingerprint plan;
  private final List<Finding> findings = new ArrayList<>();

  private FingerprintComparison(
      Fingerprint was, Fingerprint is, List<PlanNode> stages, PlanFingerprint plan) {
    this.was = was;
    this.is = is;
    this.stages = stages;
    this.plan = plan;
  }

  /**
   * The changes that matter.
   *
   * @param was what the checkpoint was written for
   * @param is what the plan is now
   * @param stages the stages of the plan
   * @param plan what the fingerprint was taken of
   */
  static List<Finding> of(
      Fingerprint was, Fingerprint is, List<PlanNode> stages, PlanFingerprint plan) {
    FingerprintComparison comparison = new FingerprintComparison(was, is, stages, plan);
    comparison.sources();
    comparison.states();
    if (comparison.findings.isEmpty()) {
      // beside what cannot be used it is no news what could be
      comparison.stages();
    }
    return comparison.findings;
  }

  private void sources() {
    if (identities(was).equals(identities(is))) {
      return;
    }
    if (stageNames(was).equals(stageNames(is))) {
      places();
      return;
    }
    findings.add(
        Finding.refused(
            "CKPT-003",
            "this checkpoint says how far %s were read, one after the other, and now %s are: where to go on would be guessed. %s"
                .formatted(names(was), names(is), START_ANEW)));
  }

  private static List<String> stageNames(Fingerprint fingerprint) {
    return fingerprint.reads().stream().map(OfSource::stage).toList();
  }

  private static List<String> identities(Fingerprint fingerprint) {
    return fingerprint.reads().stream().map(OfSource::identity).toList();
  }

  private void places() {
    List<Finding> changed = new ArrayList<>();
    for (int i = 0; i < is.reads().size(); i++) {
      OfSource old = was.reads().get(i);
      OfSource now = is.reads().get(i);
      if (!old.identity().equals(now.identity())) {
        changed.add(
            Finding.refused(
                "CKPT-003",
                "this checkpoint says how far %s was read, which says nothing about %s. %s"
                    .formatted(old.description(), now.description(), START_ANEW))
                .of(plan.reads().get(i)));
      }
    }
    changed.stream().distinct().forEach(findings::add);
  }

  private static String names(Fingerprint fingerprint) {
    return fingerprint.reads().stream()
        .map(source -> "'%s' (%s)".formatted(source.stage(), source.description()))
        .collect(Collectors.joining(", "));
  }

  private void states() {
    if (was.keeps().size() != is.keeps().size()) {
      findings.add(
          Finding.refused(
              "CKPT-004",
              "this checkpoint has the state of %s, and now %s need it: Spark goes by their number and order. %s"
                  .formatted(keepers(was), keepers(is), START_ANEW)));
      return;
    }
    for (int i = 0; i < is.keeps().size(); i++) {
      state(was.keeps().get(i), is.keeps().get(i), plan.keeps().get(i));
    }
    if (!is.keeps().isEmpty() && !was.outputMode().equals(is.outputMode())) {
      findings.add(
          Finding.refused(
              "CKPT-004",
              "groups were handed over in mode %s, now in mode %s: what is still to be handed over is not known. %s"
                  .formatted(was.outputMode(), is.outputMode(), START_ANEW)));
    }
  }

  private static String keepers(Fingerprint fingerprint) {
    return fingerprint.keeps().isEmpty()
        ? "no stage"
        : fingerprint.keeps().stream()
            .map(state -> "'%s' (%s)".formatted(state.stage(), state.verb()))
            .collect(Collectors.joining(", "));
  }

  private void state(OfState old, OfState now, PlanNode stage) {
    List<String> changes = new ArrayList<>();
    if (!old.verb().equals(now.verb())) {
      changes.add(
          "%s was a %s in this checkpoint, is a %s".formatted(name(now), old.verb(), now.verb()));
    } else {
      now.aspects()
          .forEach(
              (aspect, text) -> {
                String before = old.aspects().getOrDefault(aspect, "none");
                if (!before.equals(text)
                    && !(aspect.equals(StateShapes.ALL) && !changes.isEmpty())) {
                  changes.add(change(aspect, before, text, now));
                }
              });
    }
    changes.forEach(
        change -> findings.add(
            Finding.refused(
                "CKPT-004", "%s: the state cannot be used. %s".formatted(change, START_ANEW))
                .of(stage)));
  }

  private static String change(String aspect, String before, String text, OfState now) {
    return aspect.equals(StateShapes.ALL)
        ? "%s does something else than it did in this checkpoint".formatted(name(now))
        : "%s of %s: %s in this checkpoint, now %s".formatted(aspect, name(now), before, text);
  }

  private static String name(OfState state) {
    return "stage '%s'".formatted(state.stage());
  }

  private void stages() {
    Map<String, OfStage> before = byName(was);
    Map<String, OfStage> after = byName(is);
    before.forEach(
        (name, stage) -> {
          OfStage now = after.get(name);
          if (now == null) {
            note("stage '%s' (%s) is gone".formatted(name, stage.verb()), name);
          } else if (!now.equals(stage)) {
            changed(stage, now);
          }
        });
    after.forEach(
        (name, stage) -> {
          if (!before.containsKey(name)) {
            note("stage '%s' (%s) is new".formatted(name, stage.verb()), name);
          }
        });
  }

  private void changed(OfStage old, OfStage now) {
    String change =
        "stage '%s' was '%s %s', is '%s %s'"
            .formatted(now.name(), old.verb(), old.text(), now.verb(), now.text());
    boolean isTime =
        stages.stream().anyMatch(s -> s.name().equals(now.name()) && s.is(EventTime.class));
    if (isTime && old.verb().equals(now.verb())) {
      findings.add(
          at(
              Finding.noted(
                  "CKPT-103",
                  change
                      + ": the watermark stays where it is until rows move it on, and what was taken for late is not read again"),
              now.name()));
    } else {
      note(change, now.name());
    }
  }

  private void note(String change, String stage) {
    findings.add(
        at(
            Finding.noted(
                "CKPT-102",
                change + ": what is kept already was computed of rows as they were before"),
            stage));
  }

  private Finding at(Finding finding, String name) {
    return stages.stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .map(finding::of)
        .orElse(finding);
  }

  private static Map<String, OfStage> byName(Fingerprint fingerprint) {
    Map<String, OfStage> stages = new LinkedHashMap<>();
    fingerprint.before().forEach(stage -> stages.putIfAbsent(stage.name(), stage));
    return stages;
  }
}
