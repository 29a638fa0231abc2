package dev.sluice.ml.recommend;

import dev.sluice.Dsl;
import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Rows;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The record of rows of user, place, item and score.
 *
 * @param type which
 * @param <R> the same
 */
record TopRow<R extends Record>(Class<R> type) {

  /** That of a constructor, if it is the canonical one. */
  static <U, I, R extends Record> TopRow<R> of(
      Rows.Constructor4<U, Integer, I, Double, R> constructor) {
    CallSite site = CallSite.here();
    ExprNode some = new ExprNode.Field("some", 0, site);
    Projection<Object, R> row =
        Dsl.row(constructor)
            .of(NodeExpr.of(some), NodeExpr.of(some), NodeExpr.of(some), NodeExpr.of(some));
    for (ExprNode value : row.values()) {
      if (value instanceof ExprNode.Invalid invalid) {
        throw new IllegalArgumentException("%s (%s)".formatted(invalid.problem(), site));
      }
    }
    @SuppressWarnings("unchecked") // the constructor's own record
    Class<R> type = (Class<R>) row.record();
    RecordType.of(type).requireValid();
    return new TopRow<>(type);
  }

  StructType schema() {
    return RecordSchemas.of(RecordType.of(type));
  }

  /** The rows of one user. */
  static List<Row> rows(Object user, Latent latent, TopItems top) {
    List<Row> rows = new ArrayList<>(top.size());
    for (int place = 0; place < top.size(); place++) {
      rows.add(
          RowFactory.create(
              user,
              place + 1,
              latent.items().ids().at(top.item(place)),
              top.score(place)));
    }
    return rows;
  }
}
