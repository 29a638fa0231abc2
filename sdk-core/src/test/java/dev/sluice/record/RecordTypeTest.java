package dev.sluice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.ColumnType.Struct;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTypeTest {

  enum Status {
    OPEN,
    PAID
  }

  record Item(String sku, @Precision(value = 10, scale = 2) BigDecimal price) {}

  record Order(
      long orderId,
      Integer quantity,
      BigDecimal total,
      Status status,
      List<@Precision(value = 6, scale = 3) BigDecimal> rates,
      List<Item> items,
      Map<String, List<Integer>> tags,
      byte[] payload) {}

  @Test
  void describesEachComponentInTheOrderOfTheConstructor() {
    RecordType order = RecordType.of(Order.class);

    assertThat(order.components())
        .extracting(RecordComponentType::logicalType)
        .containsExactly(
            Scalar.LONG,
            Scalar.INT,
            new Decimal(38, 18),
            new Enumeration(Status.class),
            new ListOf(new Decimal(6, 3)),
            new ListOf(new Struct(Item.class)),
            new MapOf(Scalar.STRING, new ListOf(Scalar.INT)),
            Scalar.BINARY);
    assertThat(order.problems()).isEmpty();
  }

  @Test
  void onlyPrimitivesCannotBeNull() {
    assertThat(RecordType.of(Order.class).components())
        .filteredOn(component -> !component.nullable())
        .extracting(RecordComponentType::name)
        .containsExactly("orderId");
  }

  @Test
  void readsARecordOnce() {
    assertThat(RecordType.of(Order.class)).isSameAs(RecordType.of(Order.class));
  }

  @Test
  void readsThePrecisionOfANestedRecord() {
    assertThat(RecordType.of(Item.class).component("price").orElseThrow().logicalType())
        .isEqualTo(new Decimal(10, 2));
  }

  @ColumnNaming(NamingStrategy.SNAKE_CASE)
  record Visit(
      long visitId, String userHTTPAgent, String line2Text, @ColumnName("Cust No") long customer) {}

  @Test
  void namesColumnsByTheStrategyUnlessOneHasItsOwnName() {
    assertThat(RecordType.of(Visit.class).columns())
        .containsExactly("visit_id", "user_http_agent", "line2_text", "Cust No");
  }

  @Test
  void strategiesCoverTheUsualSpellings() {
    assertThat(NamingStrategy.values())
        .extracting(strategy -> strategy.columnName("orderDate"))
        .containsExactly("orderDate", "order_date", "ORDER_DATE", "order-date");
  }

  @Test
  void findsAComponentByItsJavaName() {
    RecordType visit = RecordType.of(Visit.class);

    assertThat(visit.component("customer").orElseThrow().column()).isEqualTo("Cust No");
    assertThat(visit.component("Cust No")).isEmpty();
  }

  @Test
  void suggestsTheNearestComponentForAWrongName() {
    RecordType visit = RecordType.of(Visit.class);

    assertThat(visit.suggestion("vistiId")).contains("visitId");
    assertThat(visit.suggestion("visit_id")).contains("visitId");
    assertThat(visit.suggestion("custno")).contains("customer");
    assertThat(visit.suggestion("revenue")).isEmpty();
  }

  @Test
  void refusesAClassThatIsNoRecord() {
    assertThatThrownBy(() -> RecordType.of(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("java.lang.String is not a record.");
  }

  record OldItem(java.sql.Timestamp at, java.time.LocalTime time, char flag) {}

  record OldOrder(List<OldItem> items, Map<String, Object> attributes) {}

  @Test
  void namesEveryUnsupportedTypeByItsPath() {
    assertThat(RecordType.of(OldOrder.class).problems())
        .containsExactly(
            "OldOrder.items[].at: java.sql.Timestamp cannot be a column: only java.time is"
                + " supported: use java.time.Instant for a moment",
            "OldOrder.items[].time: java.time.LocalTime cannot be a column: a column has no time of"
                + " day: use String or an int of seconds",
            "OldOrder.items[].flag: char cannot be a column: use String",
            "OldOrder.attributes{value}: java.lang.Object cannot be a column: name the type of the"
                + " values");
  }

  @SuppressWarnings("rawtypes")
  record Vague<T>(
      T value,
      List raw,
      List<? extends Number> any,
      CharSequence text,
      int[] numbers,
      Vague<T> next) {}

  @Test
  void refusesTypesThatDoNotSayWhatTheColumnIs() {
    assertThat(RecordType.of(Vague.class).problems())
        .containsExactly(
            "Vague.value: T cannot be a column: a type variable has no columns: write the record"
                + " for one type",
            "Vague.raw: java.util.List cannot be a column: a raw List has no types: write List<…>",
            "Vague.any[]: ? extends java.lang.Number cannot be a column: write the element type"
                + " itself, without a wildcard",
            "Vague.text: java.lang.CharSequence cannot be a column: use String",
            "Vague.numbers: int[] cannot be a column: use java.util.List",
            "Vague.next: "
                + Vague.class.getName()
                + "<T> cannot be a column: a generic record has no fixed columns: write a record"
                + " for this type");
  }

  record Twice(long orderId, @ColumnName("ORDERID") long other, @ColumnName(" ") int blank) {}

  @Test
  void refusesColumnNamesThatAreEqualOrBlank() {
    assertThat(RecordType.of(Twice.class).problems())
        .containsExactly(
            "Twice.other: column \"ORDERID\" is also the column of orderId (\"orderId\"), and case"
                + " does not tell them apart: rename one with @ColumnName",
            "Twice.blank: @ColumnName is blank: give the column a name");
  }

  record Overloaded(int quantity) {
    int quantity(int factor) {
      return quantity * factor;
    }
  }

  @Test
  void refusesAnOverloadedAccessor() {
    assertThat(RecordType.of(Overloaded.class).problems())
        .containsExactly(
            "Overloaded.quantity: another method has the name quantity, so the reference"
                + " Overloaded::quantity is ambiguous to the compiler: rename that method");
  }

  record Category(String name, Category parent) {}

  @Test
  void refusesARecordThatContainsItself() {
    assertThat(RecordType.of(Category.class).problems())
        .containsExactly(
            "Category.parent: record Category contains itself, so it has no end of columns: keep a"
                + " key of the other row instead");
  }

  record Imprecise(
      @Precision(value = 39) BigDecimal wide,
      @Precision(value = 5, scale = 6) BigDecimal fine,
      @Precision(5) String text) {}

  @Test
  void refusesAPrecisionThatNoColumnCanHave() {
    assertThat(RecordType.of(Imprecise.class).problems())
        .hasSize(3)
        .anySatisfy(p -> assertThat(p).startsWith("Imprecise.wide").contains("value = 39"))
        .anySatisfy(p -> assertThat(p).startsWith("Imprecise.fine").contains("scale = 6"))
        .anySatisfy(p -> assertThat(p).startsWith("Imprecise.text").contains("for BigDecimal"));
  }

  record Nothing() {}

  @Test
  void requireValidThrowsOneExceptionWithEveryProblem() {
    assertThatThrownBy(() -> RecordType.of(Twice.class).requireValid())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Twice.other")
        .hasMessageContaining("Twice.blank");
    assertThatThrownBy(() -> RecordType.of(Nothing.class).requireValid())
        .hasMessageContaining("Nothing: a record without components has no columns");
  }
}
