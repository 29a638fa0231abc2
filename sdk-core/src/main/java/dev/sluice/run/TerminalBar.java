package dev.sluice.run;

import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar of the library {@code me.tongfei:progressbar}, and the only place that uses it. */
final class TerminalBar implements ProgressBars.Bar {
  private static final int REFRESH_MILLIS = 250;

  private final ProgressBarBuilder builder;
  private ProgressBar bar;

  TerminalBar(String name, UnaryOperator<ProgressBarBuilder> settings) {
    // No estimate of the time left: tasks become known while the run goes on.
    this.builder =
        settings.apply(
            new ProgressBarBuilder()
                .setTaskName(name)
                .setUnit(" tasks", 1)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .hideEta());
  }

  @Override
  public void show(int done, int known) {
    if (bar == null) {
      bar = builder.setInitialMax(known).build();
    }
    bar.maxHint(known);
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
