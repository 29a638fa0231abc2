package dev.sluice.samples.generator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * Random-looking columns that depend on a seed and on a key of the row, and on nothing else.
 *
 * <p>Spark's {@code rand(seed)} depends on the partition a row is in. These columns are hashes, so
 * the same seed gives the same rows on every machine, whatever the parallelism:
 *
 * <pre>{@code
 * SeededColumns random = new SeededColumns(42, col("product_id"));
 * products.withColumn("price", random.uniform("price").multiply(100));
 * }</pre>
 *
 * <p>Each column is drawn for a purpose, a name of its own. Two columns of one purpose, seed and
 * key are equal; with any of the three different they are independent.
 *
 * @param seed the seed of the whole data set
 * @param key what identifies the row, or the thing the value belongs to
 */
public record SeededColumns(long seed, Column key) {

  /** The step between two neighbouring values of {@link #uniform}: 53 bits, all a double holds. */
  private static final double STEP = 0x1p-53;

  /**
   * A double, evenly spread.
   *
   * @param purpose what the value is for
   * @return a column from 0.0 (included) to 1.0 (excluded), never NULL
   */
  public Column uniform(String purpose) {
    return shiftrightunsigned(xxhash64(lit(seed), lit(purpose), key), 11).multiply(STEP);
  }

  /**
   * A double in favour of small values: its density falls as the power grows.
   *
   * @param purpose what the value is for
   * @param power how often {@link #uniform} is multiplied by itself, at least 1
   * @return a column from 0.0 (included) to 1.0 (excluded), never NULL
   */
  public Column skewed(String purpose, int power) {
    Column uniform = uniform(purpose);
    Column product = uniform;
    for (int i = 1; i < power; i++) {
      product = product.multiply(uniform); // not pow: its last bit may differ between machines
    }
    return product;
  }

  /**
   * A whole number, evenly spread.
   *
   * @param purpose what the value is for
   * @param bound how many values there are, at least 1
   * @return a long column from 0 (included) to {@code bound} (excluded), never NULL
   */
  public Column index(String purpose, long bound) {
    return floor(uniform(purpose).multiply(bound));
  }

  /**
   * Whether something happens to this row.
   *
   * @param what the name of the event
   * @param probability from 0.0 (never) to 1.0 (always)
   * @return a boolean column, never NULL
   */
  public Column happens(String what, double probability) {
    return uniform(what).lt(probability);
  }

  /**
   * One of some texts, each as likely as the others.
   *
   * @param purpose what the value is for
   * @param values the texts, at least one
   * @return a text column, never NULL
   */
  public Column oneOf(String purpose, String... values) {
    Column[] literals = Arrays.stream(values).map(value -> lit(value)).toArray(Column[]::new);
    return element_at(array(literals), index(purpose, values.length).plus(1).cast("int"));
  }
}
