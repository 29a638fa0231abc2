package dev.sluice.stripes;

import dev.sluice.plan.PlanRule;
import dev.sluice.plan.SluiceModule;
import dev.sluice.spark.compile.ExprModule;
import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.spark.run.ReportPart;
import dev.sluice.spark.run.WorldRule;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A module that knows nothing of the core but what modules may: a verb with its compiler, a kind of
 * expression, a rule, a check of the world, a part of the report, and a connector.
 */
public final class StripesModule implements SluiceModule {

  static final String FORBIDDEN = "spark.stripes.forbidden";

  @Override
  public List<Part> parts() {
    PlanRule rule =
        (plan, mode) -> plan.stages().stream()
            .flatMap(
                stage -> stage.verb(Stripe.class).stream()
                    .filter(stripe -> stripe.width() < 2)
                    .map(stripe -> stage.problem("a stripe of less than 2 takes every row")))
            .toList();
    WorldRule world =
        (plan, spark) -> Boolean.parseBoolean(spark.conf().get(FORBIDDEN, "false"))
            ? plan.stages().stream()
                .filter(stage -> stage.is(Stripe.class))
                .map(stage -> stage.problem("this session forbids stripes"))
                .toList()
            : List.of();
    ReportPart report =
        (plan, done) -> plan.stages().stream()
            .filter(stage -> stage.is(Stripe.class))
            .map(stage -> "Stage %s took a stripe.".formatted(stage.name()))
            .toList();
    return List.of(rule, world, report, new Mirrors(),
        new VerbCompiler.Of<>(Stripe.class, Stripe::compile));
  }

  /** The kind of expression. */
  private static final class Mirrors implements ExprModule {
    @Override
    public List<Kind<?>> kinds() {
      return List.of(
          new Kind<>(
              Mirrored.class,
              (mirrored, inner) -> {
                Column text = inner.apply(mirrored.of());
                return functions.concat(text, functions.reverse(text));
              }));
    }
  }
}
