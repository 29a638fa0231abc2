package dev.sluice.ml.bridge;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Encoder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.ObjectType;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Makes the expression by which rows become vectors for MLlib, by the very encoder that scores. */
@Internal
public final class EncodeCall {

  private static final VectorUDT VECTOR = new VectorUDT();

  private EncodeCall() {}

  /** The vector of a row that keeps the encoder's requirements, of the columns that the features read. */
  public static Column column(Encoder encoder, List<Column> columns) {
    RowEncoder rows = new RowEncoder(encoder, new RowForm(encoder.signature().features()));
    return ExpressionUtils.column(
        new Invoke(
            Literal.create(rows, new ObjectType(RowEncoder.class)),
            "encode",
            VECTOR,
            CollectionConverters.asScala(
                List.<Expression>of(RowForm.row(encoder.signature().features(), columns)))
                .toSeq(),
            CollectionConverters.asScala(List.<org.apache.spark.sql.types.AbstractDataType>of())
                .toSeq(),
            false,
            false,
            true));
  }

  /** Encodes Spark's rows as they are in memory; called by Spark, by the name of the method. */
  @Internal
  public static final class RowEncoder implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Encoder encoder;
    private final RowForm form;

    private RowEncoder(Encoder encoder, RowForm form) {
      this.encoder = encoder;
      this.form = form;
    }

    /** The vector of a row, sparse. */
    public InternalRow encode(InternalRow row) {
      List<Tuple2<Integer, Double>> slots = new ArrayList<>();
      encoder.encode(
          form.inputs(row),
          (slot, value) -> {
            if (value != 0) {
              slots.add(new Tuple2<>(slot, value));
            }
          });
      return VECTOR.serialize(Vectors.sparse(encoder.width(), slots));
    }
  }
}
