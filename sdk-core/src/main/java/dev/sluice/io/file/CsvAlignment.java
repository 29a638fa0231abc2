package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.sluice.connect.Source;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.CsvRows;
import dev.sluice.io.format.Parsed;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Puts the values of CSV rows into the order of the record, by the header of the file that each row
 * is from. A batch run knows all headers before it begins, and reads files of one header together;
 * of files that come nothing is known before, so the task that reads one reads its header.
 */
final class CsvAlignment implements UDF2<String, String, Row> {

  private static final long serialVersionUID = 1L;

  private static final String ALIGNED = "__aligned";
  private static final String IS_HEADER = "header";
  private static final String VALUES = "values";
  private static final String WHY = "why";
  private static final String RAW = "raw";
  private static final String PLACE = "place";

  private static final StructType RESULT =
      new StructType()
          .add(IS_HEADER, DataTypes.BooleanType)
          .add(VALUES, DataTypes.StringType)
          .add(WHY, DataTypes.StringType);

  /** A value that is there in any row, so that none is empty which was not. */
  private static final String FILLER = "-";

  private final CsvDialect dialect;
  private final ArrayList<String> columns;
  private final boolean exact;
  private final Function<String, InputStream> open;

  private transient String file;
  private transient Header header;

  private CsvAlignment(
      CsvDialect dialect,
      List<String> columns,
      boolean exact,
      Function<String, InputStream> open) {
    this.dialect = dialect;
    this.columns = new ArrayList<>(columns);
    this.exact = exact;
    this.open = open;
  }

  /**
   * The header of a file.
   *
   * @param line as it is written; null if the file has none
   * @param size how many values it has
   * @param positions where in it the columns are
   * @param problem why rows of the file cannot be read, null if they can
   */
  private record Header(String line, int size, int[] positions, String problem) {}

  /** Lines without headers, with aligned values; what they were is in their origin. */
  static Lines of(SparkSession spark, CsvDialect dialect, Lines lines) {
    List<String> columns =
        inText(lines).stream().map(RecordComponentType::column).toList();
    Column align =
        udf(
            new CsvAlignment(
                dialect, columns, lines.spec().exactColumns(), Storage.opener(spark)),
            RESULT)
            .withName("align_csv")
            .asNondeterministic() // so that it is asked once, and not by each filter and column
            .apply(col(Lines.TEXT), col(Source.ORIGIN).getField("file"));
    boolean isJudged = List.of(lines.rows().columns()).contains(Lines.SOUND);
    Column sound = isJudged ? col(Lines.SOUND) : is_valid_utf8(col(Lines.TEXT));
    Column values = col(ALIGNED).getField(VALUES);
    Dataset<Row> rows =
        lines.rows()
            .withColumn(ALIGNED, align)
            .filter(not(col(ALIGNED).getField(IS_HEADER)))
            .withColumn(Lines.SOUND, sound.and(values.isNotNull()))
            .withColumn(
                Source.ORIGIN,
                struct(
                    col(Source.ORIGIN).as(PLACE),
                    col(Lines.TEXT).as(RAW),
                    col(ALIGNED).getField(WHY).as(WHY)))
            .withColumn(Lines.TEXT, when(values.isNotNull(), values).otherwise(FILLER))
            .drop(ALIGNED);
    return new Lines(lines.spec(), rows, lines.directories());
  }

  /** The columns of aligned lines. */
  static StructType schema(CsvDialect dialect, Lines lines) {
    StructType schema = new StructType();
    for (RecordComponentType c : inText(lines)) {
      schema = schema.add(CsvRows.field(c, dialect));
    }
    return schema.add("__filler", DataTypes.StringType).add(Parsed.CORRUPT, DataTypes.StringType);
  }

  /** What was parsed of aligned lines, with malformed rows as they were. */
  static Dataset<Row> restored(Dataset<Row> rows) {
    Column malformed = col(Source.MALFORMED).isNotNull();
    Column why = col(Source.ORIGIN).getField(WHY);
    return rows
        .withColumn(
            Source.MALFORMED, when(malformed, col(Source.ORIGIN).getField(RAW)))
        .withColumn(
            Source.REASON,
            when(malformed.and(why.isNotNull()), why).otherwise(col(Source.REASON)))
        .withColumn(Source.ORIGIN, col(Source.ORIGIN).getField(PLACE));
  }

  private static List<RecordComponentType> inText(Lines lines) {
    return Parsed.inText(lines.spec().record(), lines.directories());
  }

  @Override
  public Row call(String line, String from) throws Exception {
    if (!from.equals(file)) {
      header = read(from);
      file = from;
    }
    if (line.equals(header.line()) || line.equals(CsvLayouts.BYTE_ORDER_MARK + header.line())) {
      return RowFactory.create(true, null, null);
    }
    return RowFactory.create(false, aligned(line), header.problem());
  }

  /** Null of a line that is no row by the header. */
  private String aligned(String line) {
    boolean isBlank = line.isEmpty() || !dialect.separator().isBlank() && line.isBlank();
    if (header.problem() != null || isBlank) {
      return null;
    }
    Optional<List<String>> values = dialect.written(line);
    if (values.isEmpty() || values.get().size() != header.size()) {
      return null;
    }
    List<String> aligned = new ArrayList<>();
    Arrays.stream(header.positions()).forEach(i -> aligned.add(values.get().get(i)));
    aligned.add(FILLER);
    return String.join(dialect.separator(), aligned);
  }

  private Header read(String from) throws Exception {
    Optional<String> line = firstLine(from);
    if (line.isEmpty()) {
      return new Header(null, 0, new int[0], null);
    }
    List<String> names = dialect.names(line.get());
    List<String> problems = new ArrayList<>();
    int[] positions = columns.stream().mapToInt(c -> position(c, names, problems)).toArray();
    List<String> others =
        names.stream().filter(n -> columns.stream().noneMatch(n::equalsIgnoreCase)).toList();
    if (exact && !others.isEmpty()) {
      problems.add("which has columns that the record has not: " + others);
    }
    return new Header(
        line.get(),
        names.size(),
        positions,
        problems.isEmpty()
            ? null
            : "is from a file with the header %s, %s"
                .formatted(names, problems.stream().collect(Collectors.joining(", "))));
  }

  private static int position(String column, List<String> names, List<String> problems) {
    int[] found =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).equalsIgnoreCase(column))
            .toArray();
    if (found.length != 1) {
      problems.add(
          found.length == 0
              ? "which has no column \"%s\"".formatted(column)
              : "which has column \"%s\" more than once".formatted(column));
      return -1;
    }
    return found[0];
  }

  private Optional<String> firstLine(String from) throws Exception {
    try (CsvRecordReader reader =
        CsvRecordReader.of(open.call(CsvLayouts.path(from)), dialect)) {
      return CsvLayouts.header(reader, dialect);
    } catch (IOException e) {
      throw new IOException("the header of " + from + " cannot be read", e);
    }
  }
}
