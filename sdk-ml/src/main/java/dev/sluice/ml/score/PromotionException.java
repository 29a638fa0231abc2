package dev.sluice.ml.score;

import java.util.List;

/** A candidate did not take the place of the model that is in use; that is as it was. */
public final class PromotionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  PromotionException(String file, String candidate, List<String> problems) {
    super(
        "%s stays as it is, for candidate '%s' does not take its place:%n  - %s"
            .formatted(
                file, candidate, String.join(System.lineSeparator() + "  - ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** What speaks against the candidate, a sentence each. */
  public List<String> problems() {
    return problems;
  }
}
