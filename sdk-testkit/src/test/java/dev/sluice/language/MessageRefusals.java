package dev.sluice.language;

import java.util.List;

/** Mistakes with the places of components in a message. */
final class MessageRefusals {

  private MessageRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "An offset that is no whole number",
            """
            Kafka.topic("orders").json(Order.class).offset(Order::note);
            """,
            1,
            "no suitable method found for offset(Order::note)",
            "The method offset("),
        new Refusal(
            "A key that Kafka has no bytes for",
            """
            Kafka.topic("orders").json(Order.class).key(Order::discount);
            """,
            1,
            "no suitable method found for key(Order::discount)",
            "The method key("),
        new Refusal(
            "A timestamp that is a day",
            """
            Kafka.topic("orders").json(Order.class).timestamp(Order::orderDate);
            """,
            1,
            "incompatible types: bad return type in method reference",
            "The method timestamp("),
        new Refusal(
            "A message keyed by a column of another record",
            """
            Kafka.topic("orders").json(Order.class).append().keyedBy(Product::category);
            """,
            1,
            "no suitable method found for keyedBy(Product::category)",
            "The method keyedBy("));
  }
}
