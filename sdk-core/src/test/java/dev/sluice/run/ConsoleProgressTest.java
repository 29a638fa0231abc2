package dev.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final List<String> shown = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong nanos = new AtomicLong();
  private final ConsoleProgress progress =
      new ConsoleProgress(
          Duration.ofSeconds(2),
          nanos::get,
          name -> new TerminalBar(
              name,
              builder -> builder.setConsumer(new DelegatingProgressBarConsumer(shown::add, 100))));

  private void start(String... sinks) {
    progress.runStarted(new RunListener.RunStarted("shop", "r1", Instant.EPOCH, List.of(sinks)));
    for (String sink : sinks) {
      progress.sinkStarted(new RunListener.SinkStarted("shop", "r1", sink));
    }
  }

  private void tasks(String sink, int done, int known) {
    progress.sinkProgress(new RunListener.SinkProgress("shop", "r1", sink, done, known));
  }

  private void finish(String sink) {
    progress.sinkFinished(
        new RunListener.SinkFinished(
            "shop", "r1", sink, RunStatus.SUCCEEDED, 1.0, Optional.empty()));
  }

  @Test
  void aNameStaysInItsLine() {
    String forged = "x\nforged 100%\u001b[2J";
    start(forged);
    nanos.set(Duration.ofSeconds(3).toNanos());
    tasks(forged, 4, 4);
    finish(forged);

    assertThat(shown).isNotEmpty();
    assertThat(String.join("", shown))
        .contains("x\\nforged")
        .doesNotContain("\nforged", "\u001b[2J");
  }

  @Test
  void showsNothingInAShortRun() {
    start("daily_sales");
    nanos.set(Duration.ofMillis(1999).toNanos());
    tasks("daily_sales", 4, 4);
    finish("daily_sales");

    assertThat(shown).isEmpty();
  }

  @Test
  void showsTheTasksDoneInALongerRun() {
    start("daily_sales");
    nanos.set(Duration.ofSeconds(2).toNanos());
    tasks("daily_sales", 3, 4);
    finish("daily_sales");

    assertThat(shown).last().asString().contains("daily_sales").contains("75%").contains("3/4");
  }

  @Test
  void showsABarForEachSink() {
    start("daily_sales", "top_products");
    nanos.set(Duration.ofSeconds(2).toNanos());
    tasks("daily_sales", 1, 4);
    tasks("top_products", 1, 2);
    finish("daily_sales");
    finish("top_products");

    assertThat(shown)
        .anySatisfy(line -> assertThat(line).contains("daily_sales"))
        .anySatisfy(line -> assertThat(line).contains("top_products"));
  }

  @Test
  void showsNoSecondBarForATaskThatIsReportedAfterTheSinksEnd() {
    start("daily_sales");
    finish("daily_sales");
    nanos.set(Duration.ofSeconds(2).toNanos());
    tasks("daily_sales", 4, 4);

    assertThat(shown).isEmpty();
  }

  @Test
  void isQuietWhereThereIsNoTerminal() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      ConsoleProgress quiet = new ConsoleProgress(Duration.ZERO);
      quiet.runStarted(new RunListener.RunStarted("shop", "r1", Instant.EPOCH, List.of("quiet")));
      quiet.sinkStarted(new RunListener.SinkStarted("shop", "r1", "quiet"));
      quiet.sinkProgress(new RunListener.SinkProgress("shop", "r1", "quiet", 1, 2));
      quiet.sinkFinished(
          new RunListener.SinkFinished(
              "shop", "r1", "quiet", RunStatus.SUCCEEDED, 1.0, Optional.empty()));
    } finally {
      System.setErr(before);
    }

    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("quiet");
  }

  @Test
  void saysWhichLibraryIsMissing() throws Exception {
    URL classes = ConsoleProgress.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[]{classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> alone = loader.loadClass(ConsoleProgress.class.getName());

      assertThatThrownBy(() -> alone.getConstructor().newInstance())
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("me.tongfei:progressbar");
    }
  }
}
