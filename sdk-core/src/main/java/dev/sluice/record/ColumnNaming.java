package dev.sluice.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the names of a record's components become the names of its columns. Without it they are the
 * same.
 *
 * <pre>{@code
 * @ColumnNaming(NamingStrategy.SNAKE_CASE)
 * record Order(long orderId, LocalDate orderDate) {}   // columns order_id, order_date
 * }</pre>
 *
 * <p>It holds for this record alone: a record nested in it has its own annotation. A {@link
 * ColumnName} on a component wins.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ColumnNaming {

  /**
   * The rule that turns a component's name into a column's name.
   *
   * @return the strategy
   */
  NamingStrategy value();
}
