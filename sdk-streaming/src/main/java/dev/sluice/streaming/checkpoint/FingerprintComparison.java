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

  static final String OR_ANEW = "or start with a new checkpoint directory, which begins anew";

  static final String START_ANEW = "Undo the change, " + OR_ANEW;

  private final Fingerprint was;
  private final Fingerprint is;
  private final SourceOffsets offsets;
  private final List<PlanNode> stages;
  private final PlanFingerprint plan;
  private final List<Finding> findings = new ArrayList<>();

  private FingerprintComparison(
      Fingerprint was,
      Fingerprint is,
      SourceOffsets offsets,
      List<PlanNode> stages,
      PlanFingerprint plan) {
    this.was = was;
    this.is = is;
    this.offsets = offsets;
    this.stages = stages;
    this.plan = plan;
  }

  /**
   * The changes that matter.
   *
   * @param was what the checkpoint was written for
   * @param is what the plan is now
   * @param offsets what the checkpoint knows of its sources
   * @param stages the stages of the plan
   * @param plan what the fingerprint was taken of
   */
  static List<Finding> of(
      Fingerprint was,
      Fingerprint is,
      SourceOffsets offsets,
      List<PlanNode> stages,
      PlanFingerprint plan) {
    FingerprintComparison comparison =
        new FingerprintComparison(was, is, offsets, stages, plan);
    comparison.sources();
    comparison.states();
    if (comparison.findings.stream().noneMatch(Finding::refuses)) {
      // beside what cannot be used it is no news what could be
      comparison.stages();
    }
    return comparison.findings;
  }

  private void sources() {
    findings.addAll(
        offsets.byName()
            ? SourcesByName.changes(was, is, offsets, plan)
            : SourcesByOrder.changes(was.reads(), is.reads(), plan.reads()));
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
    if (offsets.byName() && changes.isEmpty() && !isOfTheSame(old, now)) {
      changes.add(
          "%s remembers rows of %s, and those of %s in this checkpoint"
              .formatted(name(now), sources(now), sources(old)));
    }
    changes.forEach(
        change -> findings.add(
            Finding.refused(
                "CKPT-004", "%s: the state cannot be used. %s".formatted(change, START_ANEW))
                .of(stage)));
  }

  /** The rows of sources that were there before and still are must have come from the same. */
  private boolean isOfTheSame(OfState old, OfState now) {
    return of(old, is).equals(of(now, was));
  }

  private static List<List<String>> of(OfState state, Fingerprint known) {
    List<String> stages = known.reads().stream().map(OfSource::stage).toList();
    return state.from().stream()
        .map(input -> input.stream().filter(stages::contains).toList())
        .toList();
  }

  private static String sources(OfState state) {
    return state.from().stream()
        .map(input -> input.isEmpty() ? "a table" : "'" + String.join("', '", input) + "'")
        .collect(Collectors.joining(" with "));
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
