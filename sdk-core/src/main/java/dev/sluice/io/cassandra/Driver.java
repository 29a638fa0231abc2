package dev.sluice.io.cassandra;

/** The driver, which users bring. */
final class Driver {

  private static final String CLASS = "com.datastax.oss.driver.api.core.CqlSession";

  private Driver() {}

  /**
   * Fails with what to add to the class path.
   *
   * @throws IllegalStateException if the driver is not there
   */
  static void require() {
    try {
      Class.forName(CLASS, false, Driver.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "no driver for Cassandra is on the class path: add org.apache.cassandra:java-driver-core-shaded:4.19.3",
          e);
    }
  }
}
