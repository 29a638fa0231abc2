package dev.sluice.plan.verb;

import dev.sluice.plan.Verb;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that a function of the user's makes: nothing is known of them.
 *
 * @param function the function
 */
public record Transform(UnaryOperator<Dataset<Row>> function) implements Verb {

  @Override
  public String name() {
    return "transform";
  }
}
