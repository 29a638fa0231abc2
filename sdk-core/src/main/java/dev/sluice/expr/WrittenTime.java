package dev.sluice.expr;

import dev.sluice.plan.ColumnType;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Nulls;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Texts that are dates and times. Spark's casts take more than a whole one: {@code 2024} is the
 * first of January, {@code 12:00} is noon of today, and what follows a date is not looked at.
 */
enum WrittenTime {
  DATE(Casts.DATE, "a date, written 2024-12-31", Form.DAY),
  TIMESTAMP(
      Casts.TIMESTAMP,
      "a point in time, written 2024-12-31 23:59:59",
      Form.DAY + "(?:[ T]" + Form.CLOCK + Form.ZONE + ")?"),
  DATE_TIME(
      Casts.DATE_TIME,
      "a date and time, written 2024-12-31 23:59:59",
      Form.DAY + "(?:[ T]" + Form.CLOCK + ")?");

  /** What the parts look like. */
  private static final class Form {
    static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    static final String CLOCK = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
    static final String ZONE =
        "(?: ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]+/[A-Za-z_/+-]+))?";
  }

  private final ColumnType type;
  private final String words;
  private final String form;

  WrittenTime(ColumnType type, String words, String form) {
    this.type = type;
    this.words = words;
    this.form = "^" + form + "$";
  }

  /** Fails at run time on any other text. */
  ExprNode strict(Expr<?, String> text) {
    return Casts.strict(Calls.scalar("written", this::orError, text), type);
  }

  /** Gives NULL for any other text. */
  ExprNode lenient(Expr<?, String> text) {
    return Casts.lenient(
        Calls.scalar(
            "written", Nulls.ALWAYS, a -> functions.when(a.get(0).rlike(form), a.get(0)), text),
        type);
  }

  private Column orError(java.util.List<Column> arguments) {
    Column text = arguments.get(0);
    Column message = functions.concat(functions.lit("'"), text, functions.lit("' is not " + words));
    return functions
        .when(text.isNull().or(text.rlike(form)), text)
        .otherwise(functions.raise_error(message));
  }
}
