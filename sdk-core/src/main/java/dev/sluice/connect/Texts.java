package dev.sluice.connect;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Texts of which a {@link RowFormat} makes rows: lines of a file, values of a topic, a column of a
 * table.
 *
 * @param rows the column {@link #TEXT}, those of {@code given}, and perhaps {@link Source#ORIGIN}
 *     and {@link #SOUND}
 * @param given columns of the record that do not come out of the text, such as the directory of a
 *     file or the time of a message; they are there already, and typed as in the record
 * @param divided whether the texts were divided into rows before, as those of a file: then none is
 *     NULL, and a line end can only be inside a value
 */
public record Texts(Dataset<Row> rows, List<String> given, boolean divided) {

  /** The column of the text: a String, whose bytes may be no UTF-8. */
  public static final String TEXT = "__line";

  /**
   * A column that says whether the text can be a row at all: false if its bytes were no characters
   * of its encoding. Without it the format looks for that itself.
   */
  public static final String SOUND = "__sound";

  /** Copies the names. */
  public Texts {
    given = List.copyOf(given);
  }

  /**
   * The texts in a column, which may be NULL. All that the record has comes out of the text.
   *
   * @param rows the rows
   * @param column the name of the column, of texts or of bytes in UTF-8
   * @return the texts
   */
  public static Texts of(Dataset<Row> rows, String column) {
    return new Texts(
        rows.select(col("`" + column.replace("`", "``") + "`").cast("string").as(TEXT)),
        List.of(),
        false);
  }
}
