package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How streams end, and begin again. */
@SparkTest
@Timeout(300)
class StreamEndsTest {

  record Item(int id) {}

  private static final int DRAINS = Integer.getInteger("sluice.stream.drains", 4);

  private final StreamInput<Item> items = StreamInput.of(Item.class);
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failing = new AtomicInteger();
  private final Delivered<Item> delivered =
      Delivered.calling(
          Item.class,
          epoch -> {
            if (failing.getAndDecrement() > 0) {
              throw new IllegalStateException("disk full");
            }
          });

  @TempDir
  Path checkpoints;

  private Streaming stream() {
    Pipeline pipeline = Pipeline.named("items");
    pipeline.source("items", items).filter(col(Item::id).ge(0)).sink("all", delivered);
    return Streaming.of(pipeline)
        .checkpoints(checkpoints.toString())
        .listener(
            new StreamListener() {
              @Override
              public void restarting(StreamFailedException failure, Duration pause) {
                pauses.add(pause);
              }
            });
  }

  @Test
  void aStreamThatFailedIsStartedAgainAfterGrowingPauses(SparkSession spark) throws Exception {
    failing.set(2);
    items.add(new Item(1));
    Restarts patient =
        Restarts.atMost(3).pausing(Duration.ofMillis(20), Duration.ofMillis(30));

    try (StreamingRun run = stream().restarts(patient).start(spark)) {
      while (delivered.rows().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      RunReport report = run.drain();
      assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    assertThat(delivered.rows()).containsExactly(new Item(1));
    assertThat(pauses).containsExactly(Duration.ofMillis(20), Duration.ofMillis(30));
  }

  @Test
  void whatFailsAgainAndAgainEndsWithItsCause(SparkSession spark) {
    failing.set(100);
    items.add(new Item(1));
    Restarts few = Restarts.atMost(2).pausing(Duration.ofMillis(1), Duration.ofMillis(1));
    StreamingRun run = stream().restarts(few).start(spark);

    assertThatThrownBy(run::await)
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("sink 'all' failed: disk full");

    assertThat(pauses).hasSize(2);
    assertThat(run.isRunning()).isFalse();
    assertThat(run.report().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void aStreamThatWaitsForItsNextStartCanBeEnded(SparkSession spark) throws Exception {
    failing.set(1);
    items.add(new Item(1));
    Restarts late = Restarts.atMost(2).pausing(Duration.ofHours(1), Duration.ofHours(1));
    StreamingRun run = stream().restarts(late).start(spark);
    while (pauses.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertThatThrownBy(run::drain).hasMessageContaining("disk full");

    assertThat(run.isRunning()).isFalse();
  }

  @Test
  void whatIsThereNowIsTakenAndTheStreamEnds(SparkSession spark) {
    items.add(new Item(1), new Item(2));

    RunReport report = stream().trigger(Trigger.availableNow()).start(spark).await();

    assertThat(delivered.rows()).hasSize(2);
    assertThat(report.sink("all").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  /** Stops at random moments; each row comes in one epoch, whichever start that was in. */
  @Test
  void noEpochIsRepeatedAfterADrain(SparkSession spark) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int added = 0;
    for (int i = 0; i < DRAINS; i++) {
      try (StreamingRun run = stream().start(spark)) {
        for (int epochs = random.nextInt(4); epochs >= 0; epochs--) {
          items.add(new Item(added++));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
        }
        run.drain();
      }
    }
    try (StreamingRun last = stream().start(spark)) {
      last.processAllAvailable();
    }

    assertThat(delivered.epochs()).as("seed " + seed).doesNotHaveDuplicates();
    assertThat(delivered.rows()).as("seed " + seed)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, added).mapToObj(Item::new).toList());
  }

  @Test
  void aListenerHearsTheEnd(SparkSession spark) {
    List<Optional<StreamFailedException>> ends = new ArrayList<>();
    StreamListener listener =
        new StreamListener() {
          @Override
          public void ended(Optional<StreamFailedException> failure) {
            ends.add(failure);
          }
        };

    stream().listener(listener).start(spark).drain();

    assertThat(ends).containsExactly(Optional.empty());
  }
}
