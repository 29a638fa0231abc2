package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.ModelWriter.State;
import java.io.IOException;
import java.util.Optional;

/** From one state of the model to the next, and what has to hold in each. */
final class ModelSteps {

  private ModelSteps() {}

  /** One answer of the file system more, which is a failure if {@code fails}. */
  static ModelWorld step(ModelWorld world, ModelWriter writer, boolean fails) {
    ModelFiles files = new ModelFiles(world, writer.id(), fails);
    State end;
    try {
      writer.run(files);
      end = State.SUCCEEDED;
    } catch (ModelFiles.Paused e) {
      return files.world();
    } catch (IllegalStateException e) {
      end = State.REFUSED;
    } catch (IOException e) {
      end = State.FAILED;
    }
    return files.isPaused()
        ? files.world()
        : files.world().with(files.world().writers().get(writer.id()).ended(end));
  }

  /** The journal's removal decides: what is in the target then is what has to be there. */
  static ModelWorld checked(ModelWorld before, ModelWorld after) {
    ModelWorld next = after;
    if (before.isBetweenStates() && !after.isBetweenStates()) {
      for (ModelWriter writer : after.writers()) {
        if (after.content().equals(writer.after(after.expected()))
            && writer.state() == State.RUNNING
            && after.lockHolder().equals(Optional.of(writer.id()))) {
          next = after.withExpected(after.content()).with(writer.whoCommitted());
        }
      }
    }
    if (!next.isBetweenStates() && !next.content().equals(next.expected())) {
      assertThat(next.content()).as("what a reader sees").isEqualTo(next.expected());
    }
    for (ModelWriter writer : next.writers()) {
      State was = before.writers().get(writer.id()).state();
      if (was == State.RUNNING && writer.state() != State.RUNNING) {
        assertThat(writer.committed())
            .as("%s has put its rows into the target", writer)
            .isEqualTo(writer.state() == State.SUCCEEDED);
      }
    }
    return next;
  }

  static void assertNothingIsLeftBeside(ModelWorld world) {
    assertThat(world.files().keySet())
        .as("nothing is left")
        .allMatch(
            path -> path.equals(ModelWorld.PARENT)
                || path.equals(ModelWorld.TARGET)
                || path.startsWith(ModelWorld.TARGET + "/"));
  }
}
