package dev.sluice.testkit.compile;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Assertions about the errors of a source that does not compile.
 *
 * <p>Each one keeps only the errors it describes for those that follow, so {@code
 * doesNotCompile("incompatible types").atLine(2)} asks for one error that is both.
 */
public final class CompileErrorAssert {
  private final Outcome outcome;
  private final List<CompileError> errors;

  CompileErrorAssert(Outcome outcome, List<CompileError> errors) {
    this.outcome = outcome;
    this.errors = errors;
  }

  /**
   * Asserts that every compiler reports an error at this line.
   *
   * @param line line of the source or snippet, from 1
   * @return assertions about the errors at that line
   */
  public CompileErrorAssert atLine(int line) {
    return matching(
        outcome.errors().keySet(), error -> error.line() == line, "an error at line " + line);
  }

  /**
   * Asserts that javac's message starts with a text. Eclipse words its messages differently, see
   * {@link #withEclipseMessageStarting}.
   *
   * @param start first words of the message, for example {@code "incompatible types"}
   * @return assertions about the errors with such a message
   * @throws IllegalArgumentException if the text is blank, which is true of any message
   */
  public CompileErrorAssert withMessageStarting(String start) {
    requireText(start);
    return matching(
        Set.of(Compiler.JAVAC),
        error -> error.message().startsWith(start),
        "a message that starts with \"" + start + "\"");
  }

  /**
   * Asserts that javac's message contains a text, for example the two types that do not agree.
   *
   * @param part words anywhere in the message
   * @return assertions about the errors with such a message
   * @throws IllegalArgumentException if the text is blank, which is true of any message
   */
  public CompileErrorAssert withMessageContaining(String part) {
    requireText(part);
    return matching(
        Set.of(Compiler.JAVAC),
        error -> error.message().contains(part),
        "a message that contains \"" + part + "\"");
  }

  /**
   * Asserts that the Eclipse compiler's message starts with a text.
   *
   * @param start first words of the message
   * @return assertions about the errors with such a message
   * @throws IllegalArgumentException if the text is blank, which is true of any message
   */
  public CompileErrorAssert withEclipseMessageStarting(String start) {
    requireText(start);
    return matching(
        Set.of(Compiler.ECLIPSE),
        error -> error.message().startsWith(start),
        "a message that starts with \"" + start + "\"");
  }

  /**
   * Asserts that the source has no other error than the one described: each compiler reports one.
   *
   * @return the same
   */
  public CompileErrorAssert isTheOnlyError() {
    outcome
        .errors()
        .forEach(
            (compiler, reported) -> {
              if (reported.size() != 1) {
                throw outcome.failure(
                    "Expected one error from %s, but there are %d:"
                        .formatted(compiler, reported.size()));
              }
            });
    return this;
  }

  static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("every message has a blank text: give some words of it");
    }
  }

  private CompileErrorAssert matching(
      Set<Compiler> compilers, Predicate<CompileError> wanted, String description) {
    for (Compiler compiler : compilers) {
      if (errors.stream().noneMatch(e -> e.compiler() == compiler && wanted.test(e))) {
        throw outcome.failure(
            "Expected " + description + " from " + compiler + ", but there is none:");
      }
    }
    return new CompileErrorAssert(
        outcome,
        errors.stream().filter(e -> !compilers.contains(e.compiler()) || wanted.test(e)).toList());
  }
}
