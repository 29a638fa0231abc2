package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchemaAssertTest {

  record Item(String name, double price) {}

  record Basket(long id, List<Item> items, Map<String, Item> byName) {}

  private static final String ITEM = "struct<name: string, price: double not null>";

  private static StructType schema(String ddl) {
    return StructType.fromDDL(ddl);
  }

  private static String failure(ThrowingCallable assertion) {
    Throwable thrown = catchThrowable(assertion);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown.getMessage();
  }

  @Test
  void acceptsTheSchemaOfARecord() {
    assertThatSchema(
        schema(
            "id bigint not null, items array<%s>, byName map<string, %s>"
                .formatted(ITEM, ITEM)))
        .isOf(Basket.class);
  }

  @Test
  void showsDifferencesAtEveryDepthAsATree() {
    StructType actual =
        schema(
            "id bigint, items array<struct<name: string, price: float>>,"
                + " byName map<string, struct<price: double not null>>, extra int");
    assertThat(failure(() -> assertThatSchema(actual).isOf(Basket.class)))
        .isEqualTo(
            """
            schema differs from Basket in 4 places (- expected, + actual)

            - id: bigint not null
            + id: bigint
              items: array
                element: struct
                  name: string
            -     price: double not null
            +     price: float
              byName: map
                key: string not null
                value: struct
            -     name: string
                  price: double not null
            + extra: int\
            """);
  }

  @Test
  void nullabilityAndOrderMatterUnlessTheyAreIgnored() {
    StructType actual = schema("price double, name string");
    assertThat(failure(() -> assertThatSchema(actual).isOf(Item.class)))
        .isEqualTo(
            """
            schema differs from Item in 2 places (- expected, + actual)

              name: string
            - price: double not null
            + price: double
            - order: name, price
            + order: price, name\
            """);
    assertThatSchema(actual).ignoringNullability().ignoringOrder().isOf(Item.class);
  }

  @Test
  void nullabilityOfElementsAndValuesMatters() {
    StructType expected = schema("a array<int>, m map<string, int>");
    StructType actual =
        (StructType) DataType.fromJson(
            expected
                .json()
                .replace("\"containsNull\":true", "\"containsNull\":false")
                .replace("\"valueContainsNull\":true", "\"valueContainsNull\":false"));
    assertThat(failure(() -> assertThatSchema(actual).isEqualTo(expected)))
        .isEqualTo(
            """
            schema differs from the expected one in 2 places (- expected, + actual)

              a: array
            -   element: int
            +   element: int not null
              m: map
                key: string not null
            -   value: int
            +   value: int not null\
            """);
    assertThatSchema(actual).ignoringNullability().isEqualTo(expected);
  }
}
