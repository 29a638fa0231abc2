package dev.sluice.spark.compile;

import dev.sluice.connect.Source;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.quality.Rejected;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The columns of {@link Rejected}. */
public final class RejectedRows {

  private RejectedRows() {}

  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(List.of(), RecordSchemas.of(RecordType.of(Rejected.class)));
  }

  /** The columns of rows that broke rules: they may come from several, so they have no origin. */
  static Column[] columns(Compilation compilation, PlanNode stage, Column reasons, Column row) {
    Column nowhere = functions.lit(null);
    return columns(compilation, stage, reasons, row, place -> nowhere, nowhere);
  }

  /** The columns of rows that could not be parsed, with their origin if they have one. */
  static Column[] unreadable(
      Compilation compilation, PlanNode stage, Column reason, StructType rows) {
    Column text = functions.col(Source.MALFORMED);
    List<String> known =
        List.of(rows.fieldNames()).contains(Source.ORIGIN)
            ? List.of(((StructType) rows.apply(Source.ORIGIN).dataType()).fieldNames())
            : List.of();
    return columns(
        compilation,
        stage,
        functions.array(reason),
        text,
        place -> known.contains(place)
            ? functions.col(Source.ORIGIN).getField(place)
            : functions.lit(null),
        functions.when(functions.not(functions.is_valid_utf8(text)), text.cast("binary")));
  }

  private static Column[] columns(
      Compilation compilation,
      PlanNode stage,
      Column reasons,
      Column row,
      Function<String, Column> origin,
      Column bytes) {
    return new Column[]{
        functions.lit(compilation.pipeline()).as("pipeline"),
        functions.lit(stage.name()).as("stage"),
        functions.lit(sources(stage)).as("source"),
        reasons.as("reasons"),
        row.as("row"),
        compilation.now().as("at"),
        origin.apply("file").cast("string").as("file"),
        origin.apply("line").cast("long").as("line"),
        origin.apply("topic").cast("string").as("topic"),
        origin.apply("partition").cast("int").as("partition"),
        origin.apply("offset").cast("long").as("offset"),
        bytes.cast("binary").as("bytes"),
        origin.apply("timestamp").cast("timestamp").as("timestamp"),
        origin.apply("key").cast("binary").as("key")
    };
  }

  private static String sources(PlanNode stage) {
    return stage
        .upstream()
        .flatMap(before -> before.verb(Read.class).stream())
        .map(read -> read.source().description())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
