package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.EncoderBridge;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Spark schemas of records, and how real schemas differ from them. */
public final class RecordSchemas {

  private RecordSchemas() {}

  /**
   * The schema of a record's rows: its columns in the order of the components, primitives not
   * nullable, everything else nullable, also inside lists, maps and nested records.
   *
   * @param record the record
   * @return the schema
   * @throws IllegalArgumentException listing the record's problems, if it has any
   */
  public static StructType of(RecordType record) {
    return EncoderBridge.schema(record.requireValid());
  }

  /**
   * The same of rows that are not looked at yet: any column may be NULL.
   *
   * @param record the record
   * @return the schema
   */
  public static StructType nullable(RecordType record) {
    return new StructType(
        Arrays.stream(of(record).fields())
            .map(f -> new StructField(f.name(), f.dataType(), true, f.metadata()))
            .toArray(StructField[]::new));
  }

  /**
   * The Spark type of a column.
   *
   * @param type the column's type as the plan knows it
   * @return the same as a Spark type
   * @throws IllegalArgumentException if it cannot be a column
   */
  public static DataType of(ColumnType type) {
    return EncoderBridge.dataType(type);
  }

  /**
   * Whether rows have just the columns of a record, of its types and in its order. Neither whether
   * a column can be NULL counts, nor what a source wrote into the metadata of its columns.
   *
   * @param rows the schema of the rows
   * @param record the record
   */
  public static boolean isOf(StructType rows, RecordType record) {
    StructType own = of(record);
    return Arrays.equals(rows.fieldNames(), own.fieldNames())
        && IntStream.range(0, own.size())
            .allMatch(i -> type(rows, i).equals(type(own, i)));
  }

  private static String type(StructType rows, int i) {
    return rows.fields()[i].dataType().catalogString();
  }

  /**
   * How the schema of real data differs from what a record expects, in the order of the record's
   * components, then of the data's columns. Columns are found by name, ignoring case as Spark does;
   * their order does not matter. Whether a column can be NULL is not compared: files and most
   * tables say that every column can.
   *
   * @param actual the schema of the data
   * @param expected the record that is to describe it
   * @return every difference, or an empty list
   * @throws IllegalArgumentException listing the record's problems, if it has any
   */
  public static List<SchemaDifference> differences(StructType actual, RecordType expected) {
    return new SchemaComparison().compare(actual, expected.requireValid());
  }

  /**
   * What a target of real columns cannot keep of a record's rows: columns that one has and the
   * other has not, and columns that are narrower than the component, so that values would be
   * rounded, cut or padded when they are stored. Columns are found by name, ignoring case as Spark
   * does. Whether a column can be NULL is not compared: no record can say of a text that it is
   * never null, and Spark refuses a NULL that would go into a column which cannot have it. {@code
   * VARCHAR(n)} is in order for a text: see {@link #storable}.
   *
   * @param target the schema of what is written to
   * @param record the record whose rows are written
   * @return one sentence for each problem, or an empty list
   * @throws IllegalArgumentException listing the record's problems, if it has any
   */
  public static List<String> storingProblems(StructType target, RecordType record) {
    return new StoringComparison().compare(target, record.requireValid());
  }

  /**
   * Rows for a target that has no {@link #storingProblems}: the same, but the first text that is
   * longer than its {@code VARCHAR(n)} fails the run, also if only blanks at its end are.
   *
   * @param rows rows of the record
   * @param target the schema of what is written to
   * @param record the record
   * @return the rows
   */
  public static Dataset<Row> storable(Dataset<Row> rows, StructType target, RecordType record) {
    return TextLengths.kept(rows, target, record);
  }
}
