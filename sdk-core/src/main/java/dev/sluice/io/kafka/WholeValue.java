package dev.sluice.io.kafka;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Source;
import dev.sluice.connect.Texts;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The value of a message as one component, a text or bytes; all others are given.
 *
 * @param type the record each row is
 * @param component the name of the component
 * @param <T> the record
 */
record WholeValue<T extends Record>(Class<T> type, String component) implements RowFormat<T> {

  WholeValue {
    RecordType.of(type).requireValid();
  }

  @Override
  public String description() {
    return "values";
  }

  @Override
  public Dataset<Row> parse(Texts texts) {
    Column text = col(Texts.TEXT);
    Column reason =
        isBytes()
            ? lit(null).cast("string")
            : when(not(is_valid_utf8(text)), lit("is not UTF-8"));
    List<Column> columns = new ArrayList<>();
    for (RecordComponentType c : RecordType.of(type).components()) {
      Column value =
          !c.name().equals(component)
              ? Columns.named(c)
              : isBytes() ? text.cast("binary") : when(reason.isNull(), text);
      columns.add(value.as(c.column()));
    }
    columns.add(when(reason.isNotNull(), text).as(Source.MALFORMED));
    columns.add(reason.as(Source.REASON));
    columns.add(col(Source.ORIGIN));
    return texts.rows().select(columns.toArray(Column[]::new));
  }

  private boolean isBytes() {
    return value().logicalType() == Scalar.BINARY;
  }

  private RecordComponentType value() {
    return RecordType.of(type).component(component).orElseThrow();
  }

  @Override
  public Column write() {
    return Columns.named(value());
  }

  @Override
  public Column write(List<String> given) {
    return write();
  }
}
