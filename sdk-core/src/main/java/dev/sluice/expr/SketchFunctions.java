// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/** What is remembered of many values in little space. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class SketchFunctions extends ChoiceFunctions {

  SketchFunctions() {}

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(IntExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.HLL_SKETCH, value.node()));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.PrimitiveInt<T> accessor) {
    return hllSketch(col(accessor));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.BoxedInt<T> accessor) {
    return hllSketch(col(accessor));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(LongExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.HLL_SKETCH, value.node()));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.PrimitiveLong<T> accessor) {
    return hllSketch(col(accessor));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.BoxedLong<T> accessor) {
    return hllSketch(col(accessor));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(StrExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.HLL_SKETCH, value.node()));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.Text<T> accessor) {
    return hllSketch(col(accessor));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(BinaryExpr<T> value) {
    return new BinaryExpr<>(Calls.of(ColumnAggregates.HLL_SKETCH, value.node()));
  }

  /**
   * A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code
   * hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.
   */
  public static <T> BinaryExpr<Group<T>> hllSketch(Fields.Binary<T> accessor) {
    return hllSketch(col(accessor));
  }
}
