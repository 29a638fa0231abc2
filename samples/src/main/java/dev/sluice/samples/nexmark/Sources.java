package dev.sluice.samples.nexmark;

import dev.sluice.Pipeline;
import dev.sluice.TimedStage;
import dev.sluice.connect.Source;
import dev.sluice.expr.Fields;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Person;
import dev.sluice.streaming.StreamInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events as stages of a pipeline. A source is in it when a query has asked for it. */
final class Sources {

  private final Pipeline pipeline;
  private final Optional<Events> events;
  private final Map<Class<? extends Record>, TimedStage<?>> used = new LinkedHashMap<>();

  private Sources(Pipeline pipeline, Optional<Events> events) {
    this.pipeline = pipeline;
    this.events = events;
  }

  /** All events at once, for a batch. */
  static Sources of(Pipeline pipeline, Events events) {
    return new Sources(pipeline, Optional.of(events));
  }

  /** Events that come, for a stream. */
  static Sources followed(Pipeline pipeline) {
    return new Sources(pipeline, Optional.empty());
  }

  TimedStage<Person> persons() {
    return stage(Person.class, Person::at);
  }

  TimedStage<Auction> auctions() {
    return stage(Auction.class, Auction::at);
  }

  TimedStage<Bid> bids() {
    return stage(Bid.class, Bid::at);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** What the query has asked for. */
  Set<Class<? extends Record>> used() {
    return used.keySet();
  }

  /** The name of the source of a kind of events. */
  static String name(Class<? extends Record> kind) {
    return kind.getSimpleName();
  }

  @SuppressWarnings("unchecked") // each stage is kept by the class of its rows
  private <E extends Record> TimedStage<E> stage(Class<E> kind, Fields.Timestamp<E> at) {
    return (TimedStage<E>) used.computeIfAbsent(
        kind,
        missing -> pipeline.source(name(kind), source(kind))
            .eventTime(at, NexmarkEvents.LATENESS));
  }

  private <E extends Record> Source<E> source(Class<E> kind) {
    if (events.isPresent()) {
      return InMemory.rows(kind, events.get().of(kind));
    }
    return StreamInput.of(kind);
  }
}
