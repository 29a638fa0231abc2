package dev.sluice.language;

import dev.sluice.testkit.compile.CompileError;
import dev.sluice.testkit.compile.Compiler;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the guide that shows each mistake with javac's own message. */
final class RefusalsPage {

  private static final String HEAD =
      """
      # What javac refuses

      Each line below is a mistake that does not compile, with the first lines of javac's message (Java 17).
      The Eclipse compiler, which the editors Eclipse and Visual Studio Code use, refuses all of them as well,
      at the same line, in its own words. A test compiles every one of them with both compilers and compares
      this page with what they say; `…` stands for further lines of the message.

      How to read the messages: `BoolExpr<Order>` is a condition over rows of `Order`, `Expr<S,Long>` is any value of
      type `Long`, `Group<Line>` stands for the groups of an aggregation, and `Joined2<Order,Product>` for the
      pairs of a join. `required` is what the method takes, `found` is what it was given.

      The examples use these records:

      ```text
      record Order(long orderId, long customerId, long productId, Integer quantity, Double discount,
          LocalDate orderDate, Instant placedAt, Status status, boolean express, String note,
          List<String> tags, Address address) {}
      record Product(long productId, String productName, String category, double price) {}
      record Customer(long id, String name, String country) {}
      record Line(long orderId, long customerId, String productName, LocalDate orderDate, double amount) {}
      record DailySales(LocalDate orderDate, double revenue, long customers) {}
      record PricedLine(long orderId, String productName, double amount, double tax) {}
      record Ranked(long orderId, int place) {}
      record Total(double amount) {}
      record Name(String name) {}
      ```

      What javac cannot see, such as a value that can be NULL given to a primitive component, is refused by
      `pipeline.validate()`, before anything runs.
      """;

  private static final int SHOWN_LINES = 3;

  /** Longer ones list all type parameters of a wide row, which helps nobody. */
  private static final int LONGEST_LINE = 160;

  private RefusalsPage() {}

  /** The whole page. */
  static String text() {
    return HEAD
        + Refusals.all().entrySet().stream()
            .map(subject -> table(subject.getKey(), subject.getValue()))
            .collect(Collectors.joining());
  }

  private static String table(String subject, List<Refusal> refusals) {
    return "\n## " + subject + "\n\n" + table(refusals);
  }

  /** A table of these mistakes. */
  static String table(List<Refusal> refusals) {
    return refusals.stream()
        .map(RefusalsPage::row)
        .collect(
            Collectors.joining("", "| Mistake | Code | javac says |\n| --- | --- | --- |\n", ""));
  }

  private static String row(Refusal refusal) {
    return "| %s | %s | %s |\n"
        .formatted(refusal.title(), code(oneLine(refusal.code())), message(refusal));
  }

  private static String message(Refusal refusal) {
    CompileError error =
        Refusals.compiled().errors(refusal.title(), Compiler.JAVAC).stream()
            .filter(e -> e.line() == refusal.line() && e.message().startsWith(refusal.javac()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("javac accepts: " + refusal.title()));
    List<String> lines = error.message().lines().map(String::strip).toList();
    return lines.stream()
        .limit(SHOWN_LINES)
        .filter(line -> line.length() <= LONGEST_LINE)
        .map(RefusalsPage::code)
        .collect(Collectors.joining("<br>", "", lines.size() > SHOWN_LINES ? " …" : ""));
  }

  /** The statement without its line breaks. */
  private static String oneLine(String code) {
    return code.lines()
        .map(String::strip)
        .reduce((a, b) -> b.startsWith(".") || a.endsWith("(") ? a + b : a + " " + b)
        .orElseThrow();
  }

  /** As code in a cell of a table, where a bar would end the cell. */
  private static String code(String text) {
    return "`" + text.replaceAll(" {2,}", " ").replace("|", "\\|") + "`";
  }
}
