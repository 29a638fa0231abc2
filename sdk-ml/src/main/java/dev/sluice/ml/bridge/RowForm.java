package dev.sluice.ml.bridge;

import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Signature;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.functions;

/** How the columns that features read stand in Spark's rows; by the types that Java writes, for they say it. */
final class RowForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String DECIMAL = "BigDecimal";

  private final Form[] forms;

  /** How a column stands in a row. */
  private enum Form {
    DOUBLE, FLOAT, LONG, INT, SHORT, BYTE, BOOLEAN, TEXT, MICROS, DAYS;

    static Form of(String type) {
      return switch (type) {
        case "double", "Double", DECIMAL -> DOUBLE;
        case "float", "Float" -> FLOAT;
        case "long", "Long" -> LONG;
        case "int", "Integer" -> INT;
        case "short", "Short" -> SHORT;
        case "byte", "Byte" -> BYTE;
        case "boolean", "Boolean" -> BOOLEAN;
        case "Instant" -> MICROS;
        case "LocalDate" -> DAYS;
        default -> TEXT;
      };
    }
  }

  /** Of these columns of a signature, in order; others are not in the rows. */
  RowForm(List<Signature.Column> columns) {
    this.forms = columns.stream().map(column -> Form.of(column.type())).toArray(Form[]::new);
  }

  /**
   * The row to make of these columns. Decimals become doubles there: how one stands in a row depends on its precision,
   * which the type that Java writes does not say.
   *
   * @param read which they are
   * @param columns what they are in Spark, in the same order
   */
  static Expression row(List<Signature.Column> read, List<Column> columns) {
    Column[] values = new Column[read.size()];
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      values[i] = read.get(i).type().equals(DECIMAL) ? column.cast("double") : column;
    }
    return ExpressionUtils.expression(functions.struct(values));
  }

  /** The values of a row. */
  Inputs inputs(InternalRow row) {
    return new Of(row);
  }

  private final class Of implements Inputs {

    private final InternalRow row;

    /** Those that were asked for: a category, its cross, its profile and its reason ask for the same. */
    private String[] texts;

    private Of(InternalRow row) {
      this.row = row;
    }

    @Override
    public boolean isNull(int column) {
      return row.isNullAt(column);
    }

    @Override
    public double number(int column) {
      return switch (forms[column]) {
        case DOUBLE -> row.getDouble(column);
        case FLOAT -> row.getFloat(column);
        case LONG -> row.getLong(column);
        case INT -> row.getInt(column);
        case SHORT -> row.getShort(column);
        case BYTE -> row.getByte(column);
        default -> throw new IllegalStateException("no number stands in column " + column);
      };
    }

    @Override
    public String text(int column) {
      if (texts == null) {
        texts = new String[forms.length];
      }
      if (texts[column] == null) {
        texts[column] = made(column);
      }
      return texts[column];
    }

    private String made(int column) {
      return switch (forms[column]) {
        case LONG -> Long.toString(row.getLong(column));
        case INT -> Integer.toString(row.getInt(column));
        case SHORT -> Short.toString(row.getShort(column));
        case BYTE -> Byte.toString(row.getByte(column));
        case BOOLEAN -> Boolean.toString(row.getBoolean(column));
        default -> row.getUTF8String(column).toString();
      };
    }

    @Override
    public long micros(int column) {
      return forms[column] == Form.DAYS
          ? row.getInt(column) * 86_400_000_000L
          : row.getLong(column);
    }
  }
}
