package dev.sluice.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes an expression as a text for descriptions and messages: {@code (quantity * price)}. It shows
 * every function and every constant.
 */
public final class ExprText {

  /** Deeper parts of an expression are not read by anyone in a message of Spark's. */
  private static final int BRIEF = 30;

  private ExprText() {}

  /** The text of an expression, whole. */
  public static String of(ExprNode node) {
    return written(node, Integer.MAX_VALUE);
  }

  /** The text of a sort key: {@code price desc}. */
  public static String of(SortKey key) {
    return written(key.text(), Integer.MAX_VALUE);
  }

  /** The text of an expression; parts that are nested too deep are shown as {@code …}. */
  public static String brief(ExprNode node) {
    return written(node, BRIEF);
  }

  /** Without recursion, so that a deep expression needs no deep stack. */
  private static String written(Object whole, int levels) {
    StringBuilder text = new StringBuilder();
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(whole, levels)));
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (next.piece() instanceof ExprNode node && next.levels() >= 0) {
        push(node.text(), next.levels() - 1, open);
      } else if (next.piece() instanceof Phrase phrase) {
        push(phrase, next.levels(), open);
      } else {
        text.append(next.piece() instanceof ExprNode ? "…" : next.piece());
      }
    }
    return text.toString();
  }

  private static void push(Phrase phrase, int levels, Deque<Open> open) {
    for (int i = phrase.pieces().size() - 1; i >= 0; i--) {
      open.push(new Open(phrase.pieces().get(i), levels));
    }
  }

  /** A piece that is still to be written, and how many levels of expressions below it are. */
  private record Open(Object piece, int levels) {}
}
