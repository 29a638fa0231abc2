package dev.sluice.expr.families;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a generated class of {@code dev.sluice.expr}, set as the formatter leaves it. */
final class JavaSource {
  /** What a generated file begins with. */
  static final String MADE =
      "// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.\n";

  private static final int WIDTH = 100;

  /** What is imported where it is used, beside the types of columns. */
  private static final List<String> IMPORTS =
      List.of(
          "dev.sluice.annotation.Internal",
          "dev.sluice.plan.Decimals",
          "dev.sluice.plan.ExprNode",
          "dev.sluice.plan.Fn",
          "dev.sluice.plan.Nulls",
          "java.io.Serializable",
          "org.apache.spark.sql.functions");

  private final String name;
  private final String head;
  private final List<String> members = new ArrayList<>();
  private boolean setByHand;

  /**
   * A class without members yet.
   *
   * @param head its Javadoc, annotations and declaration
   */
  JavaSource(String name, String head) {
    this.name = name;
    this.head = head.strip();
  }

  String name() {
    return name;
  }

  /** Adds members as they are, without indentation. */
  JavaSource with(String code) {
    members.add(code.strip());
    return this;
  }

  /** Adds a method, or whatever a sentence of Javadoc stands before. */
  JavaSource with(String says, String code) {
    return with("/** " + says + " */\n" + code);
  }

  /** A method whose signature stands on one line, or with the parameters on their own. */
  static String method(String declared, String parameters, String body) {
    String line = declared + "(" + parameters + ") {";
    String signature =
        line.length() + 2 <= WIDTH ? line : declared + "(\n    " + parameters + ") {";
    return signature + "\n  " + body + "\n}";
  }

  /** Keeps the formatter off the class: it sets long lists of type parameters one on a line. */
  JavaSource setByHand() {
    setByHand = true;
    return this;
  }

  /** The whole file, ended by a line break. */
  String text() {
    String body =
        String.join("\n\n", members)
            .lines()
            .map(line -> line.isEmpty() ? "" : wrapped("  " + line))
            .collect(Collectors.joining("\n"));
    String code = head + " {\n\n" + body + "\n}\n";
    return MADE
        + "package dev.sluice.expr;\n\n"
        + imports(code)
        + (setByHand ? "// @formatter:off\n" + code + "// @formatter:on\n" : code);
  }

  private static String imports(String code) {
    String imports =
        Stream.concat(IMPORTS.stream(), ColumnKind.imports())
            .sorted()
            .filter(type -> Pattern.compile("\\b" + simple(type) + "\\b").matcher(code).find())
            .map(type -> "import " + type + ";\n")
            .collect(Collectors.joining());
    return imports.isEmpty() ? "" : imports + "\n";
  }

  /** A line of code that is too long goes on below, after the last comma that fits. */
  private static String wrapped(String line) {
    String indent = " ".repeat(line.length() - line.stripLeading().length() + 4);
    StringBuilder text = new StringBuilder();
    String rest = line;
    while (rest.length() > WIDTH) {
      int comma = rest.lastIndexOf(", ", WIDTH - 1);
      if (rest.startsWith("<S", comma - 2)) { // not within Expr<S, T>
        comma = rest.lastIndexOf(", ", comma - 1);
      }
      text.append(rest, 0, comma + 1).append('\n');
      rest = indent + rest.substring(comma + 2);
    }
    return text.append(rest).toString();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
