package dev.sluice.io.format;

import dev.sluice.annotation.Internal;

/** A text that is no value of its component: why, and in which component. */
@Internal
public final class BadValue extends Exception {

  private static final long serialVersionUID = 1L;

  /** Enough of a value to find it. */
  private static final int SHOWN = 60;

  private final String component;
  private final String why;

  private BadValue(String component, String why) {
    super(why, null, false, false); // one for each malformed row: no stack trace
    this.component = component;
    this.why = why;
  }

  BadValue(String why) {
    this("", why);
  }

  /** A value that is not what it should be. */
  static BadValue of(String text, String isNot) {
    return new BadValue("'" + shown(text) + "' is " + isNot);
  }

  /** An object with a field of this name. */
  static BadValue unknownField(String name, String record) {
    return new BadValue(
        "has the field '%s', which %s does not have".formatted(shown(name), record));
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** The same, in a component of a record. */
  BadValue in(String name) {
    boolean first = component.isEmpty() || component.startsWith("[");
    return new BadValue(first ? name + component : name + "." + component, why);
  }

  /** The same, in an element of a list or a value of a map. */
  BadValue at(Object index) {
    String place = "[" + shown(String.valueOf(index)) + "]";
    boolean first = component.isEmpty() || component.startsWith("[");
    return new BadValue(first ? place + component : place + "." + component, why);
  }

  /** The reason in one sentence. */
  String reason() {
    return component.isEmpty() ? why : "component '" + component + "' " + why;
  }
}
