package dev.sluice.testkit.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the compilers said about each of many snippets. */
public final class CompiledSnippets {
  private final Map<String, Outcome> outcomes;

  CompiledSnippets(Map<String, Outcome> outcomes) {
    this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** The snippets' names in the order they were added. */
  public Set<String> names() {
    return outcomes.keySet();
  }

  /**
   * Begins an assertion about one snippet.
   *
   * @param name the name it was added by
   * @throws IllegalArgumentException if there is no such snippet
   */
  public SourceAssert assertThat(String name) {
    return new SourceAssert(outcome(name));
  }

  /**
   * What a compiler reported about one snippet, for documentation that quotes it.
   *
   * @param name the name it was added by
   * @param compiler one of those that compiled it
   * @return the errors in the compiler's order; empty if it accepts the snippet
   * @throws IllegalArgumentException if there is no such snippet, or another compiler was meant
   */
  public List<CompileError> errors(String name, Compiler compiler) {
    List<CompileError> errors = outcome(name).errors().get(compiler);
    if (errors == null) {
      throw new IllegalArgumentException(
          compiler + " did not compile \"" + name + "\": see Snippets.on");
    }
    return errors;
  }

  private Outcome outcome(String name) {
    Outcome outcome = outcomes.get(name);
    if (outcome == null) {
      throw new IllegalArgumentException("No snippet is named \"" + name + "\": " + names());
    }
    return outcome;
  }
}
