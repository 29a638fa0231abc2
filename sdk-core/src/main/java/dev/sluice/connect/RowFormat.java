package dev.sluice.connect;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a row is written as a text, wherever the text comes from or goes to: a line of a file, the
 * value of a message, a column. {@link dev.sluice.io.format.Formats} has JSON and CSV; every text
 * they are given is parsed, judged and rejected as {@link dev.sluice.io.file.Files} does it. A
 * format of bytes, as Avro, takes those of the text and writes a column of bytes.
 *
 * <p>A format is an immutable description.
 *
 * @param <T> the record each row is
 */
public interface RowFormat<T extends Record> {

  /**
   * The record each row is.
   *
   * @return the record class
   */
  Class<T> type();

  /**
   * A word or two for plans, reports and errors, such as {@code json}.
   *
   * @return the description, in one line
   */
  String description();

  /**
   * What keeps the format from reading, whatever it is given, such as a module that is missing.
   *
   * @param given the columns that are not in the text
   * @return one sentence for each problem, each with its remedy; none unless overridden
   */
  default List<String> problems(List<String> given) {
    return List.of();
  }

  /**
   * Makes rows of texts. No text is lost: what is no row of the record is delivered as {@link
   * Source#MALFORMED}, with its reason.
   *
   * @param texts the texts
   * @return one row for each text, with the columns of the record, of which those that are given
   *     are kept, {@link Source#MALFORMED}, {@link Source#REASON}, and {@link Source#ORIGIN} if the
   *     texts have it
   */
  Dataset<Row> parse(Texts texts);

  /**
   * The text, or the bytes, of a row; {@link #parse} makes an equal row of it.
   *
   * @return an expression over a dataset that has the columns of the record; it fails the job for a
   *     row that could not be read again
   */
  Column write();

  /**
   * The text of a row of which some columns are kept beside it, as the key of a message; {@link
   * #parse} of {@link Texts} with the same given columns makes an equal row.
   *
   * @param given the columns that are not in the text
   * @return an expression like that of {@link #write()}
   * @throws IllegalStateException if there are such columns and the format writes whole rows only,
   *     as it does unless it overrides this
   */
  default Column write(List<String> given) {
    if (!given.isEmpty()) {
      throw new IllegalStateException(
          "%s writes whole rows, and %s would be left out: override write(given)"
              .formatted(description(), String.join(", ", given)));
    }
    return write();
  }
}
