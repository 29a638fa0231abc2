package dev.sluice.ml.bridge;

import dev.sluice.ml.model.Counting;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;

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

  /** The sums of so many counts, as an array. */
  static Column sums(Column rows, int counts) {
    return functions.udaf(new Sums(counts), Encoders.BINARY()).apply(rows);
  }

  /** Adds rows up; equal to others of as many counts, so that a plan that stands in a plan twice is the same plan. */
  private static final class Sums extends Aggregator<byte[], long[], long[]> {

    private static final long serialVersionUID = 1L;

    private final int counts;

    private Sums(int counts) {
      this.counts = counts;
    }

    @Override
    public long[] zero() {
      return new long[counts];
    }

    @Override
    public long[] reduce(long[] sums, byte[] row) {
      ByteBuffer bytes = ByteBuffer.wrap(row);
      while (bytes.hasRemaining()) {
        int count = bytes.getInt();
        if (count >= 0) {
          sums[count]++;
        } else {
          sums[~count] += bytes.getLong();
        }
      }
      return sums;
    }

    @Override
    public long[] merge(long[] sums, long[] others) {
      for (int i = 0; i < counts; i++) {
        sums[i] += others[i];
      }
      return sums;
    }

    @Override
    public long[] finish(long[] sums) {
      return sums;
    }

    @Override
    public Encoder<long[]> bufferEncoder() {
      return longs();
    }

    @Override
    public Encoder<long[]> outputEncoder() {
      return longs();
    }

    @SuppressWarnings("unchecked") // in Scala's types an array of primitives is no object
    private static Encoder<long[]> longs() {
      return (Encoder<long[]>) (Encoder<?>) new AgnosticEncoders.ArrayEncoder<>(
          AgnosticEncoders.PrimitiveLongEncoder$.MODULE$, false);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sums same && counts == same.counts;
    }

    @Override
    public int hashCode() {
      return counts;
    }
  }
}
