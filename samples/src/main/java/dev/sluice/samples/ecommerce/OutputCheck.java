package dev.sluice.samples.ecommerce;

import dev.sluice.RunReport;
import dev.sluice.SinkReport;
import java.util.List;

/** Looks, after the run, whether every output that must not be empty has rows. */
final class OutputCheck {

  private OutputCheck() {}

  /** The names of the outputs without rows, or not known to have any; rejected rows may be none. */
  static List<String> empty(RunReport report) {
    return report.sinks().stream()
        .filter(sink -> !sink.name().equals("quarantine"))
        .filter(sink -> sink.rows().orElse(0) == 0)
        .map(SinkReport::name)
        .toList();
  }
}
