package dev.sluice.spark.compile;

import dev.sluice.connect.Source;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.quality.Rejected;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
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

  static Column[] columns(Compilation compilation, PlanNode stage, Column reasons, Column row) {
    return new Column[]{
        functions.lit(compilation.pipeline()).as("pipeline"),
        functions.lit(stage.name()).as("stage"),
        functions.lit(sources(stage)).as("source"),
        reasons.as("reasons"),
        row.as("row"),
        compilation.now().as("at"),
        functions.lit(null).cast("string").as("file"),
        functions.lit(null).cast("long").as("line"),
        functions.lit(null).cast("long").as("offset")
    };
  }

  /** The same with what the rows say in their {@link Source#ORIGIN}, if they have one. */
  static Column[] withOrigin(Column[] columns, StructType rows) {
    Column[] all = columns.clone();
    if (List.of(rows.fieldNames()).contains(Source.ORIGIN)) {
      List<String> known =
          List.of(((StructType) rows.apply(Source.ORIGIN).dataType()).fieldNames());
      List<String> places = List.of("file", "line", "offset");
      for (int i = 0; i < places.size(); i++) {
        if (known.contains(places.get(i))) {
          all[all.length - places.size() + i] =
              functions.col(Source.ORIGIN).getField(places.get(i)).as(places.get(i));
        }
      }
    }
    return all;
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
