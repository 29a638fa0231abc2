package dev.sluice.spark.files;

import dev.sluice.connect.Source;
import dev.sluice.spark.bridge.HadoopSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Finds the number and the offset of malformed lines, which Spark's source of lines does not tell:
 * the task that has found malformed lines reads that part of the file again. The lines come in the
 * order of the file, and whether a line is malformed is a matter of its text, so the next line of
 * the same text is the one.
 *
 * <p>A part without malformed lines is not read again, and the others only as far as the last one.
 */
public final class LineSearch implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;
  private static final StructType ORIGIN =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("offset", DataTypes.LongType);
  private static final StructType FOUND =
      new StructType()
          .add(Source.REASON, DataTypes.StringType)
          .add(Source.MALFORMED, DataTypes.BinaryType)
          .add(Source.ORIGIN, ORIGIN);

  private final SerializableConfiguration configuration;

  private LineSearch(SerializableConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Whether the origin says where to look, not where the line is. */
  public static boolean isNeeded(StructType rows) {
    return List.of(rows.fieldNames()).contains(Source.ORIGIN)
        && List.of(((StructType) rows.apply(Source.ORIGIN).dataType()).fieldNames())
            .contains("bytes");
  }

  /** The malformed rows with their reasons, and the line and offset in their origin. */
  public static Dataset<Row> in(Dataset<Row> malformed, Column reason) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(HadoopSettings.of(malformed.sparkSession()));
    Column origin = functions.col(Source.ORIGIN);
    // as bytes: a text that is no UTF-8 must come out as it went in
    return malformed
        .select(
            reason,
            functions.col(Source.MALFORMED).cast("binary"),
            origin.getField("file"),
            origin.getField("start"),
            origin.getField("length"),
            origin.getField("bytes"),
            origin.getField("separator"))
        .mapPartitions(new LineSearch(configuration), Encoders.row(FOUND))
        .withColumn(Source.MALFORMED, functions.col(Source.MALFORMED).cast("string"));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> malformed) {
    Parts parts = new Parts();
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> parts.close());
    Iterable<Row> rows = () -> malformed;
    Stream<Row> found = StreamSupport.stream(rows.spliterator(), false).map(parts::found);
    return found.iterator();
  }

  /** One part of a file after the other. */
  private final class Parts {

    private FilePart part;
    private PartLines lines;

    Row found(Row row) {
      FilePart of =
          new FilePart(row.getString(2), row.getLong(3), row.getLong(4), row.getString(6));
      try {
        if (!of.equals(part)) {
          close();
          lines = PartLines.of(configuration.value(), of);
          part = of;
        }
        boolean found = lines.next((byte[]) row.get(5));
        return RowFactory.create(
            row.get(0),
            row.get(1),
            RowFactory.create(
                of.file(),
                found ? lines.line().orElse(null) : null,
                found ? lines.offset().orElse(null) : null));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the malformed lines of " + of.file() + " cannot be looked for", e);
      }
    }

    void close() {
      if (lines != null) {
        lines.close();
      }
    }
  }
}
