package dev.sluice.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.record.RecordType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

  enum Status {
    OPEN
  }

  record Item(int sku, @Precision(value = 10, scale = 2) BigDecimal price) {}

  record Order(
      @ColumnName("order_id") long orderId,
      Integer quantity,
      BigDecimal total,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Duration took,
      byte[] payload,
      Status status,
      List<Item> items,
      Map<String, Long> counts) {}

  @Test
  void givesEachComponentItsColumn() {
    assertThat(RecordSchemas.of(RecordType.of(Order.class)).toDDL().split(",(?=[a-z]+ )"))
        .containsExactly(
            "order_id BIGINT NOT NULL",
            "quantity INT",
            "total DECIMAL(38,18)",
            "day DATE",
            "at TIMESTAMP",
            "local TIMESTAMP_NTZ",
            "took INTERVAL DAY TO SECOND",
            "payload BINARY",
            "status STRING",
            "items ARRAY<STRUCT<sku: INT NOT NULL, price: DECIMAL(10,2)>>",
            "counts MAP<STRING, BIGINT>");
  }

  record Wrong(Thread thread) {}

  @Test
  void refusesARecordWithProblems() {
    assertThatThrownBy(() -> RecordSchemas.of(RecordType.of(Wrong.class)))
        .hasMessageContaining("Wrong.thread");
  }

  private static List<SchemaDifference> differences(String ddl, Class<?> record) {
    return RecordSchemas.differences(StructType.fromDDL(ddl), RecordType.of(record));
  }

  record Sale(long id, double price, String name) {}

  @Test
  void acceptsTheSameColumnsInAnotherOrder() {
    assertThat(differences("name STRING, price DOUBLE, id BIGINT", Sale.class)).isEmpty();
  }

  @Test
  void suggestsTheColumnThatWasMeant() {
    var found = differences("id BIGINT, prcie DOUBLE, name STRING", Sale.class);

    assertThat(found)
        .extracting(SchemaDifference::sentence)
        .containsExactly(
            "column \"price\" (DOUBLE) of Sale.price is missing; did you mean \"prcie\"? Then"
                + " rename the component or add @ColumnName(\"prcie\")",
            "column \"prcie\" (DOUBLE) is in the data but not in record Sale, and is not read");
    assertThat(found).extracting(SchemaDifference::breaksReading).containsExactly(true, false);
  }

  @Test
  void doesNotSuggestAColumnThatAnotherComponentReads() {
    assertThat(differences("id BIGINT, name STRING", Sale.class))
        .extracting(SchemaDifference::sentence)
        .containsExactly("column \"price\" (DOUBLE) of Sale.price is missing");
  }

  @Test
  void tellsAWideningFromAConversion() {
    assertThat(differences("id INT, price STRING, name STRING", Sale.class))
        .extracting(SchemaDifference::sentence)
        .containsExactly(
            "column \"id\" is INT in the data and is widened without loss to BIGINT for Sale.id",
            "column \"price\" is STRING in the data, but Sale.price needs DOUBLE: change the"
                + " component's type, and convert in the pipeline");
  }

  record Numbers(double real, BigDecimal decimal, @Precision(9) BigDecimal narrow) {}

  @Test
  void knowsWhichNumbersFitWithoutLoss() {
    assertThat(differences("real INT, decimal BIGINT, narrow DECIMAL(5,0)", Numbers.class))
        .hasSize(3)
        .allMatch(SchemaDifference.Widened.class::isInstance);
    assertThat(differences("real BIGINT, decimal DOUBLE, narrow DECIMAL(9,1)", Numbers.class))
        .hasSize(3)
        .allMatch(SchemaDifference.Retyped.class::isInstance);
  }

  @Test
  void findsAColumnThatDiffersInCase() {
    assertThat(differences("ID BIGINT, price DOUBLE, name STRING", Sale.class))
        .containsExactly(new SchemaDifference.CaseDiffers("id", "ID"));
  }

  record Basket(List<Item> items, Map<String, Item> named) {}

  @Test
  void namesDifferencesDeepInsideByTheirPath() {
    assertThat(
        differences(
            "items ARRAY<STRUCT<sku: STRING, price: DECIMAL(10,2)>>,"
                + " named MAP<STRING, STRUCT<sku: INT>>",
            Basket.class))
        .extracting(SchemaDifference::column)
        .containsExactly("items[].sku", "named{value}.price");
  }

  @Test
  void comparesAListWithSomethingElse() {
    assertThat(
        differences(
            "items STRING, named MAP<STRING, STRUCT<sku: INT, price: DECIMAL(10,2)>>",
            Basket.class))
        .singleElement()
        .isInstanceOf(SchemaDifference.Retyped.class);
  }
}
