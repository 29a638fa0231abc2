package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an expression as a text for descriptions and messages: {@code (quantity * price)}. It shows
 * every function and every constant.
 */
public final class ExprText {

  /** Deeper parts of an expression are not read by anyone in a message of Spark's. */
  private static final int BRIEF = 30;

  private final boolean joined;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();

  private ExprText(boolean joined) {
    this.joined = joined;
  }

  /** The text of an expression, whole. */
  public static String of(ExprNode node) {
    return new ExprText(false).written(node, Integer.MAX_VALUE);
  }

  static String of(Phrase phrase) {
    return new ExprText(false).written(phrase, Integer.MAX_VALUE);
  }

  /**
   * The text of an expression over the inputs of a join, whose columns are told apart by a letter
   * for each input: {@code (a.productId = b.productId)}.
   */
  public static String joined(ExprNode node) {
    return new ExprText(true).written(node, Integer.MAX_VALUE);
  }

  /** The text of an expression; parts that are nested too deep are shown as {@code …}. */
  public static String brief(ExprNode node) {
    return new ExprText(false).written(node, BRIEF);
  }

  /** Without recursion, so that a deep expression needs no deep stack. */
  private String written(Object whole, int levels) {
    open.push(new Open(whole, levels));
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (next.piece() instanceof Phrase phrase) {
        push(phrase, next.levels());
      } else if (next.piece() instanceof ExprNode node) {
        write(node, next.levels());
      } else {
        text.append(next.piece());
      }
    }
    return text.toString();
  }

  private void write(ExprNode node, int levels) {
    if (levels < 0) {
      text.append("…");
    } else if (joined && node instanceof Field field) {
      text.append(input(field.input())).append('.').append(field.accessor());
    } else {
      push(node.text(), levels - 1);
    }
  }

  private void push(Phrase phrase, int levels) {
    for (int i = phrase.pieces().size() - 1; i >= 0; i--) {
      open.push(new Open(phrase.pieces().get(i), levels));
    }
  }

  private static String input(int input) {
    char letter = (char) ('a' + input % 26);
    return input < 26 ? String.valueOf(letter) : letter + String.valueOf(input / 26);
  }

  /** A piece that is still to be written, and how many levels of expressions below it are. */
  private record Open(Object piece, int levels) {}
}
