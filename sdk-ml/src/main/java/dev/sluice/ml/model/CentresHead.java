package dev.sluice.ml.model;

import java.util.Arrays;

/**
 * The nearest of several centres. Its value is the distance to it, as the crow flies, and each is the distance to each
 * centre; of centres equally near the first is taken.
 *
 * <pre>{@code
 * Tally row = new CentresHead(new double[][]{{0, 0}, {3, 4}}).open();
 * row.put(0, 3);
 * row.scores(); // index 0, value 3.0, each 3.0 and 4.0
 * }</pre>
 *
 * @param centres the numbers of all slots of each centre
 */
public record CentresHead(double[][] centres) implements Head {

  public CentresHead {
    Valid.present(centres, "the table of centres");
    Valid.that(centres.length > 0, "there is no centre");
    centres = centres.clone();
    for (int i = 0; i < centres.length; i++) {
      Valid.finite(centres[i], "the numbers of centre " + i);
      Valid.that(
          centres[i].length == centres[0].length,
          "centre %s has %s numbers, and the first one %s",
          i,
          centres[i].length,
          centres[0].length);
      centres[i] = centres[i].clone();
    }
    Valid.that(centres[0].length > 0, "the centres have no numbers");
  }

  @Override
  public double[][] centres() {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }

  /** How many centres there are. */
  public int size() {
    return centres.length;
  }

  @Override
  public int width() {
    return centres[0].length;
  }

  @Override
  public Tally open() {
    return new Distances();
  }

  /** What each slot adds to the square of the distance from a centre: what is far from typical of its segment. */
  @Override
  public double[] contributions(double[] slots, int index) {
    double[] contributions = new double[width()];
    for (int i = 0; i < contributions.length; i++) {
      double difference = slots[i] - centres[index][i];
      contributions[i] = difference * difference;
    }
    return contributions;
  }

  private final class Distances implements Tally {

    private final double[] slots = new double[width()];

    @Override
    public void put(int slot, double value) {
      slots[slot] = value;
    }

    @Override
    public Scores scores() {
      double[] each = new double[centres.length];
      int nearest = 0;
      for (int i = 0; i < each.length; i++) {
        each[i] = Math.sqrt(square(centres[i]));
        if (each[i] < each[nearest]) {
          nearest = i;
        }
      }
      return new Scores(each[nearest], nearest, each);
    }

    /** Of the differences themselves, for what is taken apart by squares loses digits where a row is near. */
    private double square(double[] centre) {
      double sum = 0;
      for (int i = 0; i < slots.length; i++) {
        double difference = slots[i] - centre[i];
        sum += difference * difference;
      }
      return sum;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CentresHead same && Arrays.deepEquals(centres, same.centres);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(centres);
  }
}
