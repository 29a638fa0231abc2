package dev.sluice.testkit;

import dev.sluice.Pipeline;
import dev.sluice.plan.PlanSink;
import dev.sluice.testkit.ReplaySplit.Arrival;
import dev.sluice.testkit.stream.DrivenBatch;
import dev.sluice.testkit.stream.DrivenPart;
import dev.sluice.testkit.stream.StreamDriver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Shows that a pipeline gives the same rows as a stream and as a batch, however the rows come: they
 * are cut into epochs at random, shuffled within the lateness that the pipeline allows, some of them
 * twice, and what is final in the end is compared with a batch over the same rows.
 *
 * <pre>{@code
 * kit.sameInBatchAndStream(auction)
 *     .rows("bids", bids)
 *     .splits(20)
 *     .check();
 * }</pre>
 *
 * <p>A difference is made as small as possible and shown as a test that can be pasted, with the seed
 * that gives the same splits again. Floating point numbers may differ in their last digits, which
 * depend on the order of the rows; whatever else depends on it is a difference.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class ReplayProof {

  /** The name of the system property that says how many splits are tried, 5 unless set. */
  public static final String SPLITS = "sluice.test.splits";

  private static final int SOME_SPLITS = 5;
  private static final int TRIES_TO_SHRINK = 60;
  private static final double TWICE = 0.1;

  private final SparkKit kit;
  private final Pipeline pipeline;
  private final Map<String, List<Record>> rows;
  private final int splits;
  private final long seed;

  private ReplayProof(
      SparkKit kit,
      Pipeline pipeline,
      Map<String, List<Record>> rows,
      int splits,
      long seed) {
    this.kit = kit;
    this.pipeline = pipeline;
    this.rows = rows;
    this.splits = splits;
    this.seed = seed;
  }

  static ReplayProof of(SparkKit kit, Pipeline pipeline) {
    return new ReplayProof(
        kit,
        pipeline,
        Map.of(),
        Integer.getInteger(SPLITS, SOME_SPLITS),
        Long.getLong(SparkProfile.SEED, 1));
  }

  /**
   * The rows of a source that a stream follows.
   *
   * @param source the name of its stage
   * @param given all its rows; where nobody can tell when they happened they come in this order
   */
  public ReplayProof rows(String source, List<? extends Record> given) {
    Map<String, List<Record>> more = new LinkedHashMap<>(rows);
    more.put(source, List.copyOf(given));
    return new ReplayProof(kit, pipeline, more, splits, seed);
  }

  /**
   * How many ways to cut the rows are tried. Each takes about as long as a test of a stream.
   *
   * @param count at least 1
   */
  public ReplayProof splits(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one split is needed, not " + count);
    }
    return new ReplayProof(kit, pipeline, rows, count, seed);
  }

  /** What decides about the splits; the same one makes the same. */
  public ReplayProof seed(long changed) {
    return new ReplayProof(kit, pipeline, rows, splits, changed);
  }

  /**
   * Runs all splits.
   *
   * @throws AssertionError if one gives other rows than the batch
   * @throws IllegalStateException if the batch gives no row to any sink, which would show nothing
   */
  public void check() {
    Random random = new Random(seed);
    Map<String, List<Record>> input = someTwice(random);
    ReplayOrder order = ReplayOrder.of(pipeline.plan());
    DrivenBatch batch = batch(input);
    requireRows(batch);
    for (int i = 0; i < splits; i++) {
      ReplaySplit split = order.split(input, random);
      Optional<ReplayDifference> found = difference(split, batch);
      if (found.isPresent()) {
        throw failure(
            new ReplayShrinker<>(this::difference, TRIES_TO_SHRINK)
                .shrink(new ReplayShrinker.Failing<>(split, found.get())),
            i);
      }
    }
  }

  private Map<String, List<Record>> someTwice(Random random) {
    Map<String, List<Record>> input = new LinkedHashMap<>();
    rows.forEach(
        (source, given) -> {
          List<Record> some = new ArrayList<>();
          for (Record row : given) {
            some.add(row);
            if (random.nextDouble() < TWICE) {
              some.add(row);
            }
          }
          input.put(source, some);
        });
    return input;
  }

  private void requireRows(DrivenBatch batch) {
    if (pipeline.plan().sinks().stream().allMatch(sink -> batch.rows(sink.name()).isEmpty())) {
      throw new IllegalStateException(
          "no sink of pipeline '%s' gets a row, which shows nothing: give its sources rows"
              .formatted(pipeline.name()));
    }
  }

  private Optional<ReplayDifference> difference(ReplaySplit split) {
    return difference(split, batch(split.asGiven()));
  }

  private DrivenBatch batch(Map<String, List<Record>> input) {
    return DrivenBatch.run(pipeline, input, kit.spark());
  }

  private Optional<ReplayDifference> difference(ReplaySplit split, DrivenBatch batch) {
    Function<PlanSink, List<Record>> streamed = stream(split);
    return pipeline.plan().sinks().stream()
        .map(
            sink -> new ReplayDifference(
                sink.name(),
                Matching.of(
                    batch.rows(sink.name()),
                    LatestRows.of(sink, streamed.apply(sink)),
                    Sameness.butForRounding())))
        .filter(difference -> !difference.matching().isComplete())
        .findFirst();
  }

  private Function<PlanSink, List<Record>> stream(ReplaySplit split) {
    Map<String, List<Record>> got = new LinkedHashMap<>();
    for (DrivenPart part : DrivenPart.of(pipeline)) {
      try (StreamDriver driver = part.of(kit.stream(pipeline))) {
        for (List<Arrival> epoch : split.of(part.sources()).epochs()) {
          ReplaySplit.bySource(epoch).forEach((source, some) -> push(driver, source, some));
          driver.process();
        }
        driver.finish();
        pipeline.plan().sinks().stream()
            .filter(sink -> part.sinks().contains(sink.name()))
            .forEach(
                sink -> got.put(
                    sink.name(),
                    List.copyOf(driver.sink(sink.name(), sink.sink().type()).rows())));
      }
    }
    return sink -> got.get(sink.name());
  }

  private DrivenPart partOf(ReplayDifference difference) {
    return DrivenPart.of(pipeline).stream()
        .filter(part -> part.sinks().contains(difference.sink()))
        .findFirst()
        .orElseThrow();
  }

  private static void push(StreamDriver driver, String source, List<Record> some) {
    driver.source(source, some.get(0).getClass()).pushAll(some);
  }

  private AssertionError failure(
      ReplayShrinker.Failing<ReplayDifference> smallest, int number) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "pipeline '%s' gives other rows as a stream than as a batch: %s"
            .formatted(pipeline.name(), smallest.failure().summary()));
    lines.addAll(smallest.failure().lines());
    lines.addAll(
        Shown.section(
            "as a test:",
            ReplayText.of(smallest.split(), partOf(smallest.failure()), smallest.failure()),
            Integer.MAX_VALUE,
            line -> line));
    lines.add("");
    lines.add(
        "It was split %d of seed %d: .seed(%d) gives it again.".formatted(number + 1, seed, seed));
    return new AssertionError(String.join("\n", lines));
  }
}
