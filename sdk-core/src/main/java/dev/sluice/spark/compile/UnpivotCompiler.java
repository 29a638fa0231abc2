package dev.sluice.spark.compile;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.verb.Unpivot;
import dev.sluice.spark.rows.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Unpivots beside the columns that something is made of. */
final class UnpivotCompiler implements VerbCompiler<Unpivot> {

  @Override
  public Dataset<Row> compile(Unpivot unpivot, VerbInputs in) {
    Column[] kept =
        unpivot.outputs().stream()
            .flatMap(output -> output.value().tree())
            .filter(Field.class::isInstance)
            .map(field -> ((Field) field).accessor())
            .distinct()
            .map(accessor -> in.column(new Field(accessor, 0, CallSite.unknown())))
            .toArray(Column[]::new);
    Column[] columns = in.compiler().columns(unpivot.columns()).toArray(Column[]::new);
    String name = unpivot.variables().get(0).column();
    String value = unpivot.variables().get(1).column();
    Dataset<Row> rows = in.rows().unpivot(kept, columns, name, value);
    return (unpivot.keepsNulls() ? rows : rows.filter(Columns.named(value).isNotNull()))
        .select(in.columns(unpivot.outputs()));
  }
}
