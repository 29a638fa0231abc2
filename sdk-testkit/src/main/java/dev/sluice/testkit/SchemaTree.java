package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Two schemas as one tree: what both have, what only the expected one has ({@code -}), and what
 * only the actual one has ({@code +}).
 */
final class SchemaTree {

  private final boolean nullability;
  private final boolean order;
  private final List<String> lines = new ArrayList<>();
  private int differences;

  SchemaTree(boolean nullability, boolean order) {
    this.nullability = nullability;
    this.order = order;
  }

  /** Compares; then {@link #lines} and {@link #differences} are known. */
  SchemaTree of(StructType expected, StructType actual) {
    fields(expected, actual, 0);
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  int differences() {
    return differences;
  }

  private void fields(StructType expected, StructType actual, int depth) {
    for (StructField wanted : expected.fields()) {
      Optional<StructField> found = find(actual, wanted.name());
      if (found.isEmpty()) {
        differs("-", wanted, depth);
      } else {
        both(wanted, found.get(), depth);
      }
    }
    for (StructField unwanted : actual.fields()) {
      if (find(expected, unwanted.name()).isEmpty()) {
        differs("+", unwanted, depth);
      }
    }
    order(expected, actual, depth);
  }

  private void order(StructType expected, StructType actual, int depth) {
    List<String> wanted = common(expected, actual);
    List<String> found = common(actual, expected);
    if (order && !wanted.equals(found)) {
      differences++;
      lines.add(indented("-", depth, "order: " + String.join(", ", wanted)));
      lines.add(indented("+", depth, "order: " + String.join(", ", found)));
    }
  }

  private void both(StructField wanted, StructField found, int depth) {
    boolean sameKind =
        wanted.dataType().getClass() == found.dataType().getClass() && isNested(wanted.dataType());
    if (wanted.dataType().equals(found.dataType()) || sameKind) {
      if (nullability && wanted.nullable() != found.nullable()) {
        differences++;
        lines.add(indented("-", depth, line(wanted)));
        lines.add(indented("+", depth, line(found)));
      } else {
        lines.add(indented(" ", depth, line(wanted)));
      }
      inside(wanted.dataType(), found.dataType(), depth + 1);
    } else {
      differences++;
      lines.add(indented("-", depth, line(wanted)));
      lines.add(indented("+", depth, line(found)));
    }
  }

  private void inside(DataType wanted, DataType found, int depth) {
    if (wanted instanceof StructType left && found instanceof StructType right) {
      fields(left, right, depth);
    } else if (wanted instanceof ArrayType left && found instanceof ArrayType right) {
      both(
          part("element", left.elementType(), left.containsNull()),
          part("element", right.elementType(), right.containsNull()),
          depth);
    } else if (wanted instanceof MapType left && found instanceof MapType right) {
      both(part("key", left.keyType(), false), part("key", right.keyType(), false), depth);
      both(
          part("value", left.valueType(), left.valueContainsNull()),
          part("value", right.valueType(), right.valueContainsNull()),
          depth);
    }
  }

  private void differs(String sign, StructField field, int depth) {
    differences++;
    lines.add(indented(sign, depth, line(field)));
  }

  private String line(StructField field) {
    DataType type = field.dataType();
    String name = isNested(type) ? type.typeName() : type.simpleString();
    return "%s: %s%s"
        .formatted(field.name(), name, nullability && !field.nullable() ? " not null" : "");
  }

  private static String indented(String sign, int depth, String text) {
    return sign + " " + "  ".repeat(depth) + text;
  }

  private static boolean isNested(DataType type) {
    return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
  }

  private static StructField part(String name, DataType type, boolean nullable) {
    return DataTypes.createStructField(name, type, nullable);
  }

  private static Optional<StructField> find(StructType schema, String name) {
    return Arrays.stream(schema.fields()).filter(f -> f.name().equals(name)).findFirst();
  }

  private static List<String> common(StructType of, StructType with) {
    return Arrays.stream(of.fieldNames()).filter(name -> find(with, name).isPresent()).toList();
  }
}
