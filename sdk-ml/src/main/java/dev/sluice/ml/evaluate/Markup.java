package dev.sluice.ml.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements of HTML or SVG, also as XML well-formed. Whatever is text or the value of an attribute is escaped here. */
final class Markup {

  private final StringBuilder written = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element. */
  Markup open(String tag, Object... attributes) {
    begin(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  /** Ends what was begun last. */
  Markup close() {
    written.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Whole, with nothing but text in it. */
  Markup leaf(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that is always empty, such as {@code meta}. */
  Markup empty(String tag, Object... attributes) {
    begin(tag, attributes).append("/>");
    return this;
  }

  Markup text(String text) {
    written.append(escaped(text));
    return this;
  }

  /** What another one has written. */
  Markup markup(Markup other) {
    written.append(other.written);
    return this;
  }

  Markup newLine() {
    written.append('\n');
    return this;
  }

  private StringBuilder begin(String tag, Object... attributes) {
    written.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      written.append(' ').append(attributes[i]).append("=\"");
      written.append(escaped(attributes[i + 1].toString())).append('"');
    }
    return written;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return written.toString();
  }
}
