package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoldenFolderTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path RESOURCES = MODULE.resolve("src/test/resources");

  private static final GoldenFolder WITHOUT_SOURCES =
      new GoldenFolder(Optional.empty(), "ShopTest");

  @Test
  void theFolderIsThatOfTheClassThatCalls() {
    assertThat(GoldenFolder.ofCaller())
        .isEqualTo(new GoldenFolder(Optional.of(MODULE), "GoldenFolderTest"));
  }

  @Test
  void aLambdaAndAClassInTheTestAreInTheSameFolder() {
    class Helper {
      GoldenFolder folder() {
        return GoldenFolder.ofCaller();
      }
    }
    List<GoldenFolder> folders = Stream.of("").map(any -> GoldenFolder.ofCaller()).toList();
    assertThat(folders).containsExactly(new Helper().folder());
    assertThat(folders.get(0).test()).isEqualTo("GoldenFolderTest");
  }

  @Test
  void aFileIsInTheFolderOfItsClass() {
    GoldenFile file = GoldenFolder.ofCaller().file("plans/shop.txt");
    assertThat(file.path()).isEqualTo(RESOURCES.resolve("golden/GoldenFolderTest/plans/shop.txt"));
    assertThat(file).hasToString("src/test/resources/golden/GoldenFolderTest/plans/shop.txt");
  }

  @Test
  void withoutSourcesAFileIsReadFromTheClassPath() {
    GoldenFile license = WITHOUT_SOURCES.file(RESOURCES.resolve("META-INF/LICENSE"));
    assertThat(license.path()).doesNotExist();
    assertThat(license.read().orElseThrow().toString()).contains("Apache License");
    assertThat(WITHOUT_SOURCES.file("no.txt").read()).isEmpty();
  }

  @Test
  void withSourcesTheClassPathIsNotAsked() {
    GoldenFile license = GoldenFolder.ofCaller().file(RESOURCES.resolve("META-INF/LICENSE"));
    assertThat(license.read()).isEmpty();
  }

  @Test
  void anUnknownClassNeedsAPath() {
    GoldenFolder unknown = new GoldenFolder(Optional.of(MODULE), "");
    assertThatThrownBy(() -> unknown.file("plan.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "it is not known which test class asks for the golden file 'plan.txt': give a path, as"
                + " in matchesGolden(Path.of(\"src/test/resources/golden/plan.txt\")), of rows,"
                + " reports and schemas after asText()");
    assertThat(unknown.file(Path.of("plan.txt")).path()).isEqualTo(MODULE.resolve("plan.txt"));
  }
}
