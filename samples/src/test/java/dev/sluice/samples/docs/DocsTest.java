package dev.sluice.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All Java in the pages at the root (README.md) and below docs/ is a copy of code that the build
 * compiles. {@code -Dsluice.docs.update=true} makes the copies anew.
 */
class DocsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

  @TestFactory
  Stream<DynamicTest> showsOnlyCompiledCode() throws IOException {
    return pages().stream()
        .map(
            file -> DynamicTest.dynamicTest(
                ROOT.relativize(file).toString(),
                () -> assertThat(check(new Page(ROOT, file)))
                    .as(
                        "copy the code with: ./mvnw -pl samples -am test -Dtest=DocsTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dsluice.docs.update=true")
                    .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> linksOnlyToWhatExists() throws IOException {
    return pages().stream()
        .map(
            file -> DynamicTest.dynamicTest(
                ROOT.relativize(file).toString(),
                () -> assertThat(new Page(ROOT, file).brokenLinks()).isEmpty()));
  }

  private static List<String> check(Page page) throws IOException {
    return Boolean.getBoolean("sluice.docs.update") ? page.update() : page.problems();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT)) {
      files.filter(DocsTest::isMarkdown).sorted().forEach(pages::add);
    }
    Path docs = ROOT.resolve("docs");
    if (Files.isDirectory(docs)) {
      try (Stream<Path> files = Files.walk(docs)) {
        files.filter(DocsTest::isMarkdown).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }
}
