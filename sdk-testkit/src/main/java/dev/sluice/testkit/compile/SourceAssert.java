package dev.sluice.testkit.compile;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be asserted about a source. */
public final class SourceAssert {
  private final Outcome outcome;

  SourceAssert(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Asserts that every compiler accepts the source. Warnings do not matter.
   *
   * @throws AssertionError with the source and all errors, if one does not
   */
  public void compiles() {
    if (!outcome.errors().values().stream().allMatch(List::isEmpty)) {
      throw outcome.failure("Expected the source to compile, but it does not:");
    }
  }

  /**
   * Asserts that every compiler refuses the source, and that javac does so with this message. A
   * source is also refused for a typo or a missing import, so refusal alone would show nothing.
   *
   * @param javac the first words of one of javac's messages, such as {@code "incompatible types"}
   * @return assertions about the errors with such a message, and Eclipse's
   * @throws AssertionError with the source, if one accepts it, or javac says something else
   * @throws IllegalArgumentException if the text is blank
   */
  public CompileErrorAssert doesNotCompile(String javac) {
    CompileErrorAssert.requireText(javac);
    String accepting =
        outcome.errors().entrySet().stream()
            .filter(reported -> reported.getValue().isEmpty())
            .map(reported -> reported.getKey().toString())
            .collect(Collectors.joining(" and "));
    if (!accepting.isEmpty()) {
      throw outcome.failure(
          "Expected the source not to compile, but it does, on " + accepting + ":");
    }
    return new CompileErrorAssert(
        outcome, outcome.errors().values().stream().flatMap(Collection::stream).toList())
        .withMessageStarting(javac);
  }
}
