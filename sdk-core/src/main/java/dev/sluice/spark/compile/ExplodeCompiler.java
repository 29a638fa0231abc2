package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.Variable.Role;
import dev.sluice.plan.verb.Explode;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Explodes a list or map beside all columns, of which Spark keeps those that something is made of.
 * An element that is NULL makes a row only where one without an element does.
 */
final class ExplodeCompiler implements VerbCompiler<Explode> {

  @Override
  public Dataset<Row> compile(Explode explode, VerbInputs in) {
    Column parts = generator(explode, in.column(explode.list()));
    String[] names =
        explode.variables().stream().map(Variable::column).toArray(String[]::new);
    Dataset<Row> exploded =
        in.rows()
            .select(functions.col("*"), names.length == 1 ? parts.as(names[0]) : parts.as(names));
    return withElements(explode, exploded).select(in.columns(explode.outputs()));
  }

  private static Column generator(Explode explode, Column list) {
    if (has(explode.variables(), Role.POSITION)) {
      return explode.keepsEmpty() ? functions.posexplode_outer(list) : functions.posexplode(list);
    }
    return explode.keepsEmpty() ? functions.explode_outer(list) : functions.explode(list);
  }

  private static Dataset<Row> withElements(Explode explode, Dataset<Row> rows) {
    if (explode.keepsEmpty() || !has(explode.variables(), Role.ELEMENT)) {
      return rows;
    }
    Variable element = explode.variables().get(explode.variables().size() - 1);
    return rows.filter(Columns.named(element.column()).isNotNull());
  }

  private static boolean has(List<Variable> variables, Role role) {
    return variables.stream().anyMatch(variable -> variable.role() == role);
  }
}
