package dev.sluice.expr.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The families of overloads in {@code dev.sluice.expr} are what the tables here make of them. After
 * a change of a table, this writes them anew:
 *
 * <pre>
 * ./mvnw -pl sdk-core test -Dtest=FamiliesTest -Dsluice.golden.update=true
 * </pre>
 */
class FamiliesTest {
  private static final String UPDATE = "sluice.golden.update";
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", ""), "src/main/java").toAbsolutePath();

  private static List<JavaSource> sources() {
    return Stream.of(
        AccessorFamily.sources(),
        ColumnFamily.sources(),
        AggregateFamily.sources(),
        RowFamily.sources(),
        JoinFamily.sources(),
        OverFamily.sources(),
        ShiftFamily.sources(),
        ConstantFamily.sources(),
        LiteralFamily.sources())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> isWhatItsTableSays() {
    return sources().stream()
        .map(source -> DynamicTest.dynamicTest(source.name(), () -> check(source)));
  }

  @Test
  void knowsEveryFileThatSaysItIsMadeHere() throws IOException {
    try (Stream<Path> files =
        Stream.concat(
            Files.list(SOURCES.resolve("dev/sluice")),
            Files.list(SOURCES.resolve("dev/sluice/expr"))).filter(Files::isRegularFile)) {
      assertThat(files.filter(FamiliesTest::isGenerated).map(FamiliesTest::simpleName))
          .containsExactlyInAnyOrderElementsOf(sources().stream().map(JavaSource::name).toList());
    }
  }

  private static void check(JavaSource source) throws IOException {
    Path file =
        SOURCES.resolve(source.room().replace('.', '/')).resolve(source.name() + ".java");
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(file, source.text());
    }
    assertThat(file)
        .as("change the table, not the file, and write it anew with -D" + UPDATE + "=true")
        .content()
        .isEqualTo(source.text());
  }

  private static boolean isGenerated(Path file) {
    try {
      return Files.readString(file).startsWith(JavaSource.MADE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
