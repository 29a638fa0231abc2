package dev.sluice.streaming.bridge;

import java.util.Optional;

/** Classes of Spark that not every version has, or has in the same package. */
final class SparkClass {

  private SparkClass() {}

  /** The class of a full name; empty if this Spark has none. */
  static Optional<Class<?>> named(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
