package dev.sluice.ml.train;

import java.util.List;

/** A model cannot be trained of these rows, for reasons that only the rows show; the message says what to do. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingException(String model, List<String> problems) {
    super(
        "model '%s' cannot be trained:%n  - %s"
            .formatted(model, String.join(System.lineSeparator() + "  - ", problems)));
  }
}
