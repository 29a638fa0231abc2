package dev.sluice.ml.model;

import java.util.Arrays;
import java.util.List;

/**
 * One of many levels, by the mean of the label of its rows in training, in standard deviations from the mean of all: one slot, however
 * many levels there are. A level that training has not seen, or not often enough, is as all are.
 *
 * @param columns the component, or the two whose pairs are the levels, as {@link CrossEncoding#pair} makes them
 * @param levels those with a mean of their own
 * @param means of the levels, in their order
 * @param ofNull the mean of NULL
 * @param overall the mean of all
 * @param deviation is divided by, more than 0
 */
public record LabelMeanEncoding(
    List<String> columns,
    Levels levels,
    double[] means,
    double ofNull,
    double overall,
    double deviation)
    implements Encoding {

  public LabelMeanEncoding {
    Valid.present(columns, "the list of the columns of a mean of the label");
    columns = List.copyOf(columns);
    Valid.that(
        columns.size() == 1 || columns.size() == 2,
        "a mean of the label is by one column or two, not by %s",
        columns);
    Valid.present(levels, "the list of the levels of " + columns);
    Valid.finite(means, "the means of the label by " + columns);
    Valid.that(
        means.length == levels.size(),
        "%s has %s levels, and means of %s",
        columns,
        levels.size(),
        means.length);
    Valid.finite(ofNull, "the mean of NULL of " + columns);
    Valid.finite(overall, "the mean of all of " + columns);
    Valid.finite(deviation, "the deviation of the means by " + columns);
    Valid.that(
        deviation > 0, "the deviation of the means by %s is %s, not positive", columns, deviation);
    means = means.clone();
  }

  @Override
  public double[] means() {
    return means.clone();
  }

  @Override
  public String feature() {
    return "mean of the label by " + String.join(" × ", columns);
  }

  @Override
  public List<String> reads() {
    return columns;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public List<String> slots() {
    return List.of(feature());
  }

  @Override
  public void encode(Inputs inputs, int[] positions, int first, Slots slots) {
    slots.put(first, (mean(inputs, positions) - overall) / deviation);
  }

  private double mean(Inputs inputs, int[] positions) {
    if (positions.length == 1 && inputs.isNull(positions[0])) {
      return ofNull;
    }
    int level =
        levels.position(
            positions.length == 1
                ? inputs.text(positions[0])
                : CrossEncoding.pair(
                    text(inputs, positions[0]), text(inputs, positions[1])));
    return level < 0 ? overall : means[level];
  }

  @Override
  public String shown(Inputs inputs, int[] positions) {
    return positions.length == 1
        ? text(inputs, positions[0])
        : text(inputs, positions[0]) + " × " + text(inputs, positions[1]);
  }

  private static String text(Inputs inputs, int position) {
    return inputs.isNull(position) ? LevelTable.NULL : inputs.text(position);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMeanEncoding same
        && columns.equals(same.columns)
        && levels.equals(same.levels)
        && Arrays.equals(means, same.means)
        && Double.compare(ofNull, same.ofNull) == 0
        && Double.compare(overall, same.overall) == 0
        && Double.compare(deviation, same.deviation) == 0;
  }

  @Override
  public int hashCode() {
    return columns.hashCode() * 31 + Arrays.hashCode(means);
  }
}
