package dev.sluice.ml.model;

import java.util.List;

/**
 * A pair of levels, of two columns, as a level of its own.
 *
 * @param left the first component
 * @param right the second component
 * @param table the pairs, as {@link #pair} makes them
 */
public record CrossEncoding(String left, String right, LevelTable table) implements Encoding {

  /** Between the two in the table; shown as a cross. */
  private static final String BETWEEN = "\u001f";

  public CrossEncoding {
    Valid.present(left, "the first column of a cross");
    Valid.present(right, "the second column of a cross");
    Valid.present(table, "the pairs of " + left + " and " + right);
  }

  /** The pair as one text; NULL is a level like others. */
  public static String pair(String left, String right) {
    return left + BETWEEN + right;
  }

  @Override
  public String feature() {
    return left + " × " + right;
  }

  @Override
  public List<String> reads() {
    return List.of(left, right);
  }

  @Override
  public int width() {
    return table.width();
  }

  @Override
  public List<String> slots() {
    return table.names().stream()
        .map(level -> feature() + " = " + level.replace(BETWEEN, " × "))
        .toList();
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    slots.put(
        first + table.slot(pair(level(inputs, columns[0]), level(inputs, columns[1]))), 1);
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return level(inputs, columns[0]) + " × " + level(inputs, columns[1]);
  }

  private static String level(Inputs inputs, int column) {
    return inputs.isNull(column) ? LevelTable.NULL : inputs.text(column);
  }
}
