package dev.sluice.samples.bench;

/** What contenders are compared by, and how it is measured. */
public enum Cost {
  /** Wall-clock seconds of this process. */
  SECONDS {
    @Override
    double of(Measurement measurement) {
      return measurement.seconds();
    }

    @Override
    String unit() {
      return " s";
    }

    @Override
    Meter meter() {
      return Meter.ofThisProcess();
    }
  },

  /** Processor seconds of the processes that a task starts and waits for. */
  CPU_OF_PROCESSES {
    @Override
    double of(Measurement measurement) {
      return measurement.cpuSeconds();
    }

    @Override
    String unit() {
      return " s CPU";
    }

    @Override
    Meter meter() {
      return new ProcessMeter();
    }
  };

  abstract double of(Measurement measurement);

  abstract String unit();

  abstract Meter meter();
}
