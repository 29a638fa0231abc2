package dev.sluice.ml.recommend;

import dev.sluice.Scoring;
import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.NodeExpr;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;

/**
 * The best items for the user of each row.
 *
 * @param name the recommender's
 * @param latent what it has learned
 * @param user who
 * @param most how many items for each row
 * @param row the record of the rows that come out
 */
record TopScoring<T extends Record, U, R extends Record>(
    String name, Latent latent, Fields.Typed<T, U> user, int most, TopRow<R> row)
    implements Scoring<T, R> {

  @Override
  public Stage<R> score(String stage, Stage<T> rows) {
    ExprNode column = FieldReader.field(user);
    Recommend verb = new Recommend(name, latent, column, most, row.schema());
    if (!mayBeNull(rows, column)) {
      return rows.then(verb, row.type()).named(stage);
    }
    BoolExpr<T> known = NodeExpr.<T, U>of(column).isNotNull();
    return rows
        .clean(stage, rules -> rules.require("a user is there", known))
        .then(verb, row.type())
        .named(stage + " top");
  }

  private static boolean mayBeNull(Stage<?> rows, ExprNode column) {
    return column instanceof ExprNode.Field field
        && RecordType.of(rows.type())
            .component(field.accessor())
            .map(RecordComponentType::nullable)
            .orElse(false);
  }
}
