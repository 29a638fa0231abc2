package dev.sluice.testkit;

import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
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

  /**
   * Asserts that the schema is that of a golden file, see {@link TextAssert}: a tree of names and
   * types. Where the order does not matter the columns are sorted by their names.
   *
   * @param name the name of the file, such as {@code orders.schema}
   */
  public SchemaAssert matchesGolden(String name) {
    asText().matchesGolden(name);
    return this;
  }

  /** The text that {@link #matchesGolden} compares. */
  public TextAssert asText() {
    StructType shown = order ? actual : (StructType) sorted(actual);
    return new TextAssert(
        "the schema",
        new SchemaTree(nullability, true)
            .of(shown, shown).lines().stream()
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n")),
        TextNormalizer.exact());
  }

  private static DataType sorted(DataType type) {
    if (type instanceof StructType struct) {
      return DataTypes.createStructType(
          Arrays.stream(struct.fields())
              .sorted(Comparator.comparing(StructField::name))
              .map(f -> DataTypes.createStructField(f.name(), sorted(f.dataType()), f.nullable()))
              .toList());
    }
    if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(sorted(array.elementType()), array.containsNull());
    }
    return type instanceof MapType map
        ? DataTypes.createMapType(
            sorted(map.keyType()), sorted(map.valueType()), map.valueContainsNull())
        : type;
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
