package dev.sluice.samples.ysb;

import dev.sluice.samples.bench.Latencies;
import dev.sluice.samples.bench.Pace;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.server.KafkaServer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Measures how long events take at a fixed rate, one contender after the other: each event carries
 * the moment at which it was due to be sent, all that were sent must have come to the sink, and all that were sent
 * behind the warm-up count.
 *
 * @param server where the topics are made
 * @param partitions of each topic
 * @param rate events of a second
 * @param warmup how long events are sent first that do not count
 * @param length how long events are sent that count
 */
record YsbLatency(
    KafkaServer server, int partitions, int rate, Duration warmup, Duration length) {

  private static final Duration TOMORROW = Duration.ofDays(1);

  /** A query that was started. */
  interface Running {

    /** Waits until it has done all that there is. */
    void finish();

    /** Ends it. */
    void stop() throws Exception;
  }

  /** What starts a query over a topic. */
  @FunctionalInterface
  interface Contender {

    /** Starts it; it tells all that comes to its sink. */
    Running start(YsbTopic topic, Arrivals arrivals) throws Exception;
  }

  /** The views as one gets them by hand. */
  static Contender viewsByHand(YsbQueries queries) {
    return (topic, sink) -> running(
        queries.viewsByHand(
            topic,
            org.apache.spark.sql.streaming.Trigger.ProcessingTime(0),
            row -> sink.came(row.getTimestamp(1).toInstant(), 1)));
  }

  /** The views as Sluice gives them. */
  static Contender viewsBySluice(YsbQueries queries) {
    return (topic, sink) -> running(
        queries.viewsBySluice(
            topic, Trigger.every(Duration.ZERO), view -> sink.came(view.at(), 1)));
  }

  /** The counts as one gets them by hand. */
  static Contender countsByHand(YsbQueries queries, int shuffles) {
    return (topic, sink) -> running(
        queries.countsByHand(
            topic,
            shuffles,
            org.apache.spark.sql.streaming.Trigger.ProcessingTime(0),
            row -> sink.came(whenFinal(row.getTimestamp(1).toInstant()), row.getLong(2))));
  }

  /** The counts as Sluice gives them. */
  static Contender countsBySluice(YsbQueries queries) {
    return (topic, sink) -> running(
        queries.countsBySluice(
            topic,
            Trigger.every(Duration.ZERO),
            count -> sink.came(whenFinal(count.from()), count.views())));
  }

  /** A count is due when its window has ended and no view can be late any more. */
  private static Instant whenFinal(Instant from) {
    return from.plus(YsbPipeline.WINDOW).plus(YsbPipeline.WINDOW);
  }

  private static Running running(StreamingQuery query) {
    return new Running() {
      @Override
      public void finish() {
        query.processAllAvailable();
      }

      @Override
      public void stop() throws Exception {
        query.stop();
      }
    };
  }

  private static Running running(StreamingRun run) {
    return new Running() {
      @Override
      public void finish() {
        run.processAllAvailable();
      }

      @Override
      public void stop() {
        run.stop();
      }
    };
  }

  /** Measures each contender. */
  Map<String, Latencies> of(Map<String, Contender> contenders) throws Exception {
    Map<String, Latencies> latencies = new LinkedHashMap<>();
    for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
      latencies.put(contender.getKey(), of(contender.getValue()));
    }
    return latencies;
  }

  private Latencies of(Contender contender) throws Exception {
    YsbTopic topic = YsbTopic.create(server, partitions);
    Arrivals arrivals = new Arrivals();
    Running running = contender.start(topic, arrivals);
    try {
      Instant start = Instant.now();
      long events = send(topic, start);
      Instant end = Instant.now();
      running.finish();
      closeWindows(topic);
      running.finish();
      arrivals.requireViews((events + 2) / 3, end.plus(TOMORROW.dividedBy(2)));
      return arrivals.between(start.plus(warmup), end);
    } finally {
      running.stop();
    }
  }

  private long send(YsbTopic topic, Instant start) {
    long events = warmup.plus(length).toMillis() * rate / 1_000;
    Pace pace = new Pace(start, rate);
    try (KafkaProducer<String, String> producer = topic.producer()) {
      for (long i = 0; i < events; i++) {
        Instant due = pace.await(i);
        // when it should have been sent: what waits for the sender waits too
        topic.send(producer, i, YsbEvents.json(i, due));
      }
    }
    return events;
  }

  /** Views of tomorrow close the windows of today; they are no part of what is measured. */
  private void closeWindows(YsbTopic topic) {
    try (KafkaProducer<String, String> producer = topic.producer()) {
      for (int partition = 0; partition < partitions; partition++) {
        topic.send(producer, partition, YsbEvents.json(0, Instant.now().plus(TOMORROW)));
      }
    }
  }
}
