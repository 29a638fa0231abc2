package dev.sluice.ml.spark;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SluiceModule.Part;
import dev.sluice.spark.compile.VerbCompiler;
import java.util.List;

/** What scoring adds to the core. */
@Internal
public final class ScoreParts {

  private ScoreParts() {}

  /** The parts. */
  public static List<Part> all() {
    return List.of(
        new ScoreExprs(),
        new VerbCompiler.Of<>(Score.class, new ScoreCompiler()),
        new ScoreNotes());
  }
}
