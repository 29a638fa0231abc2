package dev.sluice.testkit;

import dev.sluice.testkit.environment.OpenPackages;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/** What the JVM of a test must allow Spark. */
final class JvmRequirements {

  private JvmRequirements() {}

  /**
   * Refuses a JVM in which Spark would start, and then fail late and obscurely.
   *
   * @throws IllegalStateException if a flag is missing; it says how to set it
   */
  static void check() {
    Module spark = SparkSession.class.getModule();
    check(name -> Object.class.getModule().isOpen(name, spark));
  }

  static void check(Predicate<String> isOpen) {
    List<String> closed = OpenPackages.NAMES.stream().filter(isOpen.negate()).toList();
    if (!closed.isEmpty()) {
      throw new IllegalStateException(
          """
          this JVM keeps Spark out of %s: dates, timestamps and Kryo would fail later on.
          Tell Surefire (and the run configuration of your IDE, if it does not read the POM):

            <plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <configuration>
                <argLine>%s</argLine>
              </configuration>
            </plugin>
          """
              .formatted(String.join(", ", closed), String.join(" ", OpenPackages.flags())));
    }
  }
}
