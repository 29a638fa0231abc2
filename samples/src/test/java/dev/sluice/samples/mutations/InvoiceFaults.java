package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.says;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.Records.with;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.quality.CleanRules;
import dev.sluice.samples.retail.RetailStages;
import dev.sluice.samples.retail.model.InvoiceLine;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/** Slips in the rules for the invoices of the online-retail sample. */
final class InvoiceFaults {

  private static final InvoiceLine LAMP =
      new InvoiceLine(
          "536365",
          "85123A",
          "LAMP",
          6,
          LocalDateTime.of(2010, 12, 1, 8, 26),
          2.55,
          17850.0,
          "United Kingdom");
  private static final InvoiceLine BLANKS =
      with(LAMP)
          .set(InvoiceLine::invoiceNo).to("53C366")
          .set(InvoiceLine::description).to(" LAMP ")
          .build();
  private static final InvoiceLine CANCELLATION =
      with(LAMP)
          .set(InvoiceLine::invoiceNo).to("C536379")
          .set(InvoiceLine::quantity).to(-6)
          .build();
  private static final InvoiceLine UNPRICED =
      with(LAMP)
          .set(InvoiceLine::invoiceNo).to("536380")
          .set(InvoiceLine::unitPrice).to(null)
          .build();
  private static final InvoiceLine ANONYMOUS =
      with(LAMP)
          .set(InvoiceLine::invoiceNo).to("536381")
          .set(InvoiceLine::customerId).to(null)
          .build();

  private InvoiceFaults() {}

  static List<Mutation> all() {
    return List.of(
        fault(
            "texts not trimmed",
            c -> c
                .require("not a cancellation", isCancelled().not())
                .require("positive quantity", col(InvoiceLine::quantity).gt(0))
                .require("positive price", col(InvoiceLine::unitPrice).gt(0))
                .require("has a customer", col(InvoiceLine::customerId).isNotNull()),
            cell("invoiceNo=\"53C366\"", "description", "\"LAMP\"", "\" LAMP \"")),
        fault(
            "a rule the wrong way round",
            c -> c
                .trim(InvoiceLine::description)
                .require("not a cancellation", isCancelled())
                .require("positive quantity", col(InvoiceLine::quantity).ne(0))
                .require("positive price", col(InvoiceLine::unitPrice).gt(0))
                .require("has a customer", col(InvoiceLine::customerId).isNotNull()),
            unexpected("InvoiceLine[invoiceNo=\"C536379\"")),
        fault(
            "a text looked for anywhere, not at the start",
            c -> c
                .trim(InvoiceLine::description)
                .require("not a cancellation", col(InvoiceLine::invoiceNo).like("%C%").not())
                .require("positive quantity", col(InvoiceLine::quantity).gt(0))
                .require("positive price", col(InvoiceLine::unitPrice).gt(0))
                .require("has a customer", col(InvoiceLine::customerId).isNotNull()),
            missing("InvoiceLine[invoiceNo=\"53C366\"")),
        fault(
            "a rule that NULL passes",
            c -> c
                .trim(InvoiceLine::description)
                .require("not a cancellation", isCancelled().not())
                .require("positive quantity", col(InvoiceLine::quantity).gt(0))
                .requireUnlessNull("positive price", col(InvoiceLine::unitPrice).gt(0))
                .require("has a customer", col(InvoiceLine::customerId).isNotNull()),
            unexpected("InvoiceLine[invoiceNo=\"536380\"")),
        fault(
            "a warning for a rule",
            c -> c
                .trim(InvoiceLine::description)
                .require("not a cancellation", isCancelled().not())
                .require("positive quantity", col(InvoiceLine::quantity).gt(0))
                .require("positive price", col(InvoiceLine::unitPrice).gt(0))
                .warn("has a customer", col(InvoiceLine::customerId).isNotNull()),
            unexpected("InvoiceLine[invoiceNo=\"536381\"")),
        fault(
            "one of two reasons lost",
            c -> c
                .trim(InvoiceLine::description)
                .require("positive quantity", col(InvoiceLine::quantity).gt(0))
                .require("positive price", col(InvoiceLine::unitPrice).gt(0))
                .require("has a customer", col(InvoiceLine::customerId).isNotNull()),
            says(
                "rejected InvoiceLine[invoiceNo=\"C536379\"",
                " because of 'positive quantity', not of 'not a cancellation', 'positive"
                    + " quantity'")));
  }

  private static Mutation fault(
      String fault, UnaryOperator<CleanRules<InvoiceLine>> rules, Finding finding) {
    return Mutation.of(fault)
        .given(InvoiceFaults::lines)
        .right(RetailStages::clean)
        .wrong(lines -> lines.clean("valid sales", rules))
        .test(InvoiceFaults::areValid)
        .finds(finding);
  }

  private static Stage<InvoiceLine> lines(SparkKit kit) {
    return kit.rows(InvoiceLine.class, LAMP, BLANKS, CANCELLATION, UNPRICED, ANONYMOUS);
  }

  private static BoolExpr<InvoiceLine> isCancelled() {
    return col(InvoiceLine::invoiceNo).startsWith("C");
  }

  private static void areValid(CheckedStage<InvoiceLine> lines) {
    assertThat(lines)
        .keyedBy(InvoiceLine::invoiceNo)
        .hasRows(LAMP, with(BLANKS).set(InvoiceLine::description).to("LAMP").build())
        .rejects(CANCELLATION)
        .because("not a cancellation", "positive quantity")
        .rejects(UNPRICED)
        .because("positive price")
        .rejects(ANONYMOUS)
        .because("has a customer");
  }
}
