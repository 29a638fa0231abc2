package dev.sluice.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedListenersTest {

  private static final RunListener.SinkStarted EVENT =
      new RunListener.SinkStarted("shop", "r1", "daily_sales");

  private static RunListener throwing(Runnable failure) {
    return new RunListener() {
      @Override
      public void sinkStarted(SinkStarted event) {
        failure.run();
      }
    };
  }

  @Test
  void tellsTheOtherListenersWhenOneThrows() {
    List<RunListener.SinkStarted> heard = new ArrayList<>();
    RunListener failing =
        throwing(
            () -> {
              throw new IllegalStateException("listener");
            });
    RunListener hearing =
        new RunListener() {
          @Override
          public void sinkStarted(SinkStarted event) {
            heard.add(event);
          }
        };

    new GuardedListeners(List.of(failing, hearing)).sinkStarted(EVENT);

    assertThat(heard).containsExactly(EVENT);
  }

  @Test
  void doesNotFailTheRunWhenAClassOfAListenerIsMissing() {
    RunListener failing =
        throwing(
            () -> {
              throw new NoClassDefFoundError("gone");
            });

    assertThatCode(() -> new GuardedListeners(List.of(failing)).sinkStarted(EVENT))
        .doesNotThrowAnyException();
  }

  @Test
  void doesNotFailTheRunWhenAListenerThrowsAnError() {
    RunListener failing =
        throwing(
            () -> {
              throw new AssertionError("listener");
            });

    assertThatCode(() -> new GuardedListeners(List.of(failing)).sinkStarted(EVENT))
        .doesNotThrowAnyException();
  }
}
