package dev.sluice.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation whose Java comes from source files that the build compiles.
 *
 * <p>Each {@code java} block must follow a comment that says where it comes from:
 *
 * <pre>{@code
 * <!-- snippet: samples/src/main/java/dev/sluice/samples/X.java#region -->
 * }</pre>
 */
final class Page {
  private static final Pattern COMMENT = Pattern.compile("<!--\\s*snippet:\\s*(\\S+)\\s*-->");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)[^)\\s]*\\)");
  private static final Pattern BLOCK = Pattern.compile("\\s*```\\s*java\\b.*");

  private final Path root;
  private final Path file;

  /** A page {@code file} (Markdown) of the project at {@code root}. */
  Page(Path root, Path file) {
    this.root = root;
    this.file = file;
  }

  /** What is wrong with the page's blocks, one line each; empty if all is well. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    rewrite(problems);
    return problems;
  }

  /**
   * Replaces every block that differs from its source.
   *
   * @return what is still wrong: blocks without a comment, regions that do not exist
   */
  List<String> update() throws IOException {
    List<String> problems = new ArrayList<>();
    List<String> lines = rewrite(problems);
    if (!lines.equals(Files.readAllLines(file))) {
      Files.write(file, lines);
    }
    return new Page(root, file).problems();
  }

  /** The links of this page to files of the project that do not exist. */
  List<String> brokenLinks() throws IOException {
    return LINK.matcher(Files.readString(file))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !Files.exists(file.resolveSibling(link)))
        .toList();
  }

  /** The page as it should be. */
  private List<String> rewrite(List<String> problems) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> result = new ArrayList<>();
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      result.add(line);
      if (isComment(before) && !line.isBlank() && !BLOCK.matcher(line).matches()) {
        problems.add(
            root.relativize(file) + ":" + (i + 1) + ": a java block needs to be here, after "
                + before.strip());
      }
      if (BLOCK.matcher(line).matches()) {
        int end = endOfBlock(lines, i + 1);
        result.addAll(block(before, i + 1, lines.subList(i + 1, end), problems));
        i = end - 1;
      }
      before = line.isBlank() ? before : line;
    }
    if (isComment(before)) {
      problems.add(root.relativize(file) + ": the page ends with " + before.strip());
    }
    return result;
  }

  private static boolean isComment(String line) {
    return COMMENT.matcher(line.strip()).matches();
  }

  /** The lines a block should have, given the text before it and those it has. */
  private List<String> block(
      String before, int lineNumber, List<String> actual, List<String> problems)
      throws IOException {
    String place = root.relativize(file) + ":" + lineNumber + ": ";
    Matcher comment = COMMENT.matcher(before.strip());
    if (!comment.matches()) {
      problems.add(place + "a java block needs <!-- snippet: path/of/X.java#region --> before it");
      return actual;
    }
    try {
      Region region = Region.parse(comment.group(1));
      List<String> expected = region.read(root);
      if (!expected.equals(actual)) {
        problems.add(place + "the block differs from " + region);
      }
      return expected;
    } catch (IllegalArgumentException e) {
      problems.add(place + e.getMessage());
      return actual;
    }
  }

  private static int endOfBlock(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && !lines.get(end).strip().equals("```")) {
      end++;
    }
    return end;
  }
}
