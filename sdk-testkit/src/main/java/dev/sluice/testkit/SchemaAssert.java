package dev.sluice.testkit;

import dev.sluice.plan.RecordType;
import dev.sluice.spark.RecordSchemas;
import org.apache.spark.sql.types.StructType;

/**
 * Assertions about a schema: names, types, nullability and order of the columns, at every depth,
 * unless told otherwise. Metadata of columns does not matter.
 */
public final class SchemaAssert {

  private final StructType actual;
  private final boolean nullability;
  private final boolean order;

  SchemaAssert(StructType actual) {
    this(actual, true, true);
  }

  private SchemaAssert(StructType actual, boolean nullability, boolean order) {
    this.actual = actual;
    this.nullability = nullability;
    this.order = order;
  }

  /** Whether a column can be NULL does not matter. */
  public SchemaAssert ignoringNullability() {
    return new SchemaAssert(actual, false, order);
  }

  /** The order of the columns does not matter. */
  public SchemaAssert ignoringOrder() {
    return new SchemaAssert(actual, nullability, false);
  }

  /** Asserts that the columns are those of a record. */
  public SchemaAssert isOf(Class<? extends Record> record) {
    return is(record.getSimpleName(), RecordSchemas.of(RecordType.of(record)));
  }

  /** Asserts that the schemas are equal. */
  public SchemaAssert isEqualTo(StructType expected) {
    return is("the expected one", expected);
  }

  private SchemaAssert is(String name, StructType expected) {
    SchemaTree tree = new SchemaTree(nullability, order).of(expected, actual);
    if (tree.differences() > 0) {
      throw new AssertionError(
          "schema differs from %s in %d %s (- expected, + actual)\n\n%s"
              .formatted(
                  name,
                  tree.differences(),
                  tree.differences() == 1 ? "place" : "places",
                  String.join("\n", tree.lines())));
    }
    return this;
  }
}
