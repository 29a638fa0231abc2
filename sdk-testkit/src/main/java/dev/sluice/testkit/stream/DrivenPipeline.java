package dev.sluice.testkit.stream;

import dev.sluice.Pipeline;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Sink;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.streaming.plan.StreamCut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pipeline with the rows of a test in place of the sources that a stream follows, and memory in
 * place of its sinks. They go by their names, so another definition of the pipeline keeps them.
 */
final class DrivenPipeline {

  private final CrashPlan crash;
  private final Map<String, StreamSource<?>> sources = new HashMap<>();
  private final Map<String, StreamSink<?>> sinks = new HashMap<>();
  private final Set<String> own = new HashSet<>();
  private Set<String> only = Set.of();
  private Pipeline definition;

  DrivenPipeline(Pipeline definition, CrashPlan crash) {
    this.definition = definition;
    this.crash = crash;
  }

  String name() {
    return definition.name();
  }

  /** Goes on with another definition. */
  void define(Pipeline other) {
    definition = other;
  }

  /** The plan as a stream runs it. */
  Plan driven() {
    return Rewiring.of(plan(), stage -> source(stage).input(), this::driven);
  }

  private Sink<?> driven(PlanSink sink) {
    return own.contains(sink.name())
        ? new OwnSink<>((EpochSink<?>) sink.sink(), crash)
        : new CapturingSink<>(captured(sink), sink.sink().mode(), crash);
  }

  /**
   * The rows of a source.
   *
   * @throws IllegalArgumentException if none of this name is followed, or it has others
   */
  @SuppressWarnings("unchecked") // the record is compared
  <T extends Record> StreamSource<T> source(String name, Class<T> type) {
    PlanNode stage =
        followed().stream()
            .filter(source -> source.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> unknown(
                    "follows no source", name, followed().stream().map(PlanNode::name).toList()));
    requireType("source", name, stage.origin().record(), type);
    return (StreamSource<T>) source(stage);
  }

  private StreamSource<?> source(PlanNode stage) {
    return sources.computeIfAbsent(
        stage.name(),
        name -> new StreamSource<>(stage.origin().record().asSubclass(Record.class)));
  }

  /**
   * What a sink gets.
   *
   * @throws IllegalArgumentException if there is none of this name, it is kept, or has other rows
   */
  @SuppressWarnings("unchecked") // the record is compared
  <T extends Record> StreamSink<T> sink(String name, Class<T> type) {
    PlanSink sink = named(name);
    if (own.contains(name)) {
      throw new IllegalArgumentException(
          "%s is kept, so its rows are where it writes them".formatted(place(sink)));
    }
    requireType("sink", name, sink.sink().type(), type);
    return (StreamSink<T>) captured(sink);
  }

  private StreamSink<?> captured(PlanSink sink) {
    return sinks.computeIfAbsent(
        sink.name(), name -> new StreamSink<>(sink.sink().type(), place(sink)));
  }

  static String place(PlanSink sink) {
    return "sink '%s' (%s)".formatted(sink.name(), sink.site());
  }

  /**
   * Lets a sink write where the pipeline says.
   *
   * @throws IllegalArgumentException if there is none of this name, or it cannot take a stream
   */
  void keep(String name) {
    PlanSink sink = named(name);
    if (!(sink.sink() instanceof EpochSink<?>)) {
      throw new IllegalArgumentException(
          "sink '%s' (%s) takes no epochs of a stream".formatted(name, sink.site()));
    }
    own.add(name);
  }

  /**
   * Leaves all other sinks out.
   *
   * @throws IllegalArgumentException if there is none of one of these names
   */
  void choose(Set<String> names) {
    names.forEach(this::named);
    only = names;
  }

  /** Whether rows were pushed that no epoch has. */
  boolean hasWaiting() {
    return sources.values().stream().anyMatch(StreamSource::hasWaiting);
  }

  /** Hands the rows over that were pushed. */
  void deliver() {
    sources.values().forEach(StreamSource::deliver);
  }

  /** Gives the stream an epoch without rows. */
  void deliverNothing() {
    followed().stream().findFirst().map(this::source).ifPresent(StreamSource::deliverNothing);
  }

  /** The stages that keep something from one epoch to the next. */
  Set<PlanNode> remembering() {
    return StreamCut.of(plan()).remembering();
  }

  boolean waitsForEventTime() {
    return remembering().stream()
        .flatMap(PlanNode::upstream)
        .anyMatch(stage -> stage.is(EventTime.class));
  }

  private List<PlanNode> followed() {
    return StreamCut.of(plan()).followed();
  }

  private Plan plan() {
    Plan plan = definition.plan();
    return only.isEmpty()
        ? plan
        : new Plan(
            plan.name(),
            plan.sources(),
            plan.sinks().stream().filter(sink -> only.contains(sink.name())).toList());
  }

  private PlanSink named(String sink) {
    List<PlanSink> all = plan().sinks();
    return all.stream()
        .filter(candidate -> candidate.name().equals(sink))
        .findFirst()
        .orElseThrow(
            () -> unknown("has no sink", sink, all.stream().map(PlanSink::name).toList()));
  }

  private IllegalArgumentException unknown(String what, String name, List<String> known) {
    return new IllegalArgumentException(
        "pipeline '%s' %s '%s': there are %s"
            .formatted(
                name(),
                what,
                name,
                known.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "))));
  }

  private static void requireType(String what, String name, Class<?> is, Class<?> asked) {
    if (is != asked) {
      throw new IllegalArgumentException(
          "%s '%s' has rows of %s, not of %s"
              .formatted(what, name, is.getSimpleName(), asked.getSimpleName()));
    }
  }
}
