package dev.sluice.ml.recommend;

import java.io.Serializable;

/** What ids are. */
enum IdType {
  /** Texts. */
  TEXT(String.class) {
    @Override
    Serializable parsed(String text) {
      return text;
    }
  },
  /** Numbers. */
  LONG(Long.class) {
    @Override
    Serializable parsed(String text) {
      return Long.valueOf(text);
    }
  };

  private final Class<?> java;

  IdType(Class<?> java) {
    this.java = java;
  }

  /** The id that {@link Object#toString} has written. */
  abstract Serializable parsed(String text);

  Class<?> java() {
    return java;
  }

  /**
   * The one whose values are of this class.
   *
   * @throws IllegalArgumentException if there is none
   */
  static IdType of(Class<?> type) {
    for (IdType each : values()) {
      if (type == each.java) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "ids are of type String or Long, not %s".formatted(type.getSimpleName()));
  }
}
