package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.ModelWriter.Kind;
import dev.sluice.io.file.ModelWriter.State;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interleaving of two writers of one target with two levels of partitions, with failures and
 * kills at every step, explored over the code that runs in production and a file system in memory.
 *
 * <p>In every state in which the journal is not there, which is when a reader reads, the target
 * holds exactly what the writers that succeeded have put there, in their order. From every state in
 * which nothing runs, the next writer brings the target into order and leaves nothing beside it.
 *
 * <p>A killed writer's lock ends with it (a local disk), or some time later, at any step of the
 * other (HDFS, another host). The protocol reads no clock, so none is modelled.
 */
class ReplacementModelTest {

  /** Faults in one run of the model; {@code -Dsluice.model.faults=2} explores more. */
  private static final int FAULTS = Integer.getInteger("sluice.model.faults", 1);

  static final TreeMap<String, String> BEFORE =
      new TreeMap<>(
          Map.of(
              "/y=1/m=1/part-b", "b",
              "/y=1/m=2/part-b", "b",
              "/y=2/m=1/part-b", "b"));

  private final Set<Digest> seen = new HashSet<>();
  private final Set<Digest> ends = new HashSet<>();
  private boolean lockEndsWithItsProcess;

  @BeforeAll
  static void tellOfNoLeftovers() {
    Configurator.setLevel(Workspace.class, Level.OFF);
  }

  @AfterAll
  static void tellOfLeftovers() {
    Configurator.setLevel(Workspace.class, (Level) null);
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Kind first : Kind.values()) {
      for (Kind second : Kind.values()) {
        pairs.add(Arguments.of(first, second, true));
        pairs.add(Arguments.of(first, second, false));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void noInterleavingLosesOrRevivesAPartition(
      Kind first, Kind second, boolean local, TestReporter reporter) throws IOException {
    lockEndsWithItsProcess = local;
    ModelWorld start =
        ModelWorld.start(
            BEFORE,
            List.of(
                ModelWriter.of(0, first, "/y=1/m=1", "/y=2/m=1", "/y=3/m=1"),
                ModelWriter.of(1, second, "/y=1/m=1", "/y=1/m=2")),
            FAULTS);
    Deque<ModelWorld> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      ModelWorld world = open.pop();
      for (ModelWorld next : successors(world)) {
        if (seen.add(Digest.of(next))) {
          open.push(next);
        }
      }
    }
    reporter.publishEntry(
        "%s and %s, local %s: %d states, %d ends"
            .formatted(first, second, local, seen.size(), ends.size()));
    assertThat(seen).hasSizeGreaterThan(1_000);
  }

  private List<ModelWorld> successors(ModelWorld world) throws IOException {
    List<ModelWorld> next = new ArrayList<>();
    boolean anyRuns = false;
    for (ModelWriter writer : world.writers()) {
      if (writer.state() == State.RUNNING) {
        anyRuns = true;
        next.add(ModelSteps.checked(world, ModelSteps.step(world, writer, false)));
        if (world.faultsLeft() > 0) {
          next.add(
              ModelSteps.checked(world, ModelSteps.step(world.withOneFaultLess(), writer, true)));
          next.add(killed(world.withOneFaultLess(), writer));
        }
      } else if (writer.state() == State.KILLED
          && world.lockHolder().equals(Optional.of(writer.id()))) {
        next.add(world.withLock(Optional.empty()));
      }
    }
    if (!anyRuns && world.lockHolder().isEmpty() && ends.add(Digest.ofRest(world))) {
      assertTheNextWriterBringsItIntoOrder(world);
    }
    return next;
  }

  private ModelWorld killed(ModelWorld world, ModelWriter writer) {
    ModelWorld dead = world.with(writer.ended(State.KILLED));
    return lockEndsWithItsProcess && world.lockHolder().equals(Optional.of(writer.id()))
        ? dead.withLock(Optional.empty())
        : dead;
  }

  private static void assertTheNextWriterBringsItIntoOrder(ModelWorld world) throws IOException {
    int id = world.writers().size();
    ModelWriter next = ModelWriter.of(id, Kind.PARTITIONS, "/y=2/m=1");
    List<ModelWriter> all = new ArrayList<>(world.writers());
    all.add(next);
    ModelWorld now =
        new ModelWorld(world.files(), Optional.empty(), world.expected(), List.copyOf(all), 0);
    while (now.writers().get(id).state() == State.RUNNING) {
      now = ModelSteps.checked(now, ModelSteps.step(now, now.writers().get(id), false));
    }
    assertThat(now.writers().get(id).state()).isEqualTo(State.SUCCEEDED);
    assertThat(now.content()).isEqualTo(next.after(world.expected()));
    ModelSteps.assertNothingIsLeftBeside(now);
  }
}
