package dev.sluice.testkit.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Many short pieces of code that are compiled together, each within its own copy of a shared
 * prelude.
 *
 * <pre>{@code
 * CompiledSnippets snippets =
 *     Snippets.in(
 *             """
 *             import java.util.List;
 *
 *             class Example {
 *               void example(List<String> names) {
 *                 // snippet
 *               }
 *             }
 *             """)
 *         .add("adds a name", "names.add(\"Ada\");")
 *         .add("refuses a number", "names.add(1);")
 *         .compile();
 *
 * snippets.assertThat("adds a name").compiles();
 * snippets.assertThat("refuses a number").doesNotCompile("incompatible types").atLine(1);
 * }</pre>
 *
 * <p>All snippets go through a compiler in one call. Lines are counted from the snippet's first.
 * This is an immutable value: every method gives a new one.
 */
public final class Snippets {
  private static final String MARKER = "// snippet";

  private final String before;
  private final String after;
  private final Map<String, String> snippets;
  private final Set<Compiler> compilers;

  private Snippets(
      String before, String after, Map<String, String> snippets, Set<Compiler> compilers) {
    this.before = before;
    this.after = after;
    this.snippets = Collections.unmodifiableMap(new LinkedHashMap<>(snippets));
    this.compilers = Set.copyOf(compilers);
  }

  /**
   * Sets the prelude: a source file without a {@code package} declaration and with one line {@code
   * // snippet}, where statements (or members) may stand.
   *
   * @throws IllegalArgumentException if the prelude declares a package or does not have exactly one
   *     such line
   */
  public static Snippets in(String prelude) {
    List<String> lines = prelude.lines().toList();
    List<Integer> markers = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).strip().equals(MARKER)) {
        markers.add(line);
      }
      if (lines.get(line).stripLeading().startsWith("package ")) {
        throw new IllegalArgumentException(
            "The prelude must not declare a package: each snippet gets one of its own");
      }
    }
    if (markers.size() != 1) {
      throw new IllegalArgumentException(
          "The prelude must have one line \"" + MARKER + "\", but it has " + markers.size());
    }
    int marker = markers.get(0);
    return new Snippets(
        String.join("\n", lines.subList(0, marker)),
        String.join("\n", lines.subList(marker + 1, lines.size())),
        Map.of(),
        EnumSet.allOf(Compiler.class));
  }

  /**
   * Adds a snippet.
   *
   * @param name what to ask for it by
   * @param code one or more lines that take the place of the prelude's marker
   * @throws IllegalArgumentException if the name is taken
   */
  public Snippets add(String name, String code) {
    Objects.requireNonNull(code, "code");
    Map<String, String> more = new LinkedHashMap<>(snippets);
    if (more.put(name, code) != null) {
      throw new IllegalArgumentException("Two snippets are named \"" + name + "\"");
    }
    return new Snippets(before, after, more, compilers);
  }

  /**
   * Limits the compilers; both unless set.
   *
   * @param first a compiler
   * @param others further ones
   */
  public Snippets on(Compiler first, Compiler... others) {
    return new Snippets(before, after, snippets, EnumSet.of(first, others));
  }

  /**
   * Compiles all snippets.
   *
   * @throws IllegalStateException if the prelude itself does not compile: then no refusal would
   *     mean anything
   */
  public CompiledSnippets compile() {
    List<CompilationUnit> units = new ArrayList<>();
    units.add(unit(0, ""));
    snippets.values().forEach(code -> units.add(unit(units.size(), code)));
    List<Outcome> outcomes = Outcome.of(units, compilers);
    if (!outcomes.get(0).errors().values().stream().allMatch(List::isEmpty)) {
      throw new IllegalStateException(
          outcomes.get(0).failure("The prelude does not compile by itself:").getMessage());
    }
    Map<String, Outcome> byName = new LinkedHashMap<>();
    snippets.keySet().forEach(name -> byName.put(name, outcomes.get(byName.size() + 1)));
    return new CompiledSnippets(byName);
  }

  /** The empty snippet shows the whole prelude, any other one only itself. */
  private CompilationUnit unit(int number, String code) {
    String head = "package snippet" + number + ";\n" + before + "\n";
    int linesBefore = code.isEmpty() ? 1 : (int) head.lines().count();
    String shown = code.isEmpty() ? before + "\n\n" + after : code;
    return CompilationUnit.of(head + code + "\n" + after + "\n", shown, linesBefore);
  }
}
