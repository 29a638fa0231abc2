package dev.sluice.io.format;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.when;

import dev.sluice.annotation.Internal;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes CSV such that the source of the same record and options reads the same rows. A text for
 * which that cannot be fails the run: what is wrong in a file is found by no one.
 *
 * @param description of the sink, for errors
 * @param record the record
 * @param inText the components that are in the files, not in the names of directories
 * @param dialect the options
 */
@Internal
public record CsvTexts(
    String description, RecordType record, List<RecordComponentType> inText, CsvDialect dialect) {

  private static final String END = "\uFFFF";

  private static final String MICROSECONDS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";

  /** What Spark's writer is told. */
  public Map<String, String> options() {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    options.put("ignoreLeadingWhiteSpace", "false");
    options.put("ignoreTrailingWhiteSpace", "false");
    options.put("timestampFormat", MICROSECONDS + "XXXXX");
    options.put("timestampNTZFormat", MICROSECONDS);
    options.put(CsvDialect.ESCAPE, dialect.escape());
    options.put("emptyValue", dialect.quote() + dialect.quote());
    if (inText.size() == 1) {
      // blanks alone would be an empty line
      options.put("quoteAll", "true");
    }
    options.putAll(dialect.options());
    return options;
  }

  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    boolean named = dialect.option(CsvDialect.NULL_VALUE).filter(n -> !n.isEmpty()).isPresent();
    if (inText.size() == 1 && inText.get(0).nullable() && !named) {
      problems.add(
          "%s: NULL in the only column of a file of %s would be an empty line, which is no row; use nullValue, or a primitive"
              .formatted(description, record.simpleName()));
    }
    if (!dialect.quotes() && inText.stream().anyMatch(c -> c.logicalType() == Scalar.STRING)) {
      problems.add(
          "%s: without a quote a text with a separator is two values, and an empty one is NULL; set one with quote"
              .formatted(description));
    }
    return problems;
  }

  /** The rows, each of which fails the job if it cannot be read again. */
  public Dataset<Row> checked(Dataset<Row> rows) {
    Dataset<Row> checked = rows;
    for (RecordComponentType c : inText) {
      if (c.logicalType() == Scalar.STRING && List.of(rows.columns()).contains(c.column())) {
        checked = checked.withColumn(c.column(), checked(c));
      }
    }
    return checked;
  }

  /** A row as one text, which fails the job if it cannot be read again. */
  Column line() {
    Column[] values =
        inText.stream()
            .map(
                c -> (c.logicalType() == Scalar.STRING ? checked(c) : Columns.named(c))
                    .as(c.column()))
            .toArray(Column[]::new);
    return to_csv(struct(values), options());
  }

  private Column checked(RecordComponentType c) {
    Column text = Columns.named(c);
    Column checked =
        when(
            text.contains(END),
            error(c, "has the character U+FFFF, which Spark's reader takes for an end"))
            .otherwise(text);
    if (!dialect.multiLine()) {
      checked =
          when(
              text.contains("\n").or(text.contains("\r")),
              error(c, "has a line end, which only multiLine() can read"))
              .otherwise(checked);
    }
    if (dialect.trims()) {
      checked =
          when(
              text.rlike("^[\\x00-\\x20]|[\\x00-\\x20]\\z"),
              error(c, "begins or ends with a blank, which trimmed() takes away"))
              .otherwise(checked);
    }
    if (dialect.separator().length() > 1) {
      String characters = Pattern.quote(dialect.separator() + dialect.quote());
      checked =
          when(
              text.rlike("[" + characters + "]"),
              error(
                  c,
                  "has a quote or a character of the separator, which Spark's writer quotes"
                      + " only if the separator is one character"))
              .otherwise(checked);
    }
    String nullValue = dialect.option(CsvDialect.NULL_VALUE).orElse(null);
    if (nullValue != null) {
      checked =
          when(text.equalTo(nullValue), error(c, "is the one of nullValue, which means NULL"))
              .otherwise(checked);
    }
    if (isFirst(c) && dialect.header() && areAllTexts()) {
      checked =
          when(isHeader(), error(c, "and all others are those of the header, which is no row"))
              .otherwise(checked);
    }
    return checked;
  }

  private boolean isFirst(RecordComponentType c) {
    return inText.get(0).equals(c);
  }

  private boolean areAllTexts() {
    return inText.stream().allMatch(c -> c.logicalType() == Scalar.STRING);
  }

  private Column isHeader() {
    return inText.stream()
        .map(c -> Columns.named(c).equalTo(c.column()))
        .reduce(Column::and)
        .orElse(lit(false));
  }

  private Column error(RecordComponentType c, String what) {
    return raise_error(
        lit(
            "%s: a text of %s.%s %s"
                .formatted(description, record.simpleName(), c.name(), what)))
        .cast("string");
  }
}
