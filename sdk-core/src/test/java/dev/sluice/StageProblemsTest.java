package dev.sluice;

import static dev.sluice.Dsl.*;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Shop.orders;
import static dev.sluice.Shop.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.Shop.Name;
import dev.sluice.Shop.Order;
import dev.sluice.Shop.Priced;
import dev.sluice.Shop.Product;
import dev.sluice.Shop.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each problem names the stage and its line. */
class StageProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(StageProblemsTest.class);

  @Test
  void namesComponentsThatAreNotSet() {
    var stage = orders().enrich(Priced.class); // @unset

    assertThat(problems(stage))
        .containsExactly(
            "stage 'enrich Priced' (%s): 'total' of Priced is not set: no column of the same name and type goes in, so add set(Priced::total).to(…)"
                .formatted(LINES.at("unset")));
  }

  @Test
  void saysThatAComponentOfTheSameNameHasAnotherType() {
    record Wider(long orderId, Long quantity, List<String> note, String title) {}
    var stage = orders().enrich(Wider.class);

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains(
            "'quantity' (Integer goes in, Long is wanted), 'note' (String goes in, List<String> is"
                + " wanted), 'title' of Wider are not set");
  }

  @Test
  void namesTheStagesOfAJoinThatHaveAComponentTwice() {
    record Both(long orderId, double total) {}
    Stage<Order> orders = orders();
    var stage =
        orders.join(orders)
            .on(Order::orderId).equalTo(Order::orderId)
            .enrich(Both.class, (a, b) -> set(Both::total).to(b.col(Order::price)));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains(
            "Order (stage 1) and Order (stage 2) have 'orderId': say which is meant, with"
                + " set(Both::orderId).to(…)");
  }

  @Test
  void refusesAComponentThatIsSetTwice() {
    var stage =
        orders()
            .enrich(
                Priced.class,
                set(Priced::total).to(col(Order::price)),
                set(Priced::total).to(col(Order::price).times(2))); // @twice

    assertThat(problems(stage))
        .containsExactly(
            "stage 'enrich Priced' (%s): 'total' is set twice: keep one"
                .formatted(LINES.at("twice")));
  }

  @Test
  void refusesRecordsThatCannotDescribeRows() {
    record Bad(long id, Object anything, String name) {
      String name(String prefix) {
        return prefix + name;
      }
    }
    var stage = orders().transform("odd", Bad.class, rows -> rows);

    assertThat(problems(stage))
        .satisfiesExactly(
            type -> assertThat(type).contains("stage 'odd'").contains("Bad.anything: "),
            overload -> assertThat(overload)
                .endsWith(
                    "Bad.name: another method has the name name, so the reference Bad::name is"
                        + " ambiguous to the compiler: rename that method"));
  }

  @Test
  void refusesAnEmptyCleanStage() {
    var stage = orders().clean("nothing", c -> c); // @empty

    assertThat(problems(stage))
        .containsExactly(
            "stage 'nothing' (%s): the clean stage does nothing: give it a rule, a fix or a key"
                .formatted(LINES.at("empty")));
  }

  @Test
  void refusesRulesWithoutANameOrWithTheSame() {
    var stage =
        orders()
            .clean("rules", c -> c
                .require(" ", col(Order::quantity).gt(0)) // @blank
                .require("positive", col(Order::quantity).gt(0))
                .require("positive", col(Order::price).gt(0))); // @same

    assertThat(problems(stage))
        .containsExactly(
            "stage 'rules' (%s): a rule needs a name: it is the reason of a rejected row"
                .formatted(LINES.at("blank")),
            "stage 'rules' (%s): two rules are named 'positive': reasons must differ"
                .formatted(LINES.at("same")));
  }

  @Test
  void refusesTheFillOfAPrimitive() {
    var stage = orders().clean("fill", c -> c.fill(Order::price).with(0.0)); // @fill

    assertThat(problems(stage))
        .containsExactly(
            "stage 'fill' (%s): fill of 'price' does nothing: a primitive double is never NULL; declare it as Double"
                .formatted(LINES.at("fill")));
  }

  @Test
  void refusesRulesAndFixesOfColumnsThatDoNotExist() {
    var stage =
        orders()
            .clean("unknown", c -> c
                .fill(Order::total).with(0.0)
                .require("total", col(Order::total).gt(0))
                .dedupe(Order::total));

    assertThat(problems(stage))
        .hasSize(3)
        .allSatisfy(problem -> assertThat(problem).contains("'total' is not a component of Order"));
  }

  @Test
  void refusesKeysAndOrdersThatAreMissing() {
    assertThat(problems(orders().dedupe()))
        .singleElement()
        .asString()
        .endsWith("dedupe needs at least one key; distinct() compares whole rows");
    assertThat(problems(orders().sort()))
        .singleElement()
        .asString()
        .endsWith("sort needs at least one order");
    assertThat(problems(orders().keepFirst(2).per(Order::orderId)))
        .singleElement()
        .asString()
        .endsWith("keepFirst needs an order: keepFirst(3, desc(…))");
    assertThat(problems(orders().clean("c", c -> c.dedupe())))
        .singleElement()
        .asString()
        .endsWith("dedupe needs at least one key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().groupBy())
        .withMessageContaining("groupBy needs at least one key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().rebalanceBy())
        .withMessageContaining("rebalanceBy needs at least one key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().randomSplit(7))
        .withMessageContaining("randomSplit needs a weight for each part");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().unpivot())
        .withMessageContaining("unpivot needs at least one column");
  }

  @Test
  void refusesMapsWhereWholeRowsAreCompared() {
    Stage<Order> orders = orders();

    assertThat(problems(orders.intersect(orders)))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be compared: compare keys with semiJoin");
    assertThat(problems(orders.exceptAll(orders)))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be compared: compare keys with antiJoin");
  }

  @Test
  void aColumnOfOneRowCanBeNullUnlessTheRowIsAlwaysThere() {
    record Most(long orderId) {}
    Stage<Order> orders = orders();
    Stage<Most> first = orders.select(row(Most::new).of(col(Order::orderId))).limit(1);

    assertThat(
        problems(
            orders.withOne(first).select((o, m) -> row(Most::new).of(m.col(Most::orderId)))))
        .singleElement()
        .asString()
        .contains("'orderId' is of a row that may not be found");
    assertThat(
        problems(
            orders.withOne(orders.aggregate(row(Most::new).of(count())))
                .select((o, m) -> row(Most::new).of(m.col(Most::orderId)))))
        .isEmpty();
  }

  @Test
  void refusesColumnsOfSeveralTypesAsOne() {
    var stage =
        orders().unpivot(Order::quantity, Order::note) // @mixed
            .select((o, name, value) -> row(Name::new).of(name));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'unpivot Name' (%s): 'quantity' is INT, and 'note' is STRING: the values of one column are of one type, so convert one of them with enrich first"
                .formatted(LINES.at("mixed")));
  }

  @Test
  void aDistanceInTimeIsBetweenTimesAndNotNegative() {
    Stage<Order> orders = orders();
    var latest =
        orders.asOfJoin(orders).on(Order::productId).equalTo(Order::productId);

    assertThat(
        problems(
            latest.atOrBefore(Order::orderDate, Order::orderDate).within(Duration.ofDays(1))
                .select((a, b) -> row(Total::new).of(b.col(Order::price)))))
        .singleElement()
        .asString()
        .endsWith(
            "within(PT24H) is a distance in time, and a.orderDate is none: leave it out and filter behind the join");
    assertThat(
        problems(
            latest.atOrBefore(Order::placedAt, Order::placedAt).within(Duration.ofDays(-1))
                .select((a, b) -> row(Total::new).of(b.col(Order::price)))))
        .singleElement()
        .asString()
        .endsWith("within(PT-24H) matches nothing: it cannot be negative");
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThat(problems(orders().limit(-1)))
        .singleElement()
        .asString()
        .endsWith("a limit cannot be negative: -1");
    assertThat(problems(orders().sample(1.5, 1)))
        .singleElement()
        .asString()
        .endsWith("a sample's share lies between 0 and 1, not 1.5");
    assertThat(problems(orders().sample(Double.NaN, 1))).hasSize(1);
    assertThat(problems(orders().sampleBy(Order::note, Map.of("late", 1.5), 1)))
        .singleElement()
        .asString()
        .endsWith("a sample's share lies between 0 and 1, not 1.5, as that of 'late'");
    assertThat(problems(orders().randomSplit(1, 0, 0).get(0)))
        .singleElement()
        .asString()
        .endsWith("weights of parts are numbers from 0, not all of them 0, unlike [0.0, 0.0]");
    assertThat(problems(orders().keepFirst(0, desc(Order::price)).per(Order::orderId)))
        .singleElement()
        .asString()
        .endsWith("keepFirst keeps at least 1 row, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().clean("c", c -> c.rejectAtMostShare(2)))
        .withMessage("a share of rejected rows lies between 0 and 1, not 2.0");
  }

  @Test
  void refusesTimeWindowsOfNoLengthWithGapsOrTooMuchLateness() {
    var timed = orders().eventTime(Order::placedAt, Duration.ofMinutes(-1));
    record Counted(Instant start, long orders) {}
    var row = row(Counted::new).of(Dsl.<Order>windowStart(), count());

    assertThat(problems(timed))
        .singleElement()
        .asString()
        .endsWith("the lateness cannot be negative: PT-1M");
    var right = orders().eventTime(Order::placedAt, Duration.ZERO);
    assertThat(problems(right.window(tumbling(Duration.ZERO)).aggregate(row)))
        .singleElement()
        .asString()
        .endsWith("a window's length must be positive, not PT0S");
    assertThat(
        problems(
            right
                .window(sliding(Duration.ofMinutes(5), Duration.ofMinutes(10)))
                .aggregate(row)))
        .singleElement()
        .asString()
        .endsWith(
            "windows of PT5M every PT10M leave gaps: the slide must not be longer than the window");
    assertThat(problems(right.window(session(Duration.ofMinutes(-5))).aggregate(row)))
        .singleElement()
        .asString()
        .endsWith("a window's gap must be positive, not PT-5M");
    assertThat(problems(right.window(tumbling(Duration.ofMinutes(5))).aggregate(row))).isEmpty();
  }

  @Test
  void refusesAQueryThatDoesNotReadTheStage() {
    var stage = orders().sql("select 1 as amount", Total.class); // @sql

    assertThat(problems(stage))
        .containsExactly(
            "stage 'sql Total' (%s): the query does not read the stage: name it {stage}, as in select * from {stage}"
                .formatted(LINES.at("sql")));
  }

  @Test
  void refusesAStageWithoutAName() {
    assertThat(problems(orders().named(" ")))
        .singleElement()
        .asString()
        .endsWith("a source needs a name");
  }

  @Test
  void refusesStagesOfTwoPipelinesAtTheCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders().union(orders()))
        .withMessageContaining("stages of two pipelines cannot be combined");
  }

  @Test
  void reportsAStageThatIsUsedTwiceOnce() {
    Stage<Order> broken = orders().limit(-1);
    Stage<Product> products = Shop.products(broken);
    var joined =
        broken
            .union(broken)
            .join(products)
            .on(Order::productId).equalTo(Product::productId)
            .select((o, p) -> row(Name::new).of(p.col(Product::productName)));

    assertThat(problems(joined)).hasSize(1);
  }
}
