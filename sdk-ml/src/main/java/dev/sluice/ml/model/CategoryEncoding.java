package dev.sluice.ml.model;

import java.util.List;

/**
 * One of several levels: 1 in the slot of the row's level.
 *
 * @param column the component
 * @param table the levels
 */
public record CategoryEncoding(String column, LevelTable table) implements Encoding {
  public CategoryEncoding {
    Valid.present(column, "the column of a category");
    Valid.present(table, "the levels of " + column);
  }

  @Override
  public String feature() {
    return column;
  }

  @Override
  public List<String> reads() {
    return List.of(column);
  }

  @Override
  public int width() {
    return table.width();
  }

  @Override
  public List<String> slots() {
    return table.names().stream().map(level -> column + " = " + level).toList();
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    int slot =
        inputs.isNull(columns[0])
            ? table.slotOfNull()
            : table.slot(inputs.text(columns[0]));
    slots.put(first + slot, 1);
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0]) ? LevelTable.NULL : inputs.text(columns[0]);
  }
}
