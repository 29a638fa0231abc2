package dev.sluice.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  @TempDir
  private Path root;

  @BeforeEach
  void writeSource() throws IOException {
    Files.writeString(
        root.resolve("X.java"),
        """
        class X {
          // #region method
          void x() {
            // #region inner
            int a = 1;
            // #endregion
          }
          // #endregion
          // #region open
        }
        """);
  }

  @Test
  void acceptsABlockThatEqualsItsRegionWithoutIndentation() throws IOException {
    assertThat(
        page("""
            <!-- snippet: X.java#method -->

            ```java
            void x() {
              int a = 1;
            }
            ```

            <!-- snippet: X.java#inner -->
            ```java
            int a = 1;
            ```
            """)
            .problems())
        .isEmpty();
  }

  @Test
  void leavesBlocksOfOtherLanguagesAlone() throws IOException {
    assertThat(page("```bash\n./mvnw verify\n```\n\n```javascript\n1\n```\n").problems()).isEmpty();
  }

  @Test
  void namesTheLineAndTheRegionOfABlockThatDiffers() throws IOException {
    assertThat(page("# X\n<!-- snippet: X.java#inner -->\n```java\nint a = 2;\n```\n").problems())
        .containsExactly("page.md:3: the block differs from X.java#inner");
  }

  @Test
  void refusesABlockThatDoesNotSayWhereItComesFrom() throws IOException {
    assertThat(page("<!-- snippet: X.java#inner -->\ntext\n```java\nint a = 1;\n```\n").problems())
        .contains(
            "page.md:3: a java block needs <!-- snippet: path/of/X.java#region --> before it");
  }

  @Test
  void refusesAPlaceForABlockWithoutOne() throws IOException {
    assertThat(page("<!-- snippet: X.java#inner -->\n\ntext\n").problems())
        .containsExactly(
            "page.md:3: a java block needs to be here, after <!-- snippet: X.java#inner -->");
    assertThat(page("text\n<!-- snippet: X.java#inner -->\n").problems())
        .containsExactly("page.md: the page ends with <!-- snippet: X.java#inner -->");
  }

  @Test
  void namesWhatIsMissingAtEachBlock() throws IOException {
    assertThat(
        page("""
            <!-- snippet: Y.java#inner -->
            ```java
            ```
            <!-- snippet: X.java#other -->
            ```java
            ```
            <!-- snippet: X.java#open -->
            ```java
            ```
            <!-- snippet: X.java -->
            ```java
            ```
            """)
            .problems())
        .satisfiesExactly(
            file -> assertThat(file).isEqualTo("page.md:2: there is no file Y.java"),
            region -> assertThat(region).startsWith("page.md:5: X.java has no \"// #region other"),
            end -> assertThat(end).startsWith("page.md:8: X.java has no \"// #region open"),
            form -> assertThat(form).startsWith("page.md:11: \"X.java\" is not of the form"));
  }

  @Test
  void updateCopiesTheRegionAndKeepsTheRest() throws IOException {
    String before =
        "# X\n\n<!-- snippet: X.java#inner -->\n```java\nint a = 2;\nint b;\n```\nend\n";

    assertThat(page(before).update()).isEmpty();

    assertThat(root.resolve("page.md"))
        .content()
        .isEqualTo("# X\n\n<!-- snippet: X.java#inner -->\n```java\nint a = 1;\n```\nend\n");
  }

  @Test
  void updateReportsWhatItCannotRepair() throws IOException {
    assertThat(page("```java\nint a;\n```\n").update()).hasSize(1);
  }

  @Test
  void namesLinksToFilesThatDoNotExist() throws IOException {
    assertThat(
        page("[a](X.java#L1) [b](Y.java) [c](https://example.org/z) [d](#here)\n")
            .brokenLinks())
        .containsExactly("Y.java");
  }

  private Page page(String text) throws IOException {
    Path file = root.resolve("page.md");
    Files.writeString(file, text);
    return new Page(root, file);
  }
}
