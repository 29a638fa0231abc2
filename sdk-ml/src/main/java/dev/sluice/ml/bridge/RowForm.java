package dev.sluice.ml.bridge;

import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Signature;
import dev.sluice.record.ColumnType.Decimal;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;

/** How the columns that features read stand in Spark's rows; by the types that Java writes, for they say it. */
final class RowForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Form[] forms;

  /** How a column stands in a row. */
  private enum Form {
    DOUBLE, FLOAT, LONG, INT, SHORT, BYTE, BOOLEAN, DECIMAL, TEXT, MICROS, DAYS;

    static Form of(String type) {
      return switch (type) {
        case "double", "Double" -> DOUBLE;
        case "float", "Float" -> FLOAT;
        case "long", "Long" -> LONG;
        case "int", "Integer" -> INT;
        case "short", "Short" -> SHORT;
        case "byte", "Byte" -> BYTE;
        case "boolean", "Boolean" -> BOOLEAN;
        case "BigDecimal" -> DECIMAL;
        case "Instant" -> MICROS;
        case "LocalDate" -> DAYS;
        default -> TEXT;
      };
    }
  }

  /** Of the features' columns of a signature, in its order; others are not in the rows. */
  RowForm(Signature signature) {
    this.forms =
        signature.columns().stream()
            .filter(column -> column.use() == Signature.Use.FEATURE)
            .map(column -> Form.of(column.type()))
            .toArray(Form[]::new);
  }

  /** The values of a row. */
  Inputs inputs(InternalRow row) {
    return new Of(row);
  }

  private final class Of implements Inputs {

    private final InternalRow row;

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
        default ->
          row.getDecimal(column, Decimal.DEFAULT.precision(), Decimal.DEFAULT.scale()).toDouble();
      };
    }

    @Override
    public String text(int column) {
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
