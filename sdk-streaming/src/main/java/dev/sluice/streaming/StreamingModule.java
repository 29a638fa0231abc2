package dev.sluice.streaming;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SluiceModule;
import dev.sluice.streaming.plan.TimeRules;
import java.util.List;
import java.util.Set;

/** What streams add to the core. */
@Internal
public final class StreamingModule implements SluiceModule {

  /** Called by {@link java.util.ServiceLoader}. */
  public StreamingModule() {}

  @Override
  public List<Part> parts() {
    return List.of(new TimeRules());
  }

  @Override
  public Set<String> packages() {
    String here = StreamingModule.class.getPackageName();
    return Set.of(here, here + ".plan", here + ".query", here + ".run", here + ".bridge");
  }
}
