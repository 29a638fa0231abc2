package dev.sluice.io.format;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A row as one line of CSV, with values in the order of the record's components. What is malformed,
 * and why, is told at {@link dev.sluice.io.file.CsvFiles}.
 *
 * @param <T> the record each row is
 */
public final class CsvFormat<T extends Record> implements RowFormat<T> {

  private final Class<T> type;
  private final Map<String, String> options;

  private CsvFormat(Class<T> type, Map<String, String> options) {
    this.type = type;
    this.options = options;
  }

  static <T extends Record> CsvFormat<T> of(Class<T> type) {
    requireScalars(RecordType.of(type).requireValid());
    return new CsvFormat<>(type, Map.of(CsvDialect.MULTI_LINE, "true"));
  }

  @Internal
  public static void requireScalars(RecordType record) {
    for (RecordComponentType c : record.components()) {
      if (!(c.logicalType() instanceof ColumnType.Scalar
          || c.logicalType() instanceof ColumnType.Decimal
          || c.logicalType() instanceof ColumnType.Enumeration)
          || c.logicalType() == ColumnType.Scalar.BINARY) {
        throw new IllegalArgumentException(
            "csv: %s.%s is %s, which one CSV value cannot hold; use Parquet or JSON"
                .formatted(record.simpleName(), c.name(), c.javaType().getTypeName()));
      }
    }
  }

  /**
   * What separates the values; a comma unless set.
   *
   * @param separator one character or more
   * @return a changed copy
   */
  public CsvFormat<T> separator(String separator) {
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("the separator must not be empty");
    }
    return option(CsvDialect.SEPARATOR, separator);
  }

  /**
   * Sets an option of Spark's CSV format, such as {@code nullValue}.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if it is {@code header}, which one text has not, or a datetime
   *     pattern with a known slip, such as {@code mm}, minutes, where months are meant
   */
  public CsvFormat<T> option(String key, String value) {
    if (key.equalsIgnoreCase(CsvDialect.HEADER)) {
      throw new IllegalArgumentException(
          "csv: a text of one row has no header; its values are in the order of "
              + RecordType.of(type).componentNames());
    }
    return new CsvFormat<>(type, FormatOptions.with(options, key, value));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "csv";
  }

  @Override
  public Dataset<Row> parse(Texts texts) {
    RecordType record = RecordType.of(type);
    CsvDialect dialect = new CsvDialect(options);
    return CsvRows.of(Parsed.inText(record, texts.given()), dialect).parse(record, texts);
  }

  @Override
  public Column write() {
    return write(List.of());
  }

  @Override
  public Column write(List<String> given) {
    RecordType record = RecordType.of(type);
    return new CsvTexts(
        description(), record, Parsed.inText(record, given), new CsvDialect(options))
        .line();
  }
}
