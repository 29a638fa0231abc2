package dev.sluice.ml.feature;

import dev.sluice.ml.model.TextEncoding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with features together. */
final class FeatureProblems {

  private FeatureProblems() {}

  static List<String> of(List<Feature> features) {
    List<String> problems = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Feature feature : features) {
      if (!seen.add(identity(feature))) {
        problems.add(
            "the feature of %s stands twice: leave one out"
                .formatted(String.join(" × ", feature.reads())));
      }
      if (feature instanceof Feature.Buckets buckets) {
        problems.addAll(edges(buckets));
      }
      if (feature instanceof Feature.Words words
          && (words.buckets() < 1 || words.buckets() > TextEncoding.MOST_BUCKETS)) {
        problems.add(
            "the words of %s are hashed into %,d buckets: it takes from 1 to %,d"
                .formatted(words.column(), words.buckets(), TextEncoding.MOST_BUCKETS));
      }
    }
    return problems;
  }

  /** Two features that have this in common would have slots of the same names. */
  private static Object identity(Feature feature) {
    return feature instanceof Feature.Time time
        ? List.of(time.column(), time.part())
        : List.of(feature.getClass(), feature.reads());
  }

  private static List<String> edges(Feature.Buckets buckets) {
    List<Double> edges = buckets.edges();
    boolean ascending = !edges.isEmpty() && edges.stream().allMatch(Double::isFinite);
    for (int i = 1; i < edges.size(); i++) {
      ascending &= edges.get(i - 1) < edges.get(i);
    }
    return ascending
        ? List.of()
        : List.of(
            "the edges of the buckets of %s are not finite numbers that ascend: %s"
                .formatted(buckets.column(), edges));
  }
}
