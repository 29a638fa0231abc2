package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Side;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Part;
import java.math.BigDecimal;

/** Query 19: what parts of three kinds earned that were brought in person by air. */
final class DiscountedRevenue {

  private DiscountedRevenue() {}

  record Sold(@Precision(value = 32, scale = 4) BigDecimal revenue) {}

  record Revenue(@Precision(value = 38, scale = 4) BigDecimal revenue) {}

  static Stage<Revenue> of(Tables in) {
    return in.lineItems()
        .filter(col(LineItem::shipMode).in("AIR", "AIR REG"))
        .filter(col(LineItem::shipInstructions).eq("DELIVER IN PERSON"))
        .join(in.parts()).on(LineItem::partKey).equalTo(Part::partKey)
        .where((l, p) -> of(l, p, "Brand#12", 1, 5, "SM CASE", "SM BOX", "SM PACK", "SM PKG")
            .or(of(l, p, "Brand#23", 10, 10, "MED BAG", "MED BOX", "MED PKG", "MED PACK"))
            .or(of(l, p, "Brand#34", 20, 15, "LG CASE", "LG BOX", "LG PACK", "LG PKG")))
        .select((l, p) -> row(Sold::new).of(
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))))
        .aggregate(row(Revenue::new).of(sum(Sold::revenue)));
  }

  /** Whether it is a part of a brand, up to a size and in such a container, and so many, or ten more. */
  private static <S> BoolExpr<S> of(
      Side<S, LineItem> line,
      Side<S, Part> part,
      String brand,
      int quantity,
      int size,
      String... containers) {
    return part.col(Part::brand).eq(brand)
        .and(part.col(Part::container).in(containers))
        .and(line.col(LineItem::quantity).between(quantity, quantity + 10))
        .and(part.col(Part::size).between(1, size));
  }
}
