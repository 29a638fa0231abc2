package dev.sluice.ml.bridge;

import dev.sluice.annotation.Internal;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The aggregate that adds up what {@link RowCounts} wrote of rows. It is one of Spark's own kind, and no {@code Aggregator}, for that
 * copies and converts the bytes of each row before it adds them, which takes as long as all the rest.
 */
@Internal
public final class CountSums extends TypedImperativeAggregate<long[]> implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final DataType SUMS = DataTypes.createArrayType(DataTypes.LongType, false);

  private final Expression rows;
  private final int counts;
  private final int mutableAggBufferOffset;
  private final int inputAggBufferOffset;

  /** Of the bytes of rows; with what Spark wants to know of an aggregate, in its order, since Spark makes copies. */
  public CountSums(
      Expression rows, int counts, int mutableAggBufferOffset, int inputAggBufferOffset) {
    this.rows = rows;
    this.counts = counts;
    this.mutableAggBufferOffset = mutableAggBufferOffset;
    this.inputAggBufferOffset = inputAggBufferOffset;
  }

  @Override
  public long[] createAggregationBuffer() {
    return new long[counts];
  }

  @Override
  public long[] update(long[] sums, InternalRow row) {
    RowCounts.add((byte[]) rows.eval(row), sums);
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
  public Object eval(long[] sums) {
    return UnsafeArrayData.fromPrimitiveArray(sums);
  }

  @Override
  public byte[] serialize(long[] sums) {
    ByteBuffer bytes = ByteBuffer.allocate(sums.length * Long.BYTES);
    bytes.asLongBuffer().put(sums);
    return bytes.array();
  }

  @Override
  public long[] deserialize(byte[] bytes) {
    long[] sums = createAggregationBuffer();
    ByteBuffer.wrap(bytes).asLongBuffer().get(sums);
    return sums;
  }

  @Override
  public DataType dataType() {
    return SUMS;
  }

  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public int mutableAggBufferOffset() {
    return mutableAggBufferOffset;
  }

  @Override
  public int inputAggBufferOffset() {
    return inputAggBufferOffset;
  }

  @Override
  public CountSums withNewMutableAggBufferOffset(int offset) {
    return new CountSums(rows, counts, offset, inputAggBufferOffset);
  }

  @Override
  public CountSums withNewInputAggBufferOffset(int offset) {
    return new CountSums(rows, counts, mutableAggBufferOffset, offset);
  }

  @Override
  public Seq<Expression> children() {
    return CollectionConverters.asScala(List.of(rows)).toSeq();
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new CountSums(children.head(), counts, mutableAggBufferOffset, inputAggBufferOffset);
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int position) {
    return switch (position) {
      case 0 -> rows;
      case 1 -> counts;
      case 2 -> mutableAggBufferOffset;
      default -> inputAggBufferOffset;
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CountSums;
  }

  /** Equal to others of the same rows, so that a plan that stands in a plan twice is the same plan. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CountSums same
        && counts == same.counts
        && mutableAggBufferOffset == same.mutableAggBufferOffset
        && inputAggBufferOffset == same.inputAggBufferOffset
        && rows.equals(same.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode() * 31 + counts;
  }
}
