package dev.sluice.samples.tpch;

import dev.sluice.connect.BoundedSource;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Region;
import dev.sluice.samples.tpch.model.Supplier;
import io.trino.tpch.TpchTable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The eight tables by the benchmark's own generator, which makes the same rows each time.
 *
 * @param scale how large they are; 1 is a gigabyte of text for all together
 */
record Generated(double scale) {

  BoundedSource<Region> regions() {
    return new GeneratedTable<>(
        Region.class,
        (scale, part, parts) -> TpchTable.REGION.createGenerator(scale, part, parts),
        scale,
        r -> new Region(r.getRegionKey(), r.getName(), r.getComment()));
  }

  BoundedSource<Nation> nations() {
    return new GeneratedTable<>(
        Nation.class,
        (scale, part, parts) -> TpchTable.NATION.createGenerator(scale, part, parts),
        scale,
        n -> new Nation(n.getNationKey(), n.getName(), n.getRegionKey(), n.getComment()));
  }

  BoundedSource<Supplier> suppliers() {
    return new GeneratedTable<>(
        Supplier.class,
        (scale, part, parts) -> TpchTable.SUPPLIER.createGenerator(scale, part, parts),
        scale,
        s -> new Supplier(
            s.getSupplierKey(),
            s.getName(),
            s.getAddress(),
            s.getNationKey(),
            s.getPhone(),
            hundredths(s.getAccountBalanceInCents()),
            s.getComment()));
  }

  BoundedSource<Customer> customers() {
    return new GeneratedTable<>(
        Customer.class,
        (scale, part, parts) -> TpchTable.CUSTOMER.createGenerator(scale, part, parts),
        scale,
        c -> new Customer(
            c.getCustomerKey(),
            c.getName(),
            c.getAddress(),
            c.getNationKey(),
            c.getPhone(),
            hundredths(c.getAccountBalanceInCents()),
            c.getMarketSegment(),
            c.getComment()));
  }

  BoundedSource<Part> parts() {
    return new GeneratedTable<>(
        Part.class,
        (scale, part, parts) -> TpchTable.PART.createGenerator(scale, part, parts),
        scale,
        p -> new Part(
            p.getPartKey(),
            p.getName(),
            p.getManufacturer(),
            p.getBrand(),
            p.getType(),
            p.getSize(),
            p.getContainer(),
            hundredths(p.getRetailPriceInCents()),
            p.getComment()));
  }

  BoundedSource<PartSupplier> partSuppliers() {
    return new GeneratedTable<>(
        PartSupplier.class,
        (scale, part, parts) -> TpchTable.PART_SUPPLIER.createGenerator(scale, part, parts),
        scale,
        ps -> new PartSupplier(
            ps.getPartKey(),
            ps.getSupplierKey(),
            ps.getAvailableQuantity(),
            hundredths(ps.getSupplyCostInCents()),
            ps.getComment()));
  }

  BoundedSource<Order> orders() {
    return new GeneratedTable<>(
        Order.class,
        (scale, part, parts) -> TpchTable.ORDERS.createGenerator(scale, part, parts),
        scale,
        o -> new Order(
            o.getOrderKey(),
            o.getCustomerKey(),
            String.valueOf(o.getOrderStatus()),
            hundredths(o.getTotalPriceInCents()),
            LocalDate.ofEpochDay(o.getOrderDate()),
            o.getOrderPriority(),
            o.getClerk(),
            o.getShipPriority(),
            o.getComment()));
  }

  BoundedSource<LineItem> lineItems() {
    return new GeneratedTable<>(
        LineItem.class,
        (scale, part, parts) -> TpchTable.LINE_ITEM.createGenerator(scale, part, parts),
        scale,
        l -> new LineItem(
            l.getOrderKey(),
            l.getPartKey(),
            l.getSupplierKey(),
            l.getLineNumber(),
            BigDecimal.valueOf(l.getQuantity()),
            hundredths(l.getExtendedPriceInCents()),
            hundredths(l.getDiscountPercent()),
            hundredths(l.getTaxPercent()),
            l.getReturnFlag(),
            l.getStatus(),
            LocalDate.ofEpochDay(l.getShipDate()),
            LocalDate.ofEpochDay(l.getCommitDate()),
            LocalDate.ofEpochDay(l.getReceiptDate()),
            l.getShipInstructions(),
            l.getShipMode(),
            l.getComment()));
  }

  private static BigDecimal hundredths(long number) {
    return BigDecimal.valueOf(number, 2);
  }
}
