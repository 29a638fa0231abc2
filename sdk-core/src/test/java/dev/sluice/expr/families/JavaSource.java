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
          "dev.sluice.expr.Assignment",
          "dev.sluice.expr.BoolExpr",
          "dev.sluice.expr.Expr",
          "dev.sluice.expr.Fields",
          "dev.sluice.expr.Handles",
          "dev.sluice.expr.Joined2",
          "dev.sluice.expr.Joined3",
          "dev.sluice.expr.Joined4",
          "dev.sluice.expr.Joined5",
          "dev.sluice.expr.Joined6",
          "dev.sluice.expr.Joined7",
          "dev.sluice.expr.Joined8",
          "dev.sluice.expr.Projection",
          "dev.sluice.expr.StageKey",
          "dev.sluice.plan.Decimals",
          "dev.sluice.plan.ExprNode",
          "dev.sluice.plan.Fn",
          "dev.sluice.plan.JoinKind",
          "dev.sluice.plan.Nulls",
          "java.io.Serializable",
          "java.util.function.Function",
          "java.util.stream.Stream",
          "org.apache.spark.sql.functions");

  private final String room;
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
    this("dev.sluice.expr", name, head);
  }

  private JavaSource(String room, String name, String head) {
    this.room = room;
    this.name = name;
    this.head = head.strip();
  }

  /** The same in another package. */
  static JavaSource in(String room, String name, String head) {
    return new JavaSource(room, name, head);
  }

  String room() {
    return room;
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
    String line = "/** " + says + " */";
    return with((line.length() + 2 <= WIDTH ? line : comment(says)) + "\n" + code);
  }

  /** A comment of several lines, filled with words as the formatter fills it. */
  private static String comment(String says) {
    StringBuilder text = new StringBuilder("/**\n *");
    int length = 2;
    for (String word : says.split(" ")) {
      if (length + 1 + word.length() + 2 > WIDTH) {
        text.append("\n *");
        length = 2;
      }
      text.append(' ').append(word);
      length += 1 + word.length();
    }
    return text.append("\n */").toString();
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
    String code =
        declaration().lines()
            .map(line -> line.isEmpty() || line.strip().startsWith("*") ? line : wrapped(line))
            .collect(Collectors.joining("\n"))
            + "\n";
    return MADE
        + "package " + room + ";\n\n"
        + imports(code)
        + (setByHand ? "// @formatter:off\n" + code + "// @formatter:on\n" : code);
  }

  /** The class with its members, as it stands in a file or in another class. */
  String declaration() {
    String body =
        String.join("\n\n", members)
            .lines()
            .map(line -> line.isEmpty() ? "" : "  " + line)
            .collect(Collectors.joining("\n"));
    return head + " {\n\n" + body + "\n}\n";
  }

  private String imports(String code) {
    String imports =
        Stream.concat(IMPORTS.stream(), ColumnKind.imports())
            .filter(type -> !type.substring(0, type.lastIndexOf('.')).equals(room))
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
      if (comma < indent.length()) {
        break;
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
