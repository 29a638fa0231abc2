package dev.sluice.testkit;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Assertions about a text that is kept in a file beside the tests, its <em>golden file</em>. The
 * methods that put in placeholders come first:
 *
 * <pre>{@code
 * assertThatDescription(pipeline).matchesGolden("shop-plan.txt");
 * assertThatText(log).replacing("took \\d+ ms", "took <time>").matchesGolden("import.log");
 * }</pre>
 *
 * <p>The file is {@code src/test/resources/golden/<TestClass>/<name>} in the module of the class
 * that makes the assertion; of a nested class, the class around it counts. It is UTF-8; how its
 * lines end does not matter. Tests that run without their sources, as from a jar, read it from the
 * class path.
 *
 * <p><b>Updating.</b> With {@code -Dsluice.golden.update=true} a file that is missing or differs is
 * written, with a warning in the log, and the assertion passes: look at the changes before you
 * commit them. Two texts for one file are an error then. Where the environment variable {@code CI}
 * is set, nothing is written and the assertion fails: a build that makes its own expectations shows
 * nothing, and nobody would see what it wrote.
 */
public final class TextAssert {

  private final String subject;
  private final String actual;
  private final TextNormalizer normalizer;

  TextAssert(String subject, String actual, TextNormalizer normalizer) {
    this.subject = subject;
    this.actual = Objects.requireNonNull(actual, "the text to be compared");
    this.normalizer = normalizer;
  }

  /** What the text is called at the start of a failure. */
  public TextAssert as(String name) {
    return new TextAssert(name, actual, normalizer);
  }

  /**
   * Puts a placeholder in the place of each match, see {@link TextNormalizer#replacing}.
   *
   * @throws java.util.regex.PatternSyntaxException if the expression is none
   */
  public TextAssert replacing(String regex, String placeholder) {
    return new TextAssert(subject, actual, normalizer.replacing(regex, placeholder));
  }

  /**
   * Puts placeholders where this normalizer does, in the place of what is put in without it: {@link
   * TextNormalizer#exact()} compares the text as it is.
   */
  public TextAssert normalizedBy(TextNormalizer other) {
    return new TextAssert(subject, actual, Objects.requireNonNull(other, "normalizer"));
  }

  /**
   * Asserts that the text is that of its golden file.
   *
   * @param name the name of the file, such as {@code shop-plan.txt}; it may have folders
   * @throws AssertionError if the file is missing, with the text it would have; if it differs, with
   *     the lines that do; if the text is empty
   * @throws IllegalArgumentException if the name leads elsewhere
   */
  public TextAssert matchesGolden(String name) {
    return matches(GoldenFolder.ofCaller().file(name));
  }

  /**
   * Asserts that the text is that of a file anywhere.
   *
   * @param file the file; a relative path starts at the directory of the module
   * @throws AssertionError if the file is missing or differs, or if the text is empty
   */
  public TextAssert matchesGolden(Path file) {
    return matches(GoldenFolder.ofCaller().file(file));
  }

  private TextAssert matches(GoldenFile file) {
    GoldenCheck.configured().check(subject, normalizer.apply(actual), file);
    return this;
  }
}
