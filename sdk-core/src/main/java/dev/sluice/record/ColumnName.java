package dev.sluice.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column a record component is read from and written to, where it differs from the component's
 * own name.
 *
 * <pre>{@code
 * record Order(@ColumnName("order_id") long orderId, @ColumnName("cust no") long customerId) {}
 * }</pre>
 *
 * <p>It wins over {@link ColumnNaming} on the record. Method references keep the Java name: {@code
 * col(Order::orderId)} is the column {@code order_id}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ColumnName {

  /**
   * The name of the column, exactly as the data has it. It must not be blank, and no two columns of
   * a record may differ in case alone.
   *
   * @return the column's name
   */
  String value();
}
