package dev.sluice.ml.unlabelled;

import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.TextEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What segments are like, of what their rows add up to: the mean of each number as it came, NULL left out, and the share of
 * each level. Words of texts have no names, and are left out.
 */
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
    this.all = LongStream.of(sums.rows).sum();
  }

  /** Their profiles in an order, by which they are numbered. */
  List<Card.Segment> inOrder(int[] segments) {
    return IntStream.range(0, segments.length)
        .mapToObj(
            number -> new Card.Segment(
                Integer.toString(number), sums.rows[segments[number]], traits(segments[number])))
        .toList();
  }

  /**
   * A trait, and how far it sets a segment apart.
   *
   * @param deviations how many standard deviations of all rows it is off
   */
  private record Seen(Card.Trait trait, double deviations) {

    private static Seen of(String what, double here, double everywhere, double variance) {
      double lift = everywhere == 0 ? 1 : here / everywhere;
      double off = Math.abs(here - everywhere);
      return new Seen(
          new Card.Trait(what, here, everywhere, lift),
          variance > 0 ? off / Math.sqrt(variance) : 0);
    }
  }

  private List<Card.Trait> traits(int segment) {
    List<Seen> seen = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < encoder.size(); i++) {
      Encoding encoding = encoder.encoding(i);
      int first = encoder.first(i);
      int behind = first + encoding.width();
      if (encoding instanceof NumberEncoding) {
        mean(segment, number++, seen);
        first++;
      }
      for (int slot = first; slot < behind && !(encoding instanceof TextEncoding); slot++) {
        share(segment, slot, seen);
      }
    }
    return seen.stream()
        .sorted(Comparator.comparingDouble(each -> -each.deviations()))
        .map(Seen::trait)
        .toList();
  }

  private void mean(int segment, int number, List<Seen> seen) {
    long present = 0;
    double sum = 0;
    for (int i = 0; i < sums.rows.length; i++) {
      present += sums.present[i][number];
      sum += sums.numbers[i][number];
    }
    if (sums.present[segment][number] > 0) {
      double mean = sum / present;
      seen.add(
          Seen.of(
              numbers.get(number).column(),
              sums.numbers[segment][number] / sums.present[segment][number],
              mean,
              sums.squares[number] / present - mean * mean));
    }
  }

  /** A level that no row has tells nothing. */
  private void share(int segment, int slot, List<Seen> seen) {
    double sum = 0;
    for (double[] ofSegment : sums.slots) {
      sum += ofSegment[slot];
    }
    if (sum > 0) {
      double share = sum / all;
      seen.add(
          Seen.of(
              names.get(slot),
              sums.slots[segment][slot] / sums.rows[segment],
              share,
              share * (1 - share)));
    }
  }
}
