package dev.sluice.ml.unlabelled;

import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes profiles of what the rows of segments add up to. */
final class SegmentProfiles {

  private final Encoder encoder;
  private final SegmentSums sums;
  private final List<NumberEncoding> numbers;
  private final List<String> names;
  private final long all;

  SegmentProfiles(Encoder encoder, SegmentSums sums) {
    this.encoder = encoder;
    this.sums = sums;
    this.numbers = UnlabelledRows.numbers(encoder);
    this.names = encoder.slots();
    this.all = IntStream.range(0, sums.rows.length).mapToLong(i -> sums.rows[i]).sum();
  }

  /** Their profiles in an order, by which they are numbered. */
  List<SegmentProfile> inOrder(int[] segments) {
    return IntStream.range(0, segments.length)
        .mapToObj(
            number -> new SegmentProfile(
                number,
                sums.rows[segments[number]],
                (double) sums.rows[segments[number]] / all,
                traits(segments[number])))
        .toList();
  }

  private List<SegmentTrait> traits(int segment) {
    List<SegmentTrait> traits = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < encoder.size(); i++) {
      Encoding encoding = encoder.encoding(i);
      int first = encoder.first(i);
      if (encoding instanceof NumberEncoding) {
        mean(segment, number++, traits);
        first++;
      }
      if (!(encoding instanceof TextEncoding)) {
        for (int slot = first; slot < encoder.first(i) + encoding.width(); slot++) {
          share(segment, slot, traits);
        }
      }
    }
    return traits;
  }

  private void mean(int segment, int number, List<SegmentTrait> traits) {
    long present = 0;
    double sum = 0;
    for (int i = 0; i < sums.rows.length; i++) {
      present += sums.present[i][number];
      sum += sums.numbers[i][number];
    }
    if (sums.present[segment][number] == 0) {
      return;
    }
    double overall = sum / present;
    double mean = sums.numbers[segment][number] / sums.present[segment][number];
    double variance = sums.squares[number] / present - overall * overall;
    traits.add(
        new SegmentTrait(
            numbers.get(number).column(),
            SegmentTrait.Kind.MEAN,
            mean,
            overall,
            deviations(mean - overall, variance)));
  }

  /** A level that no row has tells nothing. */
  private void share(int segment, int slot, List<SegmentTrait> traits) {
    double sum = 0;
    for (double[] ofSegment : sums.slots) {
      sum += ofSegment[slot];
    }
    if (sum > 0) {
      double overall = sum / all;
      double share = sums.slots[segment][slot] / sums.rows[segment];
      traits.add(
          new SegmentTrait(
              names.get(slot),
              SegmentTrait.Kind.SHARE,
              share,
              overall,
              deviations(share - overall, overall * (1 - overall))));
    }
  }

  private static double deviations(double difference, double variance) {
    return variance > 0 ? difference / Math.sqrt(variance) : 0;
  }
}
