package dev.sluice.testkit.compile;

import static dev.sluice.testkit.compile.CompileAssertions.assertThatSource;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileAssertionsTest {
  private static final String RIGHT = "public class Example {\n  int number = 1;\n}\n";
  private static final String WRONG = "class Example {\n  int number = \"text\";\n}\n";

  @Test
  void acceptsASourceThatCompiles() {
    assertThatSource(RIGHT).compiles();
  }

  @Test
  void acceptsASourceWithAPackageAndClassesOfTheTestsClassPath() {
    assertThatSource(
        """
            package shop;

            import org.apache.spark.sql.Column;

            public sealed interface Example permits Example.One {
              record One(Column column) implements Example {}
            }
            """)
        .compiles();
  }

  @Test
  void describesTheErrorOfASourceThatDoesNotCompile() {
    assertThatSource(WRONG)
        .doesNotCompile("incompatible types: String cannot be converted to int")
        .atLine(2)
        .withMessageContaining("String")
        .withEclipseMessageStarting("Type mismatch");
  }

  @Test
  void failsWithTheErrorsOfAllCompilersWhenTheSourceShouldCompile() {
    assertThatThrownBy(() -> assertThatSource(WRONG).compiles())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected the source to compile, but it does not:")
        .hasMessageContaining("   2 |   int number = \"text\";")
        .hasMessageContaining("javac, line 2: incompatible types")
        .hasMessageContaining("ecj, line 2: Type mismatch");
  }

  @Test
  void failsWhenTheSourceShouldNotCompileButDoes() {
    assertThatThrownBy(() -> assertThatSource(RIGHT).doesNotCompile("incompatible"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to compile, but it does, on javac and ecj:")
        .hasMessageContaining("   2 |   int number = 1;");
  }

  @Test
  void failsWhenTheErrorIsAtAnotherLine() {
    assertThatThrownBy(() -> assertThatSource(WRONG).doesNotCompile("incompatible").atLine(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected an error at line 1 from javac, but there is none:")
        .hasMessageContaining("javac, line 2: incompatible types");
  }

  @Test
  void failsWhenTheMessageIsAnother() {
    assertThatThrownBy(() -> assertThatSource(WRONG).doesNotCompile("cannot find"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a message that starts with \"cannot find\" from javac");
  }

  @Test
  void failsWhenNoOneErrorHasBothTheLineAndTheMessage() {
    String twoErrors = "class Example {\n  int number = \"text\";\n  Unknown field;\n}\n";

    assertThatThrownBy(
        () -> assertThatSource(twoErrors).doesNotCompile("cannot find symbol").atLine(2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("an error at line 2 from javac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankTextSaysNothingOfAMessage(String blank) {
    assertThatThrownBy(() -> assertThatSource(WRONG).doesNotCompile(blank))
        .isInstanceOf(IllegalArgumentException.class);
    CompileErrorAssert error = assertThatSource(WRONG).doesNotCompile("incompatible types");
    assertThatThrownBy(() -> error.withMessageStarting(blank))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> error.withMessageContaining(blank))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> error.withEclipseMessageStarting(blank))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsTheOnlyErrorFromOneOfTwo() {
    assertThatSource(WRONG).doesNotCompile("incompatible types").isTheOnlyError();
    String twoErrors = "class Example {\n  int number = \"text\";\n  Unknown field;\n}\n";

    assertThatThrownBy(
        () -> assertThatSource(twoErrors).doesNotCompile("incompatible types").isTheOnlyError())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected one error from javac, but there are 2:");
  }
}
