package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import dev.sluice.record.RecordType;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class RecordsTest extends Shop {

  // #region naming
  @ColumnNaming(NamingStrategy.SNAKE_CASE)
  record Invoice(
      long invoiceId,                                          // column invoice_id
      @ColumnName("cust no") long customerId,                  // column "cust no"
      @Precision(value = 12, scale = 2) BigDecimal total) {}   // DECIMAL(12,2)
  // #endregion

  // #region nested
  enum Status { OPEN, PAID, SENT }

  record Address(String street, String city) {}

  record Delivery(long orderId, Status status, Address address, List<String> tags) {}
  // #endregion

  // #region refused
  record Wrong(ZonedDateTime at, Optional<String> note, Integer quantity) {
    Integer quantity(int factor) {
      return quantity * factor;
    }
  }
  // #endregion

  @Test
  void columnsHaveTheNamesThatAnnotationsGive() {
    assertThat(RecordType.of(Invoice.class).columns())
        .containsExactly("invoice_id", "cust no", "total");
  }

  @Test
  void nestedRecordsEnumsAndLists(SparkKit kit) {
    Delivery gift =
        new Delivery(1, Status.PAID, new Address("Rua A", "Lisbon"), List.of("gift"));
    Stage<Delivery> deliveries =
        kit.rows(
            Delivery.class,
            gift,
            new Delivery(2, Status.OPEN, new Address("Gata 2", "Oslo"), List.of()));

    // #region use
    Stage<Delivery> gifts = deliveries
        .filter(col(Delivery::status).in(Status.PAID, Status.SENT))
        .filter(col(Delivery::address).col(Address::city).eq("Lisbon"))
        .filter(col(Delivery::tags).contains("gift"));
    // #endregion

    assertThat(gifts).hasRows(gift);
  }

  @Test
  void aRecordThatCannotDescribeRowsIsRefused() throws IOException {
    var refusal = assertThrows(IllegalArgumentException.class, () -> InMemory.sink(Wrong.class));

    Output.in("docs/guide/records.md", "refused").shows(refusal.getMessage());
  }
}
// @formatter:on
