package dev.sluice.testkit.compile;

import java.util.EnumSet;
import java.util.List;

/** Entry point: import {@link #assertThatSource} statically. */
public final class CompileAssertions {
  private CompileAssertions() {}

  /**
   * Compiles one source file, keeping nothing, against the class path of the running test.
   *
   * <pre>{@code
   * assertThatSource(
   *         """
   *         class Example {
   *           int number = "text";
   *         }
   *         """)
   *     .doesNotCompile("incompatible types")
   *     .atLine(2);
   * }</pre>
   *
   * <p>For many sources that share their imports see {@link Snippets}: one call of a compiler costs
   * far more than one more source in it.
   *
   * @param source the text of a source file, on the language level of the running JDK
   */
  public static SourceAssert assertThatSource(String source) {
    return new SourceAssert(
        Outcome.of(List.of(CompilationUnit.of(source)), EnumSet.allOf(Compiler.class)).get(0));
  }
}
