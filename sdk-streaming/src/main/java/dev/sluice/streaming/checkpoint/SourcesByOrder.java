package dev.sluice.streaming.checkpoint;

import dev.sluice.plan.PlanNode;
import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has changed in the sources of a checkpoint that knows them by their order: nothing may. */
final class SourcesByOrder {

  private SourcesByOrder() {}

  /**
   * The changes.
   *
   * @param was the sources that the checkpoint is of
   * @param is the sources now
   * @param stages those of the sources now
   */
  static List<Finding> changes(List<OfSource> was, List<OfSource> is, List<PlanNode> stages) {
    if (identities(was).equals(identities(is))) {
      return List.of();
    }
    if (stageNames(was).equals(stageNames(is))) {
      return places(was, is, stages);
    }
    return List.of(
        Finding.refused(
            "CKPT-003",
            "this checkpoint says how far %s were read, one after the other, and now %s are: where to go on would be guessed. %s"
                .formatted(text(was), text(is), FingerprintComparison.START_ANEW)));
  }

  private static List<Finding> places(
      List<OfSource> was, List<OfSource> is, List<PlanNode> stages) {
    List<Finding> changed = new ArrayList<>();
    for (int i = 0; i < is.size(); i++) {
      if (!was.get(i).identity().equals(is.get(i).identity())) {
        changed.add(place(was.get(i), is.get(i)).of(stages.get(i)));
      }
    }
    return changed.stream().distinct().toList();
  }

  /** What is said of a source that has another place. */
  static Finding place(OfSource was, OfSource is) {
    return Finding.refused(
        "CKPT-003",
        "this checkpoint says how far %s was read, which says nothing about %s. %s"
            .formatted(
                was.description(), is.description(), FingerprintComparison.START_ANEW));
  }

  private static List<String> stageNames(List<OfSource> sources) {
    return sources.stream().map(OfSource::stage).toList();
  }

  private static List<String> identities(List<OfSource> sources) {
    return sources.stream().map(OfSource::identity).toList();
  }

  private static String text(List<OfSource> sources) {
    return sources.stream().map(OfSource::text).collect(Collectors.joining(", "));
  }
}
