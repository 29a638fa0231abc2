package dev.sluice.ml.mllib;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SluiceModule.Part;
import dev.sluice.spark.compile.VerbCompiler;
import java.util.List;

/** What stages of MLlib add to the core. */
@Internal
public final class MllibParts {

  private MllibParts() {}

  /** The parts. */
  public static List<Part> all() {
    return List.of(new VerbCompiler.Of<>(Mllib.class, new MllibCompiler()));
  }
}
