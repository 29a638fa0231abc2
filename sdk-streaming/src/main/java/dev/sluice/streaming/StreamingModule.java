package dev.sluice.streaming;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SluiceModule;
import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.streaming.rule.StreamRules;
import dev.sluice.streaming.state.KeyedCompiler;
import dev.sluice.streaming.state.KeyedRows;
import dev.sluice.streaming.state.LatestRow;
import java.util.List;
import java.util.Set;

/** What streams add to the core. */
@Internal
public final class StreamingModule implements SluiceModule {

  /** Called by {@link java.util.ServiceLoader}. */
  public StreamingModule() {}

  @Override
  public List<Part> parts() {
    return List.of(
        new StreamRules(),
        new VerbCompiler.Of<>(KeyedRows.class, new KeyedCompiler()),
        new VerbCompiler.Of<>(LatestRow.class, LatestRow::compile));
  }

  @Override
  public Set<String> packages() {
    String here = StreamingModule.class.getPackageName();
    return Set.of(
        here,
        here + ".bridge",
        here + ".checkpoint",
        here + ".plan",
        here + ".query",
        here + ".rule",
        here + ".run",
        here + ".state");
  }
}
