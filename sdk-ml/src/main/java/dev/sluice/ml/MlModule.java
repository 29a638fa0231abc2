package dev.sluice.ml;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.mllib.MllibParts;
import dev.sluice.ml.recommend.RecommendParts;
import dev.sluice.ml.spark.ScoreParts;
import dev.sluice.ml.train.TrainingRule;
import dev.sluice.plan.SluiceModule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What models add to the core. */
@Internal
public final class MlModule implements SluiceModule {

  /** Called by {@link java.util.ServiceLoader}. */
  public MlModule() {}

  @Override
  public List<Part> parts() {
    return Stream.of(
        ScoreParts.all(), List.<Part>of(new TrainingRule()), RecommendParts.all(),
        MllibParts.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Set<String> packages() {
    String here = MlModule.class.getPackageName();
    return Stream.concat(
        Stream.of(here),
        Stream.of(
            "bridge",
            "evaluate",
            "feature",
            "mllib",
            "model",
            "recommend",
            "score",
            "spark",
            "train",
            "unlabelled")
            .map(room -> here + "." + room))
        .collect(Collectors.toUnmodifiableSet());
  }
}
