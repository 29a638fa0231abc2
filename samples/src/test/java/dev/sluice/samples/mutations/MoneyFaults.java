package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.util.List;

/** Slips with decimals. */
final class MoneyFaults {

  record Line(long invoice, @Precision(value = 12, scale = 2) BigDecimal net) {}

  record Tax(long invoice, BigDecimal tax) {}

  record Payment(long invoice, String amount) {}

  record Paid(long invoice, BigDecimal amount) {}

  private MoneyFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("rounded before it is added up")
            .given(
                kit -> kit.rows(
                    Line.class,
                    new Line(1, new BigDecimal("1.05")),
                    new Line(1, new BigDecimal("1.05")),
                    new Line(1, new BigDecimal("1.05"))))
            .right(
                lines -> lines
                    .groupBy(Line::invoice)
                    .aggregate(row(Tax::new).of(
                        key(Line::invoice),
                        sum(col(Line::net).times(new BigDecimal("0.07"))).round(2))))
            .wrong(
                lines -> lines
                    .groupBy(Line::invoice)
                    .aggregate(row(Tax::new).of(
                        key(Line::invoice),
                        sum(col(Line::net).times(new BigDecimal("0.07")).round(2)))))
            .test(
                taxes -> assertThat(taxes)
                    .keyedBy(Tax::invoice)
                    .hasRows(new Tax(1, new BigDecimal("0.22"))))
            .finds(cell("invoice=1", "tax", "0.22", "0.21")),
        Mutation.of("the scale of a decimal lost")
            .given(kit -> kit.rows(Payment.class, new Payment(1, "12.50")))
            .right(
                payments -> payments
                    .select(row(Paid::new)
                        .of(col(Payment::invoice), col(Payment::amount).toDecimal(10, 2))))
            .wrong(
                payments -> payments
                    .select(row(Paid::new)
                        .of(col(Payment::invoice), col(Payment::amount).toDecimal(10, 0))))
            .test(
                paid -> assertThat(paid)
                    .keyedBy(Paid::invoice)
                    .hasRows(new Paid(1, new BigDecimal("12.5"))))
            .finds(cell("invoice=1", "amount", "12.5", "13")));
  }
}
