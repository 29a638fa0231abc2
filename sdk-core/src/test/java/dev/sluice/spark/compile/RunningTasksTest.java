package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.metrics.RunObserver;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that go on after Spark has given up their job. */
@Timeout(60)
class RunningTasksTest {

  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicBoolean HELD = new AtomicBoolean();
  private static volatile CountDownLatch both;

  private final SparkSession spark = TestSpark.session();

  @BeforeEach
  void noTask() {
    RUNNING.set(0);
    HELD.set(false);
    both = new CountDownLatch(2);
  }

  /** One task fails when both run; the other does not listen when it is interrupted. */
  private void failWithOneTaskLeft(long leftMillis) {
    spark
        .range(0, 2, 1, 2)
        .map(
            (MapFunction<Long, Long>) id -> {
              RUNNING.incrementAndGet();
              both.countDown();
              both.await();
              if (id == 0) {
                RUNNING.decrementAndGet();
                throw new IllegalStateException("the other task goes on");
              }
              long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(leftMillis);
              while (System.nanoTime() < end && !HELD.get()) {
                Thread.onSpinWait();
              }
              RUNNING.decrementAndGet();
              return id;
            },
            Encoders.LONG())
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
  }

  @Test
  void areWaitedForBeforeARunReturns() throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "tasks")) {
      assertThatThrownBy(
          () -> observer.sink(
              "a",
              () -> {
                failWithOneTaskLeft(1500);
                return null;
              }))
          .hasMessageContaining("the other task goes on");

      assertThat(observer.awaitTasks(Duration.ofSeconds(20))).isTrue();
    }

    assertThat(RUNNING).hasValue(0);
  }

  @Test
  void areNotWaitedForWithoutEnd() throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "tasks")) {
      assertThatThrownBy(
          () -> observer.sink(
              "a",
              () -> {
                failWithOneTaskLeft(30_000);
                return null;
              }))
          .hasMessageContaining("the other task goes on");

      assertThat(observer.awaitTasks(Duration.ofMillis(300))).isFalse();
      HELD.set(true);
      assertThat(observer.awaitTasks(Duration.ofSeconds(20))).isTrue();
    }
  }
}
