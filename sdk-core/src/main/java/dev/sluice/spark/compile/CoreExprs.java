package dev.sluice.spark.compile;

import dev.sluice.plan.Fn;
import dev.sluice.plan.RecordText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the core itself has beyond Spark's functions and the kinds of {@link ExprCompiler}. */
final class CoreExprs implements ExprModule {

  @Override
  public Map<Fn, Lowering> functions() {
    Map<Fn, Lowering> all = new HashMap<>(ValueLowerings.ALL);
    all.putAll(AggregateLowerings.ALL);
    all.putAll(TimeLowerings.ALL);
    all.putAll(ElementLowerings.ALL);
    all.putAll(RecordTextLowerings.ALL);
    all.putAll(ClockLowerings.ALL);
    all.putAll(WrittenTimeLowerings.ALL);
    return all;
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            RequiredColumns.Kept.class, (kept, inner) -> kept.column(inner.apply(kept.value()))),
        new Kind<>(
            RecordText.class, (read, inner) -> RecordTexts.column(read, inner.apply(read.of()))));
  }
}
