package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.CentresHead;
import dev.sluice.ml.model.Task;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 */
@Internal
public record SegmentSearch(int least, int most, int restarts) implements Finder {

  /** How many rows are drawn at most. */
  public static final int SAMPLE = 10_000;

  public SegmentSearch {
    if (least < 2 || most < least || restarts < 1) {
      throw new IllegalArgumentException(
          "rows are parted into 2 segments at least, from so many to not fewer, and once at least, not into %,d to %,d %,d times"
              .formatted(least, most, restarts));
    }
  }

  @Override
  public Task task() {
    return Task.SEGMENTS;
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT, "k-means, %,d to %,d segments, %,d beginnings each", least, most, restarts);
  }

  @Override
  public Optional<Found> in(UnlabelledRows rows, long seed) {
    return segments(rows, seed).map(SegmentSearch::found);
  }

  private static Found found(Segments segments) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("rows drawn", String.format(Locale.ROOT, "%,d", segments.sample()));
    for (Tried tried : segments.tried()) {
      about.put(
          "tried %d segments".formatted(tried.segments()),
          String.format(
              Locale.ROOT,
              "silhouette %.4f, mean square of the distances %.4f",
              tried.silhouette().mean(),
              tried.cost()));
    }
    return new Found(
        segments.head(),
        OptionalDouble.empty(),
        Card.EMPTY
            .withAbout(about)
            .withFigures(List.of(segments.figure()))
            .withSegments(segments.profiles())
            .withTypical(segments.typical()));
  }

  @Override
  public boolean takesFarOff() {
    return false;
  }

  @Override
  public String nothing() {
    return "fewer than %,d of the rows are different, so that they cannot be parted into as many segments"
        .formatted(least);
  }

  /**
   * The segments.
   *
   * @return empty if there are fewer different rows than segments
   */
  Optional<Segments> segments(UnlabelledRows rows, long seed) {
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
