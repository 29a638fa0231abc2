package dev.sluice.testkit;

import dev.sluice.spark.compile.ExprModule;
import java.util.List;

/** The kinds of expression that tests compare rows with. */
final class TestkitExprs implements ExprModule {

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            ComparableValue.class,
            (comparable, inner) -> ComparableColumn.of(
                inner.apply(comparable.value()), comparable.valueType())));
  }
}
