package dev.sluice.ml.bridge;

import dev.sluice.ml.model.Counting;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is counted of one row, as bytes, so that one aggregate adds it up, however many counts there are: the positions of the counts
 * that it adds 1 to; of any other amount the position is written as its complement, and the amount behind it.
 */
final class RowCounts implements Counting.Counts {

  private ByteBuffer bytes = ByteBuffer.allocate(64);

  @Override
  public void add(int count, long amount) {
    if (bytes.remaining() < Integer.BYTES + Long.BYTES) {
      bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
    }
    if (amount == 1) {
      bytes.putInt(count);
    } else {
      bytes.putInt(~count).putLong(amount);
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Adds what was counted of a row to the sums of all. */
  static void add(byte[] row, long[] sums) {
    ByteBuffer bytes = ByteBuffer.wrap(row);
    while (bytes.hasRemaining()) {
      int count = bytes.getInt();
      if (count >= 0) {
        sums[count]++;
      } else {
        sums[~count] += bytes.getLong();
      }
    }
  }
}
