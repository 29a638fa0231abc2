package dev.sluice.plan;

import dev.sluice.record.RecordComponentType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What differs between a stage and what it has become. */
final class StageDifference {

  private final String name;
  private final PlanNode before;
  private final PlanNode after;
  private final Map<String, String> renamed;
  private final List<String> differences;

  StageDifference(
      String name,
      PlanNode before,
      PlanNode after,
      Map<String, String> renamed,
      List<String> differences) {
    this.name = name;
    this.before = before;
    this.after = after;
    this.renamed = renamed;
    this.differences = differences;
  }

  void add() {
    columns();
    if (!before.verb().name().equals(after.verb().name())) {
      tell("is a %s, before a %s".formatted(after.verb().name(), before.verb().name()));
    }
    if (before.verb().getClass() == after.verb().getClass()) {
      verbs();
    }
    inputs();
  }

  private void inputs() {
    List<String> was =
        before.inputs().stream()
            .map(input -> renamed.getOrDefault(input.name(), input.name()))
            .toList();
    List<String> is = after.inputs().stream().map(PlanNode::name).toList();
    if (!was.equals(is)) {
      tell("reads '%s', before '%s'".formatted(String.join("', '", is), String.join("', '", was)));
    }
  }

  private void columns() {
    for (RecordComponentType component : before.record().components()) {
      Optional<RecordComponentType> now = after.record().component(component.name());
      if (now.isEmpty()) {
        tell("component removed: " + component.name());
      } else if (!column(now.get()).equals(column(component))) {
        tell(
            "component %s is %s, before %s"
                .formatted(component.name(), column(now.get()), column(component)));
      }
    }
    after.record().components().stream()
        .filter(component -> before.record().component(component.name()).isEmpty())
        .forEach(component -> tell("component added: " + component.name()));
  }

  private static String column(RecordComponentType component) {
    return "%s%s as %s"
        .formatted(
            component.logicalType(),
            component.nullable() ? "" : " never NULL",
            component.column());
  }

  private void verbs() {
    if (!(before.verb() instanceof Record was) || !(after.verb() instanceof Record is)) {
      if (!before.verb().detail().equals(after.verb().detail())) {
        tell("does%s, before%s".formatted(after.verb().detail(), before.verb().detail()));
      }
      return;
    }
    for (RecordComponent component : was.getClass().getRecordComponents()) {
      Object old = DataJson.read(component, was);
      Object now = DataJson.read(component, is);
      if (!DataJson.value(old).equals(DataJson.value(now))) {
        part(words(component.getName()), old, now);
      }
    }
  }

  private void part(String what, Object was, Object is) {
    if (was instanceof List<?> old && is instanceof List<?> now) {
      list(what.endsWith("s") ? what.substring(0, what.length() - 1) : what, old, now);
    } else {
      tell(
          "%s %s, before %s".formatted(what, PlanDifference.text(is), PlanDifference.text(was)));
    }
  }

  private void list(String what, List<?> was, List<?> is) {
    List<String> removed = new ArrayList<>(was.stream().map(PlanDifference::text).toList());
    List<String> added = new ArrayList<>(is.stream().map(PlanDifference::text).toList());
    for (String both : List.copyOf(added)) {
      if (removed.remove(both)) {
        added.remove(both);
      }
    }
    added.forEach(text -> tell("%s added: %s".formatted(what, text)));
    removed.forEach(text -> tell("%s removed: %s".formatted(what, text)));
    if (added.isEmpty() && removed.isEmpty()) {
      tell("the %ss have another order or form: %s".formatted(what, PlanDifference.text(is)));
    }
  }

  private static String words(String component) {
    return component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private void tell(String difference) {
    differences.add("stage '%s': %s".formatted(name, difference));
  }
}
