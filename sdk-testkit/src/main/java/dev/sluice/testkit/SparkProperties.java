package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * Gives the jqwik properties of a class a Spark session: what {@link SparkTest} is for JUnit's own
 * tests. Properties may have parameters of type {@link SparkKit} and {@link
 * org.apache.spark.sql.SparkSession} beside those with {@code @ForAll}; each try gets a kit with a
 * pipeline of its own.
 *
 * <pre>{@code
 * @SparkProperties
 * class CleaningPropertiesTest {
 *   @Property(tries = 50)
 *   void losesNoRow(@ForAll("orders") List<Order> orders, SparkKit kit) {
 *     CheckedStage<Order> clean = Cleaning.of(kit.rows(Order.class, orders));
 *     assertThat(clean.collect(kit.spark()).size() + clean.rejected().collect(kit.spark()).size())
 *         .isEqualTo(orders.size());
 *   }
 * }
 * }</pre>
 *
 * <p>The settings are those of the profile {@link SparkProfile#DEFAULT}. What the class has left
 * behind when its properties are done is an error.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@AddLifecycleHook(value = SparkPropertiesHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface SparkProperties {}
