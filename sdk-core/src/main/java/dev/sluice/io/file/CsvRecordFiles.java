package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;

import dev.sluice.connect.Source;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.spark.files.Storage;
import dev.sluice.spark.rows.Columns;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of text files that cannot be divided by their lines alone: a row may have several, or
 * the bytes of a line end are not those of UTF-8. Each file is read as a stream by one task. Lines
 * of JSON in such encodings are rows of a dialect without quotes.
 *
 * @param dialect the options
 * @param open opens a file
 */
record CsvRecordFiles(CsvDialect dialect, Function<String, InputStream> open)
    implements FlatMapFunction<Row, Row> {

  /** The columns of Spark's source of whole files, of which only the path is read. */
  private static final StructType FILE =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("modificationTime", DataTypes.TimestampType)
          .add("length", DataTypes.LongType)
          .add("content", DataTypes.BinaryType);

  /**
   * The rows as if they were lines.
   *
   * @param paths where the files are
   * @param readOptions what a reader of exactly these files must be told
   * @param lines the lines of the same files, for the directories these are in
   */
  static Lines of(
      SparkSession spark,
      CsvDialect dialect,
      List<String> paths,
      Map<String, String> readOptions,
      Lines lines) {
    return of(spark, FileInput.of(spark, lines.spec()), dialect, paths, readOptions, lines);
  }

  /** The same of files that are there, or come. */
  static Lines of(
      SparkSession spark,
      FileInput input,
      CsvDialect dialect,
      List<String> paths,
      Map<String, String> readOptions,
      Lines lines) {
    StructType files = FILE;
    StructType rows =
        new StructType()
            .add(Lines.TEXT, DataTypes.StringType)
            .add(Lines.SOUND, DataTypes.BooleanType)
            .add(
                Source.ORIGIN,
                new StructType().add("file", DataTypes.StringType).add("line", DataTypes.LongType));
    for (String directory : lines.directories()) {
      files = files.add(lines.rows().schema().apply(directory));
      rows = rows.add(lines.rows().schema().apply(directory));
    }
    Column[] columns =
        Stream.concat(
            Stream.of(col("path"), col("_metadata.file_path")),
            lines.directories().stream().map(Columns::named))
            .toArray(Column[]::new);
    Dataset<Row> found =
        input.load("binaryFile", readOptions, files, paths).select(columns);
    CsvRecordFiles read = new CsvRecordFiles(dialect, Storage.opener(spark));
    return new Lines(lines.spec(), found.flatMap(read, Encoders.row(rows)), lines.directories());
  }

  @Override
  public Iterator<Row> call(Row file) throws Exception {
    CsvRecordReader reader = CsvRecordReader.of(open.call(file.getString(0)), dialect);
    return Stream.generate(() -> reader)
        .takeWhile(CsvRecordReader::hasNext)
        .map(each -> row(each.next(), file))
        .iterator();
  }

  private static Row row(CsvRecord record, Row file) {
    Object[] values = new Object[1 + file.size()];
    values[0] = record.text();
    values[1] = record.sound();
    values[2] = RowFactory.create(file.getString(1), record.line());
    for (int i = 2; i < file.size(); i++) {
      values[1 + i] = file.get(i);
    }
    return RowFactory.create(values);
  }
}
