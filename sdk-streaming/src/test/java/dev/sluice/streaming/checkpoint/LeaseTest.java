package dev.sluice.streaming.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may run on a checkpoint. */
@Timeout(60)
class LeaseTest {

  /** Beats never come by themselves here. */
  private static final LeaseTimes TIMES =
      new LeaseTimes(Duration.ofHours(1), Duration.ofSeconds(30));

  private static final LeaseOwner MINE = LeaseOwner.here("auction", "mine");
  private static final LeaseOwner ELSEWHERE =
      new LeaseOwner("auction", "other", "far", 1, 5, "another machine");

  private final TestClock clock = new TestClock();
  private CheckpointFiles files;

  @TempDir
  Path directory;

  @BeforeEach
  void files() throws IOException {
    files = CheckpointFiles.of(new Configuration(), directory + "/sluice");
  }

  private Lease take(LeaseOwner owner) throws IOException {
    return Lease.take(files, owner, TIMES, clock);
  }

  @Test
  void oneThatIsHeldSaysByWhomAndSinceWhen() throws IOException {
    Instant start = clock.instant();
    try (Lease held = take(ELSEWHERE)) {
      clock.forward(Duration.ofSeconds(29));

      assertThatThrownBy(() -> take(MINE))
          .isInstanceOf(LeaseHeldException.class)
          .hasMessageContaining(
              "pipeline 'auction' on host far, process 1, run other, since " + start);
      assertThatCode(held::confirm).doesNotThrowAnyException();
    }
  }

  @Test
  void theSameProcessDoesNotGetItTwice() throws IOException {
    try (Lease held = take(MINE)) {
      assertThatThrownBy(() -> take(LeaseOwner.here("auction", "second")))
          .isInstanceOf(LeaseHeldException.class);
      held.confirm();
    }
  }

  @Test
  void oneThatWasGivenBackIsFreeAtOnce() throws IOException {
    take(ELSEWHERE).close();

    take(MINE).close();

    assertThat(directory.resolve("sluice")).isDirectoryContaining("glob:**lease-2.json")
        .isDirectoryNotContaining("glob:**lease-1.json");
  }

  @Test
  void whoIsSilentForLongLosesItAndFindsThatOut() throws IOException {
    Lease silent = take(ELSEWHERE);
    clock.forward(Duration.ofSeconds(31));

    try (Lease taken = take(MINE)) {
      assertThatThrownBy(silent::confirm)
          .isInstanceOf(LeaseLostException.class)
          .hasMessageContaining("was taken over by pipeline 'auction'")
          .hasMessageContaining("run mine");
      silent.close();
      assertThatCode(taken::confirm).doesNotThrowAnyException();
    }
  }

  @Test
  void aProcessOfThisMachineThatHasEndedHoldsNothing() throws IOException {
    LeaseOwner ended =
        new LeaseOwner(
            "auction", "ended", MINE.host(), MINE.pid(), MINE.processStart() - 1,
            MINE.processSpace());
    take(ended);

    assertThatCode(() -> take(MINE).close()).doesNotThrowAnyException();
  }

  @Test
  void whoseFileIsRemovedHasLostIt() throws IOException {
    Lease held = take(MINE);
    Files.delete(directory.resolve("sluice/lease-1.json"));

    assertThatThrownBy(held::confirm).hasMessageContaining("its file was removed");
    held.close();
  }

  @Test
  void oneThatCannotBeReadIsHeldUntilItIsOld() throws IOException {
    Files.createDirectories(directory.resolve("sluice"));
    Path torn = Files.createFile(directory.resolve("sluice/lease-7.json"));
    Instant written = Files.getLastModifiedTime(torn).toInstant();

    clock.set(written.plusSeconds(5));
    assertThatThrownBy(() -> take(MINE)).hasMessageContaining("an unknown process");
    clock.set(written.plusSeconds(40));
    take(MINE).close();
    assertThat(directory.resolve("sluice/lease-8.json")).exists();
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    int many = 8;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Lease>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        LeaseOwner owner = LeaseOwner.here("auction", "run " + i);
        all.add(() -> take(owner));
      }
      int taken = 0;
      for (Future<Lease> one : threads.invokeAll(all)) {
        try (Lease lease = one.get()) {
          lease.confirm();
          taken++;
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(LeaseHeldException.class);
        }
      }
      assertThat(taken).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theHolderIsHeardOfAgainAndAgainAndItsThreadEndsWithIt() throws Exception {
    LeaseTimes quick = new LeaseTimes(Duration.ofMillis(5), Duration.ofSeconds(30));
    Lease held = Lease.take(files, LeaseOwner.here("auction", "beating"), quick, clock);
    Instant later = clock.forward(Duration.ofSeconds(20));

    while (!LeaseEntry.read(files, 1).orElseThrow().heard().equals(later)) {
      Thread.onSpinWait();
    }
    held.close();

    assertThat(LeaseEntry.read(files, 1).orElseThrow().released()).isTrue();
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("sluice-lease-beating"))) {
      Thread.onSpinWait();
    }
  }

  /** Time goes on when a test says so. */
  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    Instant forward(Duration by) {
      now = now.plus(by);
      return now;
    }

    void set(Instant time) {
      now = time;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
