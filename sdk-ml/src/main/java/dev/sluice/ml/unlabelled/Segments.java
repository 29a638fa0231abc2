package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.CentresHead;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Segments that were found, the largest first.
 *
 * @param head their centres
 * @param tried each number of segments that was tried
 * @param profiles what each is like, in the units in which numbers came
 * @param typical what each feature adds to the square of a row's distance on average
 * @param sample how many rows were drawn to find out how many segments there are
 */
@Internal
public record Segments(
    CentresHead head,
    List<SegmentSearch.Tried> tried,
    List<Card.Segment> profiles,
    Map<String, Double> typical,
    int sample) {

  /** All rows move the centres until the mean square of the distances falls by less than this share. */
  private static final double HARDLY = 1e-5;

  private static final int PASSES = 50;

  static Segments of(
      CentresHead begin, List<SegmentSearch.Tried> tried, UnlabelledRows rows, int sample) {
    CentresHead head = begin;
    SegmentSums sums = SegmentSums.of(rows, head);
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < PASSES && sums.cost() < before * (1 - HARDLY); i++) {
      before = sums.cost();
      head = sums.means(head);
      sums = SegmentSums.of(rows, head);
    }
    double[][] centres = head.centres();
    int[] order = order(sums, centres);
    long all = LongStream.of(sums.rows).sum();
    return new Segments(
        new CentresHead(
            IntStream.of(order).mapToObj(segment -> centres[segment]).toArray(double[][]::new)),
        List.copyOf(tried),
        new SegmentProfiles(rows.encoder(), sums).inOrder(order),
        rows.byFeature(
            DoubleStream.of(sums.distances).map(squares -> squares / all).toArray()),
        sample);
  }

  /** How well they are parted, of the rows that were drawn; without a model there is one segment, and nothing is parted. */
  Card.Figure figure() {
    Silhouette silhouette =
        tried.stream()
            .filter(each -> each.segments() == head.size())
            .findFirst()
            .orElseThrow()
            .silhouette();
    long rows = profiles.stream().mapToLong(Card.Segment::rows).sum();
    return new Card.Figure(
        "silhouette",
        "train",
        silhouette.mean(),
        silhouette.low(),
        silhouette.high(),
        0,
        (double) sample / rows);
  }

  /** The largest first, so that a number means the same where segments are found again. */
  private static int[] order(SegmentSums sums, double[][] centres) {
    return IntStream.range(0, centres.length)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer segment) -> -sums.rows[segment])
                .thenComparing(segment -> centres[segment], Arrays::compare))
        .mapToInt(segment -> segment)
        .toArray();
  }
}
