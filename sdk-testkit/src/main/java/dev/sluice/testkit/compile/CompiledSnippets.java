package dev.sluice.testkit.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
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
    Outcome outcome = outcomes.get(name);
    if (outcome == null) {
      throw new IllegalArgumentException("No snippet is named \"" + name + "\": " + names());
    }
    return new SourceAssert(outcome);
  }
}
