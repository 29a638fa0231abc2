package dev.sluice.testkit.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** a source file, and which of its lines the author of the test wrote. */
final class CompilationUnit {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^\\s*public\\s+(?:(?:final|abstract|sealed|non-sealed|strictfp)\\s+)*" + TYPE.pattern(),
          Pattern.MULTILINE);

  private final String text;
  private final String shown;
  private final int linesBefore;

  private CompilationUnit(String text, String shown, int linesBefore) {
    this.text = text;
    this.shown = shown;
    this.linesBefore = linesBefore;
  }

  /** A whole source file. */
  static CompilationUnit of(String text) {
    return new CompilationUnit(text, text, 0);
  }

  /** A source file of which only {@code shown}, after {@code linesBefore} lines, is of interest. */
  static CompilationUnit of(String text, String shown, int linesBefore) {
    return new CompilationUnit(text, shown, linesBefore);
  }

  long relativeLine(long line) {
    return line - linesBefore;
  }

  /** The lines of interest, numbered from 1. */
  String numbered() {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String line : shown.split("\n", -1)) {
      numbered.append(String.format("%4d | %s%n", ++number, line));
    }
    return numbered.toString();
  }

  String text() {
    return text;
  }

  /**
   * Where the file must stand below the root of the sources. A public type must be in a file of its
   * name; the first type names any other file.
   */
  String path() {
    String name = firstGroup(PUBLIC_TYPE, text, firstGroup(TYPE, text, "Source"));
    String folder = firstGroup(PACKAGE, text, "").replace('.', '/');
    return (folder.isEmpty() ? "" : folder + "/") + name + ".java";
  }

  private static String firstGroup(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
