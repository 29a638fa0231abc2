package dev.sluice.plan;

import dev.sluice.connect.Secrets;
import dev.sluice.text.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What differs between two plans, in words: what a reviewer wants to know of a changed pipeline, and
 * an operator before a restart.
 *
 * <pre>{@code
 * PlanDifference.between(before.plan(), after.plan());  // [stage 'daily': key added: category]
 * }</pre>
 */
public final class PlanDifference {

  private final List<String> differences = new ArrayList<>();
  private final Map<String, PlanNode> before;
  private final Map<String, PlanNode> after;

  private PlanDifference(Plan before, Plan after) {
    this.before = named(before);
    this.after = named(after);
  }

  /**
   * The differences, a sentence without a full stop each; none if the plans do the same. Stages go
   * by their names, those of one name by their order; a stage that only has another name is told as
   * that.
   */
  public static List<String> between(Plan before, Plan after) {
    PlanDifference difference = new PlanDifference(before, after);
    difference.stages();
    difference.sinks(before, after);
    return difference.differences.stream().map(OneLine::of).map(Secrets::masked).toList();
  }

  private static Map<String, PlanNode> named(Plan plan) {
    Map<String, PlanNode> stages = new LinkedHashMap<>();
    for (PlanNode stage : plan.stages()) {
      String name = stage.name();
      for (int i = 2; stages.containsKey(name); i++) {
        name = "%s (%d)".formatted(stage.name(), i);
      }
      stages.put(name, stage);
    }
    return stages;
  }

  private void stages() {
    Map<String, String> renamed = renamed();
    renamed.forEach((old, now) -> differences.add("stage '%s' is named '%s'".formatted(old, now)));
    before.forEach(
        (name, stage) -> {
          PlanNode now = after.get(renamed.getOrDefault(name, name));
          if (now == null) {
            differences.add("stage '%s' (%s) removed".formatted(name, stage.verb().name()));
          } else {
            new StageDifference(name, stage, now, renamed, differences).add();
          }
        });
    after.forEach(
        (name, stage) -> {
          if (!before.containsKey(name) && !renamed.containsValue(name)) {
            differences.add("stage '%s' (%s) added".formatted(name, stage.verb().name()));
          }
        });
  }

  /** Stages whose names differ, but not what they compute. */
  private Map<String, String> renamed() {
    Fingerprints fingerprints = new Fingerprints();
    Map<String, String> renamed = new LinkedHashMap<>();
    before.forEach(
        (name, stage) -> {
          if (!after.containsKey(name)) {
            after.entrySet().stream()
                .filter(now -> !before.containsKey(now.getKey()))
                .filter(now -> !renamed.containsValue(now.getKey()))
                .filter(now -> fingerprints.of(now.getValue()).equals(fingerprints.of(stage)))
                .findFirst()
                .ifPresent(now -> renamed.put(name, now.getKey()));
          }
        });
    return renamed;
  }

  private void sinks(Plan before, Plan after) {
    for (PlanSink sink : before.sinks()) {
      Optional<PlanSink> now = sink(after, sink.name());
      if (now.isEmpty()) {
        differences.add("sink '%s' removed".formatted(sink.name()));
      } else {
        compare(sink, now.get());
      }
    }
    after.sinks().stream()
        .filter(sink -> sink(before, sink.name()).isEmpty())
        .forEach(sink -> differences.add("sink '%s' added".formatted(sink.name())));
  }

  private void compare(PlanSink sink, PlanSink now) {
    String was = sink.sink().description();
    String is = now.sink().description();
    if (!was.equals(is)) {
      differences.add("sink '%s': %s, before %s".formatted(sink.name(), is, was));
    }
    if (!Objects.equals(sink.stage().name(), now.stage().name())) {
      differences.add(
          "sink '%s': takes stage '%s', before '%s'"
              .formatted(sink.name(), now.stage().name(), sink.stage().name()));
    }
  }

  private static Optional<PlanSink> sink(Plan plan, String name) {
    return plan.sinks().stream().filter(sink -> sink.name().equals(name)).findFirst();
  }

  /** A text for a part of a verb. */
  static String text(Object part) {
    if (part instanceof ExprNode expr) {
      return ExprText.of(expr);
    } else if (part instanceof SortKey key) {
      return key.text();
    } else if (part instanceof Output output) {
      return output.text();
    } else if (part instanceof CleanStep step) {
      return step.text();
    } else if (part instanceof TimeWindow window) {
      return window.text();
    } else if (part instanceof Optional<?> optional) {
      return optional.map(PlanDifference::text).orElse("none");
    } else if (part instanceof Collection<?> parts) {
      return String.join(", ", parts.stream().map(PlanDifference::text).toList());
    }
    return DataJson.value(part).map(json -> json.isTextual() ? json.asText() : json.toString())
        .orElse("none");
  }
}
