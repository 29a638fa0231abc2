package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.near;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import java.util.List;

/** Slips between columns of one type, which javac does not see. */
final class ColumnFaults {

  record Customer(long customerId, String name, String country) {}

  record Transfer(long from, long to, double amount) {}

  private static final Customer ADA = new Customer(7, "Ada", "PT");

  private ColumnFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("an expression set on the wrong column")
            .given(kit -> kit.rows(Customer.class, new Customer(7, "Ada", "pt")))
            .right(
                customers -> customers.enrich(
                    Customer.class, set(Customer::country).to(col(Customer::country).upper())))
            .wrong(
                customers -> customers.enrich(
                    Customer.class, set(Customer::name).to(col(Customer::country).upper())))
            .test(customers -> assertThat(customers).keyedBy(Customer::customerId).hasRows(ADA))
            .finds(cell("customerId=7", "name", "\"Ada\"", "\"PT\"")),
        Mutation.of("from and to in each other's place")
            .given(kit -> kit.rows(Transfer.class, new Transfer(7, 8, 2.5)))
            .right(
                transfers -> transfers
                    .select(row(Transfer::new)
                        .of(col(Transfer::from), col(Transfer::to), col(Transfer::amount))))
            .wrong(
                transfers -> transfers
                    .select(row(Transfer::new)
                        .of(col(Transfer::to), col(Transfer::from), col(Transfer::amount))))
            .test(transfers -> assertThat(transfers).hasRows(new Transfer(7, 8, 2.5)))
            .finds(near("Transfer[from=7, to=8", "from", 7, 8)));
  }
}
