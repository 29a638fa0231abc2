package dev.sluice.language;

import dev.sluice.testkit.compile.CompiledSnippets;
import dev.sluice.testkit.compile.Snippets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All mistakes by subject, and what the compilers said about them: asked once. */
final class Refusals {
  private static final Map<String, List<Refusal>> BY_SUBJECT = bySubject();
  private static final CompiledSnippets COMPILED = compile();

  private Refusals() {}

  /** Subjects in the order of the guide, each with its mistakes. */
  static Map<String, List<Refusal>> all() {
    return BY_SUBJECT;
  }

  static CompiledSnippets compiled() {
    return COMPILED;
  }

  private static Map<String, List<Refusal>> bySubject() {
    Map<String, List<Refusal>> subjects = new LinkedHashMap<>();
    subjects.put("Columns", ColumnRefusals.all());
    subjects.put("Values", ValueRefusals.all());
    subjects.put("Conditions", ConditionRefusals.all());
    subjects.put("Rows", RowRefusals.all());
    subjects.put("Joins", JoinRefusals.all());
    subjects.put("Groups and windows", GroupRefusals.all());
    subjects.put("Cleaning, functions and sinks", CleaningRefusals.all());
    subjects.put("Messages", MessageRefusals.all());
    return Collections.unmodifiableMap(subjects);
  }

  private static CompiledSnippets compile() {
    Snippets snippets = Snippets.in(Prelude.SOURCE);
    for (List<Refusal> subject : BY_SUBJECT.values()) {
      for (Refusal refusal : subject) {
        snippets = snippets.add(refusal.title(), refusal.code());
      }
    }
    return snippets.compile();
  }
}
