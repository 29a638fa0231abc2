package dev.sluice.streaming.plan;

import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.KeyOf;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprNode.WindowBound;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Aggregate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Follows the key of an aggregation through the stages behind it: which components still tell the
 * groups apart, and which stay as they are while a group changes. A target that replaces rows by key
 * holds each group once if the key has all of the former, and only the latter.
 */
public final class GroupKey {

  /** A window tells groups apart by where it begins or ends. */
  private static final String WINDOW = "its window";

  private final PlanNode groups;
  private final Aggregate aggregate;
  private final Map<PlanNode, Map<String, Set<String>>> known = new HashMap<>();

  private GroupKey(PlanNode groups) {
    this.groups = groups;
    this.aggregate = groups.verb(Aggregate.class).orElseThrow();
  }

  /**
   * What is wrong with a key by which the groups are replaced behind a stage.
   *
   * @param groups the aggregation
   * @param behind the stage whose rows are written
   * @param key the components by which a row replaces another
   * @return what it lacks or has too much, as the rest of a sentence about the key; empty if each
   *     group replaces itself and no other
   */
  public static Optional<String> flaw(PlanNode groups, PlanNode behind, List<String> key) {
    GroupKey followed = new GroupKey(groups);
    behind.upstream().forEach(stage -> followed.known.put(stage, followed.compute(stage)));
    return followed.flaw(followed.known.get(behind), key);
  }

  private Optional<String> flaw(Map<String, Set<String>> stable, List<String> key) {
    Set<String> missing = new LinkedHashSet<>(parts());
    key.stream().map(component -> stable.getOrDefault(component, Set.of()))
        .forEach(missing::removeAll);
    if (!missing.isEmpty()) {
      return Optional.of("lacks %s of the groups".formatted(quoted(missing)));
    }
    List<String> changing = key.stream().filter(part -> !stable.containsKey(part)).toList();
    return changing.isEmpty()
        ? Optional.empty()
        : Optional.of("has %s, which changes with the group".formatted(quoted(changing)));
  }

  private static String quoted(Collection<String> names) {
    return names.stream()
        .map(name -> name.equals(WINDOW) ? name : "'" + name + "'")
        .reduce((all, next) -> all + ", " + next)
        .orElseThrow();
  }

  /** What tells the groups apart. */
  private Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>();
    aggregate.window().ifPresent(window -> parts.add(WINDOW));
    aggregate.keys().forEach(key -> parts.add(ExprText.of(key)));
    return parts;
  }

  /** The components that do not change with a group, each with the parts of the key that it is. */
  private Map<String, Set<String>> compute(PlanNode stage) {
    Map<String, Set<String>> stable = new HashMap<>();
    if (!stage.equals(groups)) {
      passed(stage, stable);
    }
    stage.verb().outputs()
        .forEach(output -> put(stable, output.component(), output.value(), stage));
    for (Change change : stage.verb().changes()) {
      if (change instanceof Change.Sets set) {
        put(stable, set.component(), set.value(), stage);
      }
    }
    return stable;
  }

  /** What comes out as it went in; of several inputs what is so in all of them. */
  private void passed(PlanNode stage, Map<String, Set<String>> stable) {
    List<PlanNode> passing =
        IntStream.range(0, stage.inputs().size())
            .filter(stage.verb()::passes)
            .mapToObj(stage.inputs()::get)
            .toList();
    passing.stream().limit(1).forEach(first -> stable.putAll(known.get(first)));
    passing.stream().skip(1).forEach(
        other -> {
          stable.keySet().retainAll(known.get(other).keySet());
          stable.replaceAll((component, parts) -> common(parts, known.get(other).get(component)));
        });
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }

  private void put(
      Map<String, Set<String>> stable, String component, ExprNode value, PlanNode stage) {
    if (isStable(value, stage)) {
      stable.put(component, parts(value, stage));
    } else {
      stable.remove(component);
    }
  }

  private boolean isStable(ExprNode value, PlanNode stage) {
    return value.tree().allMatch(
        part -> part.deterministic()
            && (!part.children().isEmpty()
                || part instanceof Literal
                || part instanceof Field field && isStableField(field, stage)
                || stage.equals(groups)
                    && (part instanceof Key || part instanceof WindowBound))
            && !(stage.equals(groups) && isAggregate(part)));
  }

  private static boolean isAggregate(ExprNode part) {
    return part instanceof ExprNode.Call call
        && call.fn().kind() != Fn.Kind.SCALAR;
  }

  /** A table that is joined stays as it is. */
  private boolean isStableField(Field field, PlanNode stage) {
    if (field.input() >= stage.inputs().size()) {
      return true;
    }
    PlanNode input = stage.inputs().get(field.input());
    return input.upstream().noneMatch(groups::equals)
        || known.get(input).containsKey(field.accessor());
  }

  private Set<String> parts(ExprNode value, PlanNode stage) {
    if (value instanceof Key key) {
      return Set.of(key.accessor());
    } else if (value instanceof KeyOf key) {
      return Set.of(ExprText.of(key));
    } else if (value instanceof WindowBound) {
      return Set.of(WINDOW);
    } else if (value instanceof Field field
        && !stage.equals(groups)
        && field.input() < stage.inputs().size()) {
      return known.get(stage.inputs().get(field.input()))
          .getOrDefault(field.accessor(), Set.of());
    }
    return Set.of();
  }
}
