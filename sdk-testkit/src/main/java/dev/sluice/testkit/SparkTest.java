package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives the tests of a class a Spark session.
 *
 * <pre>{@code
 * @SparkTest
 * class DailySalesTest {
 *   @Test
 *   void addsUpTheLinesOfADay(SparkKit kit) {
 *     Stage<Line> lines = kit.rows(Line.class, new Line(1, MONDAY, 10.0), new Line(2, MONDAY, 5.0));
 *     assertThat(DailySales.of(lines)).hasRows(new DailySales(MONDAY, 15.0));
 *   }
 * }
 * }</pre>
 *
 * <p>Constructors, lifecycle methods and tests may have parameters of type {@link SparkKit} and
 * {@link org.apache.spark.sql.SparkSession}; {@code SparkSession.active()} is the same session.
 *
 * <p><b>What is shared.</b> Spark starts once in a JVM, at the first class. Each class has a
 * session, a current database and a directory of its own, which go when its tests are done; nested
 * classes share those of the class around them. Settings and temporary views that a test changes
 * are put back after it.
 *
 * <p><b>Leaks.</b> A test that passes but leaves a streaming query, cached data, a thread that is
 * no daemon, or files behind fails and names them. What @BeforeAll made is not the test's, but the
 * class must have undone it in @AfterAll. Threads are looked at only where JUnit runs nothing in
 * parallel, since they could be another test's.
 *
 * <p><b>In parallel.</b> Classes with this annotation take a lock, so they run one after the other;
 * a Spark job uses all cores anyway. Other tests run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SparkTestExtension.class)
@ResourceLock(SparkTest.SESSION)
public @interface SparkTest {

  /** The name of the lock these classes take; a test with a session of its own can take it too. */
  String SESSION = "dev.sluice.testkit.session";

  /** How close to production the session is. */
  SparkProfile profile() default SparkProfile.DEFAULT;

  /**
   * Settings of the session, each {@code "key=value"}. One that only a new context can take, such
   * as {@code spark.sql.extensions}, restarts Spark for this class and again for the next; that
   * takes about a fifth of a second.
   */
  String[] conf() default {};

  /** What happens to what a test leaves behind. */
  Leaks leaks() default Leaks.FAIL;
}
