package dev.sluice.io;

import java.util.Optional;

/**
 * A jar that Sluice does not bring, since it compiles against nothing in it.
 *
 * @param type a class that is in it
 * @param coordinates its Maven coordinates, without a version
 */
public record OptionalJar(String type, String coordinates) {

  /** Whether its class can be loaded, wherever the jars of the session come from. */
  public boolean isThere() {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class.forName(type, false, loader == null ? OptionalJar.class.getClassLoader() : loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** What to do about it, if it is missing. */
  public Optional<String> missing() {
    return isThere()
        ? Optional.empty()
        : Optional.of("its jar is not on the class path: add " + coordinates);
  }
}
