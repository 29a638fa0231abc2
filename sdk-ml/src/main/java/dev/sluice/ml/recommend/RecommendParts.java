package dev.sluice.ml.recommend;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SluiceModule.Part;
import dev.sluice.spark.compile.VerbCompiler;
import java.util.List;

/** What recommending adds to the core. */
@Internal
public final class RecommendParts {

  private RecommendParts() {}

  /** The parts. */
  public static List<Part> all() {
    return List.of(new VerbCompiler.Of<>(Recommend.class, new RecommendCompiler()));
  }
}
