package dev.sluice.samples.generator;

/**
 * Random-looking values that depend on a seed and on a key, and on nothing else: what {@link
 * SeededColumns} is for columns, in plain Java.
 *
 * <pre>{@code
 * SeededValues random = new SeededValues(42, userId);
 * String country = random.oneOf("country", "DE", "FR", "PT");
 * }</pre>
 *
 * <p>Each value is drawn for a purpose, a name of its own. Two values of one purpose, seed and key
 * are equal; with any of the three different they are independent. They are other values than those
 * of {@link SeededColumns}.
 *
 * @param seed the seed of the whole data set
 * @param key what identifies the row, or the thing the value belongs to
 */
public record SeededValues(long seed, long key) {

  /** The step between two neighbouring values of {@link #uniform}: 53 bits, all a double holds. */
  private static final double STEP = 0x1p-53;

  /** The odd number next to 2<sup>64</sup> by the golden ratio, as in SplitMix64. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /**
   * A double, evenly spread.
   *
   * @param purpose what the value is for
   * @return from 0.0 (included) to 1.0 (excluded)
   */
  public double uniform(String purpose) {
    return (mixed(key + mixed(purpose.hashCode() + mixed(seed))) >>> 11) * STEP;
  }

  /**
   * A double in favour of small values: its density falls as the power grows.
   *
   * @param purpose what the value is for
   * @param power how often {@link #uniform} is multiplied by itself, at least 1
   * @return from 0.0 (included) to 1.0 (excluded)
   */
  public double skewed(String purpose, int power) {
    double uniform = uniform(purpose);
    double product = uniform;
    for (int i = 1; i < power; i++) {
      product *= uniform; // not Math.pow: its last bit may differ between machines
    }
    return product;
  }

  /**
   * A whole number, evenly spread.
   *
   * @param purpose what the value is for
   * @param bound how many values there are, at least 1
   * @return from 0 (included) to {@code bound} (excluded)
   */
  public long index(String purpose, long bound) {
    return (long) (uniform(purpose) * bound);
  }

  /**
   * Whether something happens.
   *
   * @param what the name of the event
   * @param probability from 0.0 (never) to 1.0 (always)
   */
  public boolean happens(String what, double probability) {
    return uniform(what) < probability;
  }

  /**
   * One of some texts, each as likely as the others.
   *
   * @param purpose what the value is for
   * @param values the texts, at least one
   */
  public String oneOf(String purpose, String... values) {
    return values[(int) index(purpose, values.length)];
  }

  /** The step of SplitMix64, which turns neighbouring numbers into unrelated ones. */
  private static long mixed(long number) {
    long mixed = number + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
