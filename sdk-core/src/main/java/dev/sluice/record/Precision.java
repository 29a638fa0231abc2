package dev.sluice.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The precision and scale of a {@link java.math.BigDecimal} in a record. Without it a decimal is
 * {@code DECIMAL(38,18)}, which leaves twenty digits before the point.
 *
 * <pre>{@code
 * record Invoice(
 *     long id,
 *     @Precision(value = 12, scale = 2) BigDecimal total,
 *     List<@Precision(value = 10, scale = 4) BigDecimal> rates) {}
 * }</pre>
 *
 * <p>It says what the column can hold; nothing is rounded to it. A Java value with more digits, on
 * either side of the point, is refused when it becomes a row ({@code setScale} rounds it), and a
 * computed one with more digits after the point when the pipeline is built ({@code round} or {@code
 * toDecimal} rounds it).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Precision {

  /**
   * How many digits in all, from 1 to 38.
   *
   * @return the precision
   */
  int value();

  /**
   * How many of the digits stand after the point, from 0 to the precision.
   *
   * @return the scale
   */
  int scale() default 0;
}
