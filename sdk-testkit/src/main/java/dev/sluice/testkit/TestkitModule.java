package dev.sluice.testkit;

import dev.sluice.plan.SluiceModule;
import java.util.List;

/** For the library's own use: what the testkit adds to the core. */
public final class TestkitModule implements SluiceModule {

  @Override
  public List<Part> parts() {
    return List.of(new TestkitExprs());
  }
}
