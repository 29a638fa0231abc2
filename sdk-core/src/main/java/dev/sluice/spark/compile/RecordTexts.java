package dev.sluice.spark.compile;

import dev.sluice.plan.RecordText;
import dev.sluice.plan.RecordText.Format;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.LambdaBridge;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads records from texts by Spark's own functions. Those give NULL for a component that a text
 * does not have or that is of another type, so what they kept of a malformed text is asked for, and
 * what the record itself demands.
 */
final class RecordTexts {

  private static final String CORRUPT = "__corrupt";
  private static final String PARSED = "parsed";

  private RecordTexts() {}

  static Column column(RecordText read, Column text) {
    RecordType record = RecordType.of(read.record());
    Column parsed = LambdaBridge.variable(PARSED);
    Column outcome = outcome(read, record, text, parsed);
    // the parameter of a function is computed once, however often it is looked at
    Column once =
        functions.call_function(
            "`transform`",
            functions.array(parsed(read.format(), text, record)),
            LambdaBridge.lambda(List.of(PARSED), outcome));
    return functions.get(once, functions.lit(0));
  }

  private static Column parsed(Format format, Column text, RecordType record) {
    StructType schema = RecordSchemas.nullable(record).add(CORRUPT, DataTypes.StringType, true);
    Map<String, String> options =
        Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", CORRUPT);
    return switch (format) {
      case JSON -> functions.from_json(text, schema, options);
      case CSV -> functions.from_csv(text, functions.lit(schema.toDDL()), options);
      case XML -> functions.from_xml(text, schema, options);
    };
  }

  private static Column outcome(
      RecordText read, RecordType record, Column text, Column parsed) {
    Column good = good(record, parsed);
    Column value =
        functions.struct(
            record.components().stream()
                .map(c -> parsed.getField(c.column()).as(c.column()))
                .toArray(Column[]::new));
    return switch (read.outcome()) {
      case RECORD -> functions
          .when(good, value)
          .when(text.isNotNull(), functions.raise_error(message(read, text)));
      case RECORD_OR_NULL -> functions.when(good, value);
      case CORRUPT -> functions.when(text.isNotNull().and(functions.not(good)), text);
    };
  }

  /** Never NULL. */
  private static Column good(RecordType record, Column parsed) {
    Column good = parsed.isNotNull().and(parsed.getField(CORRUPT).isNull());
    for (RecordComponentType component : record.components()) {
      Column value = parsed.getField(component.column());
      List<Column> kept =
          RequiredColumns.demands(component).map(d -> d.isKept().apply(value)).toList();
      for (Column demand : kept) {
        good = good.and(demand);
      }
    }
    return good;
  }

  private static Column message(RecordText read, Column text) {
    return functions.concat(
        functions.lit("'"),
        text,
        functions.lit(
            "' is no %s of %s".formatted(read.format(), read.record().getSimpleName())));
  }
}
