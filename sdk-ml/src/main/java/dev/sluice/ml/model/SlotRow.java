package dev.sluice.ml.model;

import java.util.Arrays;

/**
 * The slots of one row, for heads that look at them in an order of their own. Of many slots a row has a few that are not 0: then only
 * these are kept, found by their number, for a place for each would take longer to clear than trees take to score.
 */
final class SlotRow implements Slots {

  /** Up to so many slots each has its place. */
  private static final int FEW = 256;

  /** Spreads neighbours: 2^32 divided by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private static final int FREE = -1;

  /** Which slots are where, half of the places free at least; {@code null} where each slot has its place. */
  private int[] slots;

  private double[] values;
  private int shift;
  private int used;

  /** An empty row of so many slots. */
  SlotRow(int width) {
    if (width <= FEW) {
      values = new double[width];
    } else {
      open(5);
    }
  }

  /** The row of all these slots. */
  static SlotRow of(double[] slots) {
    SlotRow row = new SlotRow(slots.length);
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] != 0) {
        row.put(slot, slots[slot]);
      }
    }
    return row;
  }

  private void open(int bits) {
    slots = new int[1 << bits];
    values = new double[1 << bits];
    shift = Integer.SIZE - bits;
    used = 0;
    Arrays.fill(slots, FREE);
  }

  @Override
  public void put(int slot, double value) {
    if (slots == null) {
      values[slot] = value;
      return;
    }
    if (2 * used == slots.length) {
      grow();
    }
    int at = place(slot);
    if (slots[at] == FREE) {
      slots[at] = slot;
      used++;
    }
    values[at] = value;
  }

  /** The number of a slot; 0 if none was put. */
  double get(int slot) {
    return slots == null ? values[slot] : values[place(slot)];
  }

  /** Where a slot is, or the free place, of value 0, where it would be. */
  private int place(int slot) {
    int at = slot * SPREAD >>> shift;
    while (slots[at] != slot && slots[at] != FREE) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  private void grow() {
    int[] before = slots;
    double[] numbers = values;
    open(Integer.SIZE - shift + 1);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != FREE) {
        put(before[i], numbers[i]);
      }
    }
  }
}
