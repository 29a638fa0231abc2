package dev.sluice.testkit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnippetsTest {
  private static final String PRELUDE =
      """
      import java.util.List;

      class Example {
        record Person(String name) {}

        int example(List<String> names) {
          // snippet
          return 0;
        }
      }
      """;

  @Test
  void reportsEachSnippetByItself() {
    CompiledSnippets snippets =
        Snippets.in(PRELUDE)
            .add("right", "names.add(\"Ada\");")
            .add("wrong type", "names.add(\"Ada\");\nint length = names.get(0);")
            .add("unknown method", "names.push(\"Ada\");")
            .compile();

    snippets.assertThat("right").compiles();
    snippets
        .assertThat("wrong type")
        .doesNotCompile("incompatible types: String cannot be converted to int")
        .atLine(2)
        .withEclipseMessageStarting("Type mismatch: cannot convert from String to int");
    snippets.assertThat("unknown method").doesNotCompile("cannot find symbol").atLine(1);
  }

  @Test
  void findsTypeErrorsBesideASnippetThatDoesNotEvenParse() {
    CompiledSnippets snippets =
        Snippets.in(PRELUDE)
            .add("does not parse", "names.add(;")
            .add("wrong type", "int length = names.get(0);")
            .add("right", "names.clear();")
            .compile();

    snippets.assertThat("does not parse").doesNotCompile("illegal start of expression").atLine(1);
    snippets.assertThat("wrong type").doesNotCompile("incompatible types").atLine(1);
    snippets.assertThat("right").compiles();
  }

  @Test
  void findsMissingAssignmentsBesideTypeErrors() {
    CompiledSnippets snippets =
        Snippets.in(PRELUDE)
            .add("wrong type", "int length = names.get(0);")
            .add("unassigned", "int length;\nnames.remove(length);")
            .compile();

    snippets
        .assertThat("unassigned")
        .doesNotCompile("variable length might")
        .atLine(2)
        .withMessageContaining("might not have been initialized");
  }

  @Test
  void reportsMoreErrorsThanACompilerShowsToPeople() {
    Snippets many =
        IntStream.range(0, 150)
            .boxed()
            .reduce(
                Snippets.in(PRELUDE),
                (snippets, i) -> snippets.add("case " + i, "int n" + i + " = names;"),
                (left, right) -> right);

    CompiledSnippets compiled = many.compile();

    assertThat(compiled.names()).hasSize(150);
    assertThat(compiled.names())
        .allSatisfy(
            name -> compiled.assertThat(name).doesNotCompile("incompatible types").atLine(1));
  }

  @Test
  void refusesAPreludeThatDoesNotCompileByItself() {
    Snippets broken = Snippets.in("class Example {\n  Unknown field;\n  // snippet\n}\n");

    assertThatThrownBy(() -> broken.add("any", "int a;").compile())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The prelude does not compile by itself")
        .hasMessageContaining("   2 |   Unknown field;")
        .hasMessageContaining("javac, line 2: cannot find symbol");
  }

  @Test
  void refusesAPreludeWithoutAMarker() {
    assertThatThrownBy(() -> Snippets.in("class Example {}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one line \"// snippet\", but it has 0");
  }

  @Test
  void refusesAPreludeWithAPackage() {
    assertThatThrownBy(() -> Snippets.in("package shop;\nclass Example {\n// snippet\n}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not declare a package");
  }

  @Test
  void refusesASecondSnippetOfTheSameName() {
    Snippets one = Snippets.in(PRELUDE).add("case", "names.clear();");

    assertThatThrownBy(() -> one.add("case", "names.clear();"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"case\"");
  }

  @Test
  void refusesAnAssertionAboutASnippetThatWasNotAdded() {
    CompiledSnippets none = Snippets.in(PRELUDE).on(Compiler.ECLIPSE).compile();

    assertThatThrownBy(() -> none.assertThat("case"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No snippet is named \"case\"");
  }

  @Test
  void asksOnlyTheChosenCompiler() {
    CompiledSnippets javac =
        Snippets.in(PRELUDE).on(Compiler.JAVAC).add("wrong", "names.add(1);").compile();

    assertThatThrownBy(() -> javac.assertThat("wrong").compiles())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("javac, line 1: ")
        .hasMessageNotContaining("ecj");
  }
}
