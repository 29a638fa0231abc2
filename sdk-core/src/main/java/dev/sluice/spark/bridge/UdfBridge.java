package dev.sluice.spark.bridge;

import dev.sluice.record.ColumnType;
import java.util.List;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.expressions.SparkUserDefinedFunction$;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes Spark's user-defined functions. Spark's public ones for Java know no types of their
 * arguments, so a date would come as {@code java.sql.Date} or {@code LocalDate} by a setting of the
 * session; here both ends have an encoder.
 */
public final class UdfBridge {

  private UdfBridge() {}

  /** A function of one argument, with values as they stand in rows. */
  public static UserDefinedFunction function(
      Function1<Object, Object> body, ColumnType input, ColumnType output) {
    Seq<AgnosticEncoder<?>> inputs =
        CollectionConverters.asScala(
            List.<AgnosticEncoder<?>>of(EncoderBridge.valueEncoder(input)))
            .toSeq();
    return SparkUserDefinedFunction$.MODULE$.apply(
        body, inputs, EncoderBridge.valueEncoder(output));
  }
}
