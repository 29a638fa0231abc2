package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.ModelWriter.Kind;
import dev.sluice.io.file.ModelWriter.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * Many writers after one another, each of which may be killed or fail at any step, also while it
 * mends what others left: more deaths than {@link ReplacementModelTest} can explore in full.
 */
class ReplacementCrashesTest {

  private static final List<String> LEAVES =
      List.of("/y=1/m=1", "/y=1/m=2", "/y=2/m=1", "/y=3/m=1", "/y=3/m=2");

  /** More than a writer takes that mends what another left. */
  private static final int STEPS = 90;

  /** How a writer ends: by itself if it has fewer steps than {@code at}. */
  record Fate(Kind kind, Set<String> leaves, int at, boolean killed) {

    ModelWriter writer(int id) {
      return ModelWriter.of(id, kind, leaves.stream().sorted().toArray(String[]::new));
    }
  }

  @Provide
  Arbitrary<List<Fate>> fates() {
    return Combinators.combine(
        Arbitraries.of(Kind.class),
        Arbitraries.of(LEAVES).set().ofMinSize(1).ofMaxSize(3),
        Arbitraries.integers().between(0, STEPS).withDistribution(
            RandomDistribution.uniform()),
        Arbitraries.of(true, false))
        .as(Fate::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(8);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void whoeverDiesAndHoweverOftenTheNextWriterBringsTheTargetIntoOrder(
      @ForAll("fates") List<Fate> fates) throws IOException {
    List<ModelWriter> writers = new ArrayList<>();
    fates.forEach(fate -> writers.add(fate.writer(writers.size())));
    int last = writers.size();
    writers.add(ModelWriter.of(last, Kind.PARTITIONS, "/y=2/m=1"));
    ModelWorld world =
        ModelWorld.start(ReplacementModelTest.BEFORE, List.copyOf(writers), Integer.MAX_VALUE);

    for (int id = 0; id < last; id++) {
      world = lived(world, id, fates.get(id));
    }
    var expected = world.writers().get(last).after(world.expected());
    world = lived(world, last, new Fate(Kind.PARTITIONS, Set.of(), Integer.MAX_VALUE, true));

    assertThat(world.writers().get(last).state()).isEqualTo(State.SUCCEEDED);
    assertThat(world.content()).isEqualTo(expected);
    ModelSteps.assertNothingIsLeftBeside(world);
  }

  /** The world after one writer has had its fate; its lock is gone with it, or some time later. */
  private static ModelWorld lived(ModelWorld before, int id, Fate fate) throws IOException {
    ModelWorld world = before;
    for (int step = 0; world.writers().get(id).state() == State.RUNNING; step++) {
      ModelWriter writer = world.writers().get(id);
      boolean ends = step == fate.at();
      world =
          ends && fate.killed()
              ? world.with(writer.ended(State.KILLED))
              : ModelSteps.checked(world, ModelSteps.step(world, writer, ends));
    }
    return world.withLock(Optional.empty());
  }
}
