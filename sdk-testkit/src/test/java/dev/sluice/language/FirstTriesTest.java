package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.language.FirstTries.Accepted;
import dev.sluice.language.FirstTries.Refused;
import dev.sluice.testkit.compile.CompiledSnippets;
import dev.sluice.testkit.compile.Snippets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** First tries compile, or the guide has what to write; {@code -Dsluice.docs.update=true} writes its page anew. */
class FirstTriesTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .getParent()
          .resolve("docs/guide/first-tries.md");

  private static final String INSTEAD = ", instead";

  @TestFactory
  Stream<DynamicTest> compileOrHaveAnotherWay() {
    Snippets snippets = Snippets.in(FirstTries.SOURCE);
    for (Accepted tried : FirstTries.accepted()) {
      snippets = snippets.add(tried.about(), tried.code());
    }
    for (Refused tried : FirstTries.refused()) {
      snippets =
          snippets.add(tried.code(), tried.code()).add(tried.code() + INSTEAD, tried.instead());
    }
    CompiledSnippets compiled = snippets.compile();
    return Stream.concat(
        FirstTries.accepted().stream()
            .map(
                tried -> DynamicTest.dynamicTest(
                    tried.about(), () -> compiled.assertThat(tried.about()).compiles())),
        FirstTries.refused().stream()
            .map(
                tried -> DynamicTest.dynamicTest(
                    tried.code(),
                    () -> {
                      compiled.assertThat(tried.code()).doesNotCompile(tried.javac());
                      compiled.assertThat(tried.code() + INSTEAD).compiles();
                    })));
  }

  @Test
  void areAPageOfTheGuide() throws IOException {
    if (Boolean.getBoolean("sluice.docs.update")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }

  private static String page() {
    return """
        # First tries

        What somebody who knows SQL and Spark writes first, on the tables of TPC-H, and what to write where javac refuses it. A test compiles every line with
        javac and the Eclipse compiler.

        ```text
        %s```

        ## What to write instead

        | | tried | javac says | write |
        | --- | --- | --- | --- |
        %s
        There is no `cache()`: a stage that several sinks need, and that costs more than reading, is computed once in a run ([running](running.md)).

        ## What compiles
        %s"""
        .formatted(
            FirstTries.RECORDS,
            FirstTries.refused().stream()
                .map(
                    tried -> "| %s | %s | `%s` | %s |\n"
                        .formatted(
                            tried.what(),
                            line(tried.code()),
                            tried.javac(),
                            line(tried.instead())))
                .collect(Collectors.joining()),
            FirstTries.accepted().stream()
                .map(
                    tried -> "\n%s:\n\n```text\n%s```\n"
                        .formatted(capitalized(tried.about()), tried.code()))
                .collect(Collectors.joining()));
  }

  private static String line(String code) {
    return "`" + code.lines().map(String::strip).collect(Collectors.joining(" ")) + "`";
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
