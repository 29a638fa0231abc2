package dev.sluice.samples.live;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import dev.sluice.expr.StrExpr;
import dev.sluice.samples.live.model.Behaviour;

/** Events of web sites, put into one form. */
final class BehaviourEvents {

  private BehaviourEvents() {}

  /** The city in lower case, and the event as a word. */
  static Stage<Behaviour> recoded(Stage<Behaviour> events) {
    return events.enrich(
        Behaviour.class,
        set(Behaviour::city).to(col(Behaviour::city).lower()),
        set(Behaviour::event).to(word(col(Behaviour::event))));
  }

  private static StrExpr<Behaviour> word(StrExpr<Behaviour> code) {
    return when(code.eq("1")).then("visit")
        .when(code.eq("2")).then("search")
        .when(code.eq("3")).then("order")
        .otherwise(code.lower());
  }
}
