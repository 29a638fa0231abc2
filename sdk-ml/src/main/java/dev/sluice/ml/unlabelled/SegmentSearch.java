package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.CentresHead;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.storage.StorageLevel;

/**
 * Looks for segments by k-means: as many as part the rows best, by {@link Silhouette}. How many, and about where, is found out with a sample in memory; all rows then move the centres
 * to where they belong.
 *
 * @param least how many there are at least
 * @param most how many there are at most
 * @param restarts from how many beginnings each number is tried
 * @param seed of everything that is drawn
 */
@Internal
public record SegmentSearch(int least, int most, int restarts, long seed) {

  /** How many rows are drawn at most. */
  public static final int SAMPLE = 10_000;

  /**
   * The segments.
   *
   * @return empty if there are fewer different rows than segments
   */
  public Optional<Segments> in(UnlabelledRows rows) {
    UnlabelledRows kept =
        new UnlabelledRows(
            rows.rows().persist(StorageLevel.MEMORY_AND_DISK()), rows.encoder());
    try {
      List<EncodedRow> sample = RowSample.of(kept.vectors(), SAMPLE, seed);
      KMeans means = new KMeans(sample, kept.encoder().width());
      return IntStream.rangeClosed(least, most)
          .mapToObj(segments -> means.best(segments, restarts, seed))
          .flatMap(Optional::stream)
          .map(head -> Tried.of(head, sample))
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toList(), tried -> best(tried).map(
                      best -> Segments.of(best.head(), tried, kept, sample.size()))));
    } finally {
      kept.rows().unpersist();
    }
  }

  private static Optional<Tried> best(List<Tried> tried) {
    return tried.stream()
        .max(
            Comparator.comparingDouble((Tried each) -> each.silhouette().mean())
                .thenComparingInt(each -> -each.segments()));
  }

  /**
   * A number of segments that was tried.
   *
   * @param head the centres
   * @param cost the mean square of a row's distance from its centre, which only ever falls with more segments: where it begins to fall
   *     slowly is the elbow
   * @param silhouette how well they are parted
   */
  @Internal
  public record Tried(CentresHead head, double cost, Silhouette silhouette) {

    private static Tried of(CentresHead head, List<EncodedRow> sample) {
      double squares = 0;
      for (EncodedRow row : sample) {
        double distance = row.putTo(head.open()).scores().value();
        squares += distance * distance;
      }
      return new Tried(head, squares / sample.size(), Silhouette.of(head, sample));
    }

    /** How many there are. */
    public int segments() {
      return head.size();
    }
  }
}
