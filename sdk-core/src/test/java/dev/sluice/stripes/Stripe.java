package dev.sluice.stripes;

import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.spark.compile.VerbInputs;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows whose number is a multiple. */
record Stripe(ExprNode number, int width) implements Verb {

  static <T extends Record> Stage<T> of(Stage<T> stage, IntExpr<T> number, int width) {
    return stage.then(new Stripe(number.node(), width), stage.type());
  }

  @Override
  public String name() {
    return "stripe";
  }

  @Override
  public String detail() {
    return " of " + width;
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.FILTER.of(number));
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }

  static Dataset<Row> compile(Stripe stripe, VerbInputs in) {
    return in.rows().filter(in.column(stripe.number()).mod(stripe.width()).equalTo(0));
  }
}
