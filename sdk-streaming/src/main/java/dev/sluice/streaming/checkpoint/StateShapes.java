package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.connect.Secrets;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Join;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.streaming.checkpoint.Fingerprint.OfState;
import dev.sluice.streaming.plan.StreamCut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the state of a stage depends on. What is computed of it when it comes out has no part in it:
 * of an aggregation the aggregates count, not what they are multiplied with.
 */
final class StateShapes {

  /** What a verb does that has no words here, as its JSON. */
  static final String ALL = "all";

  private final StreamCut cut;
  private final List<PlanNode> stages;
  private final JsonNode json;

  StateShapes(StreamCut cut) {
    this.cut = cut;
    this.stages = cut.plan().stages();
    this.json = CheckpointJson.read(cut.plan().toJson()).orElseThrow().path("stages");
  }

  OfState of(PlanNode stage) {
    Map<String, String> aspects = new LinkedHashMap<>();
    boolean hasState = true;
    if (stage.verb() instanceof Aggregate aggregate) {
      aggregate(aggregate, stage, aspects);
    } else if (stage.verb() instanceof Dedupe dedupe) {
      aspects.put("keys", columns(dedupe.keys(), stage));
      computed(dedupe.keys(), aspects);
      if (!dedupe.keepFirstBy().isEmpty()) {
        aspects.put("order", SortKey.text(dedupe.keepFirstBy()));
      }
    } else if (stage.verb() instanceof Join join) {
      join(join, stage, aspects);
    } else {
      hasState = false;
      aspects.put("columns", columns(stage.record()));
      aspects.put(ALL, does(stage));
    }
    aspects.put("event time", eventTimes(stage));
    aspects.replaceAll((name, text) -> Secrets.masked(text));
    return new OfState(Secrets.masked(stage.name()), stage.verb().name(), hasState, sources(stage),
        aspects);
  }

  private static List<List<String>> sources(PlanNode stage) {
    return stage.inputs().stream()
        .map(
            input -> input.upstream()
                .filter(StreamCut::isFollowed)
                .map(source -> Secrets.masked(source.name()))
                .sorted()
                .toList())
        .toList();
  }

  private static void aggregate(
      Aggregate aggregate, PlanNode stage, Map<String, String> aspects) {
    aspects.put("window", aggregate.window().map(window -> window.text()).orElse("none"));
    aspects.put("keys", columns(aggregate.keys(), stage));
    computed(aggregate.keys(), aspects);
    aggregate.subtotals().ifPresent(totals -> aspects.put("totals", aggregate.detail()));
    List<String> components =
        stage.record().components().stream().map(RecordComponentType::name).toList();
    List<ExprNode> values = new ArrayList<>();
    aggregate.outputs().stream()
        .sorted(Comparator.comparingInt(output -> components.indexOf(output.component())))
        .map(Output::value)
        .forEach(values::add);
    aggregate.having().ifPresent(values::add);
    List<ExprNode> calls =
        found(values, e -> e instanceof Call call && call.fn().kind() == Kind.AGGREGATE);
    aspects.put("aggregates", distinct(calls.stream().map(ExprText::of).toList()));
    aspects.put("aggregated columns", columns(calls, stage));
  }

  /** Keys that are computed are others if they are computed in another way of the same columns. */
  private static void computed(List<ExprNode> keys, Map<String, String> aspects) {
    List<String> texts =
        keys.stream().filter(key -> !(key instanceof Field)).map(ExprText::of).toList();
    if (!texts.isEmpty()) {
      aspects.put("computed keys", distinct(texts));
    }
  }

  private void join(Join join, PlanNode stage, Map<String, String> aspects) {
    aspects.put("join", join.name() + join.detail());
    List<ExprNode> all = new ArrayList<>(join.outputs().stream().map(Output::value).toList());
    join.legs().forEach(leg -> leg.condition().ifPresent(all::add));
    join.legs().forEach(leg -> leg.filter().ifPresent(all::add));
    // rows of one input are kept whole, or as far as something of them is used
    aspects.put(
        "columns",
        join.outputs().isEmpty()
            ? stage.inputs().stream()
                .map(input -> columns(input.record()))
                .collect(Collectors.joining("; "))
            : columns(all, stage));
    aspects.put(ALL, does(stage));
  }

  private String does(PlanNode stage) {
    return json.path(stages.indexOf(stage)).path("does").toString();
  }

  private String eventTimes(PlanNode stage) {
    return distinct(
        stage.upstream()
            .filter(cut.streamed()::contains)
            .flatMap(before -> before.verb(EventTime.class).stream())
            .map(time -> ExprText.of(time.column()))
            .toList());
  }

  /** The columns in expressions, each with its type. */
  private static String columns(Collection<? extends ExprNode> expressions, PlanNode stage) {
    return distinct(
        found(expressions, Field.class::isInstance).stream()
            .map(Field.class::cast)
            .map(field -> column(field, stage))
            .toList());
  }

  private static String column(Field field, PlanNode stage) {
    String name = stage.inputs().size() > 1 ? ExprText.joined(field) : field.accessor();
    return stage.inputs().get(field.input()).record().component(field.accessor())
        .map(component -> name + " " + type(component))
        .orElse(name);
  }

  private static String columns(RecordType record) {
    return record.components().stream()
        .map(component -> component.name() + " " + type(component))
        .collect(Collectors.joining(", "));
  }

  private static String type(RecordComponentType component) {
    return component.logicalType() + (component.nullable() ? "" : " never NULL");
  }

  private static String distinct(List<String> texts) {
    Set<String> once = new LinkedHashSet<>(texts);
    return once.isEmpty() ? "none" : String.join(", ", once);
  }

  /** The outermost expressions of a kind, in the order in which they stand. */
  private static List<ExprNode> found(
      Collection<? extends ExprNode> expressions, Predicate<ExprNode> wanted) {
    List<ExprNode> found = new ArrayList<>();
    Deque<ExprNode> open = new ArrayDeque<>(expressions);
    while (!open.isEmpty()) {
      ExprNode next = open.pop();
      if (wanted.test(next)) {
        found.add(next);
      } else {
        List<ExprNode> children = next.children();
        for (int i = children.size() - 1; i >= 0; i--) {
          open.push(children.get(i));
        }
      }
    }
    return found;
  }
}
