package dev.sluice.testkit;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.testkit.ReplaySplit.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The orders in which rows may come to a stream without being late: a row is delayed by less than the
 * lateness that the pipeline allows. Rows whose time nobody can tell keep the order they have, and
 * where nothing waits for time, any order will do.
 */
final class ReplayOrder {

  private static final int MOST_EPOCHS = 5;

  private final boolean timed;
  private final Map<String, EventTimeOrigin> times;

  private ReplayOrder(boolean timed, Map<String, EventTimeOrigin> times) {
    this.timed = timed;
    this.times = times;
  }

  static ReplayOrder of(Plan plan) {
    List<PlanNode> timed =
        plan.stages().stream().filter(stage -> stage.is(EventTime.class)).toList();
    Map<String, EventTimeOrigin> times = new HashMap<>();
    for (PlanNode stage : timed) {
      for (EventTimeOrigin origin : EventTimeOrigin.of(stage)) {
        times.merge(
            origin.source().name(),
            origin,
            (one, other) -> one.lateness().compareTo(other.lateness()) <= 0 ? one : other);
      }
    }
    return new ReplayOrder(!timed.isEmpty(), Map.copyOf(times));
  }

  /** The rows cut into epochs at random. */
  ReplaySplit split(Map<String, List<Record>> rows, Random random) {
    List<Arrival> arrivals = ordered(rows, random);
    // an epoch has its price: some of them show as much as many
    int most = random.nextInt(MOST_EPOCHS) + 1;
    List<List<Arrival>> epochs = new ArrayList<>();
    int from = 0;
    for (int left = most; left > 0; left--) {
      int rest = arrivals.size() - from;
      int to = left == 1 ? arrivals.size() : from + random.nextInt(2 * rest / left + 1);
      epochs.add(arrivals.subList(from, Math.min(to, arrivals.size())));
      from = Math.min(to, arrivals.size());
    }
    return new ReplaySplit(epochs);
  }

  private record Delayed(Arrival arrival, Instant at) {}

  private List<Arrival> ordered(Map<String, List<Record>> rows, Random random) {
    List<Delayed> delayed = new ArrayList<>();
    rows.forEach(
        (source, ofSource) -> {
          Instant before = Instant.MIN;
          for (int position = 0; position < ofSource.size(); position++) {
            Record row = ofSource.get(position);
            // without a time right after the row before, so that the order stays
            Instant at = time(source, row).map(time -> late(source, time, random)).orElse(before);
            delayed.add(new Delayed(new Arrival(source, position, row), at));
            before = at;
          }
        });
    if (timed) {
      delayed.sort(Comparator.comparing(Delayed::at));
    } else {
      Collections.shuffle(delayed, random);
    }
    return delayed.stream().map(Delayed::arrival).toList();
  }

  private Optional<Instant> time(String source, Record row) {
    return Optional.ofNullable(times.get(source))
        .map(origin -> RecordParts.value(row, origin.component()))
        .filter(Instant.class::isInstance)
        .map(Instant.class::cast);
  }

  private Instant late(String source, Instant time, Random random) {
    Duration lateness = times.get(source).lateness();
    // a watermark has milliseconds
    long millis = Math.max(1, lateness.toMillis());
    return time.plusMillis(random.nextLong(millis));
  }
}
