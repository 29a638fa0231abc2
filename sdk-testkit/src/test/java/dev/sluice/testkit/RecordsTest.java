package dev.sluice.testkit;

import static dev.sluice.testkit.Records.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordsTest {

  private record Order(long orderId, Integer quantity, String note) {
    Order {
      if (orderId < 0) {
        throw new IllegalArgumentException("orderId must not be negative");
      }
    }
  }

  private static final Order SAMPLE = new Order(1, 2, "pen");

  @Test
  void changesTheComponentsThatAreNamed() {
    assertThat(with(SAMPLE).set(Order::quantity).to(3).build()).isEqualTo(new Order(1, 3, "pen"));
    assertThat(with(SAMPLE).set(Order::orderId).to(9L).set(Order::note).to(null).build())
        .isEqualTo(new Order(9, 2, null));
    assertThat(SAMPLE).isEqualTo(new Order(1, 2, "pen"));
  }

  @Test
  void aHalfMadeCopyCanBecomeSeveral() {
    RecordCopy<Order> nine = with(SAMPLE).set(Order::orderId).to(9L);
    assertThat(nine.set(Order::quantity).to(1).build()).isEqualTo(new Order(9, 1, "pen"));
    assertThat(nine.build()).isEqualTo(new Order(9, 2, "pen"));
  }

  @Test
  void whatTheRecordRefusesIsRefused() {
    assertThatThrownBy(() -> with(SAMPLE).set(Order::orderId).to(-1L).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("orderId must not be negative");
  }

  @Test
  void refusesALambda() {
    assertThatThrownBy(() -> with(SAMPLE).set(order -> order.note()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("write a method reference such as Order::quantity");
  }
}
