package dev.sluice.testkit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts placeholders into a text for what changes from run to run, so that the rest can be compared
 * with a golden file. Immutable: each method gives another normalizer, whose replacements come
 * after those there are.
 *
 * <pre>{@code
 * static final TextNormalizer OURS =
 *     TextNormalizer.ofPipelines().replacing("took \\d+ ms", "took <time>");
 *
 * assertThatText(log).normalizedBy(OURS).matchesGolden("import.log");
 * }</pre>
 */
public final class TextNormalizer {

  private static final TextNormalizer EXACT = new TextNormalizer(List.of());

  /** What a name in a path is made of. */
  private static final String NAME = "[^/\\s,;'\"\\[\\](){}]";

  /** What {@link SparkTest} makes for a test: {@code sluice-test-123/ShopTest_5e1f0a2b/3_sales}. */
  private static final String OF_TEST = "sluice-test-" + NAME + "+/\\w+_[0-9a-f]{8}/" + NAME + "+";

  private static final String NOWHERE = "(?!)";

  private final List<UnaryOperator<String>> steps;

  private TextNormalizer(List<UnaryOperator<String>> steps) {
    this.steps = steps;
  }

  /** Leaves a text as it is. */
  public static TextNormalizer exact() {
    return EXACT;
  }

  /**
   * For texts about pipelines, such as {@code pipeline.describe()} and the messages of errors: a
   * directory of a test in the temporary directory becomes {@code <tmp>}, the working directory
   * {@code <dir>}, and the lines of source files lose their numbers, {@code (Shop.java:42)}
   * becoming {@code (Shop.java)}.
   */
  public static TextNormalizer ofPipelines() {
    TextNormalizer temporary =
        exact()
            .replacing(
                directory(System.getProperty("java.io.tmpdir"))
                    + "/(?:"
                    + OF_TEST
                    + "|"
                    + NAME
                    + "+)",
                "<tmp>");
    TextNormalizer working =
        exact().replacing(directory(System.getProperty("user.dir")) + "(?!" + NAME + ")", "<dir>");
    // one may be in the other, on either side
    boolean worksInTemporary =
        Path.of(System.getProperty("user.dir")).startsWith(System.getProperty("java.io.tmpdir"));
    return (worksInTemporary ? working.followedBy(temporary) : temporary.followedBy(working))
        .replacing("(\\.(?:java|kt|scala|groovy)):\\d+", "$1");
  }

  /**
   * For Spark's plans. The numbers of columns and of plan nodes are counted anew, in the order in
   * which they appear, so a column stays the same column: {@code total#4711} becomes {@code
   * total#3}. Locations of files, the test's database, lambdas and the numbers of objects become
   * placeholders, beside what {@link #ofPipelines()} replaces.
   */
  public static TextNormalizer ofSparkPlans() {
    return exact()
        // before the paths: Spark cuts long locations off, wherever that is
        .replacing(
            "(Location: \\w+)(?:\\(\\d+ paths?\\))?\\[[^\\]\\n"
                + "]*?(?:\\]|\\.\\.\\.(?=, [A-Z]|\\n"
                + "|$))",
            "$1[<paths>]")
        .replacing("(?<=spark_catalog\\.)\\w+_[0-9a-f]{8}(?=\\.)", "<database>")
        .replacing("\\$\\$?Lambda[$/\\w.]*(?:@[0-9a-f]+)?", "<lambda>")
        .replacing("(?<=\\w)@[0-9a-f]{4,16}\\b", "@<object>")
        .numbering("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<uuid>")
        .numbering("(?<=plan_id=)\\d+", "")
        .numbering("#\\d+", "#")
        .followedBy(ofPipelines());
  }

  /**
   * Replaces each match.
   *
   * @param regex a regular expression, as {@link Pattern} has them
   * @param placeholder what to put there; {@code $1} is the first group of the match, as in {@link
   *     String#replaceAll}
   * @throws java.util.regex.PatternSyntaxException if the expression is none
   */
  public TextNormalizer replacing(String regex, String placeholder) {
    Objects.requireNonNull(placeholder, "placeholder");
    Pattern pattern = Pattern.compile(regex);
    return with(text -> pattern.matcher(text).replaceAll(placeholder));
  }

  /**
   * Replaces each match by a number, the same for the same text: {@code numbering("order-\\w+",
   * "order-")} makes {@code order-1} of the first text that matches, wherever it appears, and
   * {@code order-2} of the next other one. What belongs together can still be seen.
   *
   * @param regex a regular expression
   * @param prefix what to put before the number, taken as it is
   * @throws java.util.regex.PatternSyntaxException if the expression is none
   */
  public TextNormalizer numbering(String regex, String prefix) {
    Objects.requireNonNull(prefix, "prefix");
    Pattern pattern = Pattern.compile(regex);
    return with(
        text -> {
          Map<String, Integer> numbers = new HashMap<>();
          return pattern
              .matcher(text)
              .replaceAll(
                  match -> Matcher.quoteReplacement(
                      prefix
                          + numbers.computeIfAbsent(match.group(), any -> numbers.size() + 1)));
        });
  }

  /** The text with the placeholders. */
  public String apply(String text) {
    String normalized = text;
    for (UnaryOperator<String> step : steps) {
      normalized = step.apply(normalized);
    }
    return normalized;
  }

  private TextNormalizer followedBy(TextNormalizer other) {
    List<UnaryOperator<String>> all = new ArrayList<>(steps);
    all.addAll(other.steps);
    return new TextNormalizer(List.copyOf(all));
  }

  private TextNormalizer with(UnaryOperator<String> step) {
    return followedBy(new TextNormalizer(List.of(step)));
  }

  /** A directory as a path and as the URI that Spark makes of it; on macOS behind a link. */
  private static String directory(String path) {
    Path absolute = Path.of(path).toAbsolutePath().normalize();
    return absolute.getNameCount() == 0
        ? NOWHERE
        : "(?<![\\w.-])(?:file:/*(?=/))?(?:/private)?"
            + Pattern.quote(absolute.toString().replace(File.separatorChar, '/'));
  }
}
