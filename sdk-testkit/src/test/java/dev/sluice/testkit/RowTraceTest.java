package dev.sluice.testkit;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.expr.Udf;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.RowTrace.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a trace says became of a row. */
@SparkTest
class RowTraceTest {

  record Order(int id, String product, Integer quantity) {}

  record Product(String product, double price) {}

  record Line(int id, Double price, Integer quantity) {}

  record Total(String product, Long pieces) {}

  record Shop(String sells) {}

  record Moment(double seconds) {}

  record Latest(Double seconds) {}

  record Event(Instant at, int pieces) {}

  record Hour(Instant start, Long pieces) {}

  record Tags(int id, Map<String, List<Integer>> tags) {}

  private static final Order PEN = new Order(1, "pen", 2);
  private static final Order CUP = new Order(2, "cup", 1);
  private static final Order INK = new Order(3, "ink", null);

  private SparkKit kit;
  private CheckedStage<Order> orders;
  private CheckedStage<Product> products;

  @BeforeEach
  void inputs(SparkKit kit) {
    this.kit = kit;
    orders = kit.rows(Order.class, PEN, CUP, INK);
    products = kit.rows(Product.class, new Product("pen", 1.5), new Product("cup", 4.0));
  }

  @Test
  void aRowIsShownAsEveryStageMadeIt() {
    Stage<Order> more =
        orders.enrich(Order.class, set(Order::quantity).to(col(Order::quantity).plus(1)));

    RowTrace trace = kit.trace(more.filter(col(Order::quantity).gt(0)), PEN);

    assertThat(trace.isMissing()).isFalse();
    assertThat(trace.steps())
        .extracting(Step::made)
        .containsExactly(
            List.of(PEN), List.of(new Order(1, "pen", 3)), List.of(new Order(1, "pen", 3)));
  }

  @Test
  void aFilterNamesThePartThatIsFalseAndItsValues() {
    assertThat(reason(orders.filter(col(Order::id).lt(9).and(col(Order::quantity).gt(1))), CUP))
        .isEqualTo("(quantity > 1) is false for quantity=1");
  }

  @Test
  void aConditionThatIsNullIsNotCalledFalse() {
    assertThat(reason(orders.filter(col(Order::quantity).gt(1)), INK))
        .isEqualTo("(quantity > 1) is NULL for quantity=null");
  }

  @Test
  void aRejectedRowNamesAllItsRules() {
    CheckedStage<Order> valid =
        orders.clean("valid", c -> c
            .require("in stock", col(Order::product).ne("ink"))
            .require("known", col(Order::quantity).isNotNull())
            .require("first", col(Order::id).lt(4)));

    assertThat(reasons(valid, INK))
        .usingElementComparator((a, b) -> a.matches(b) ? 0 : 1)
        .containsExactly(
            "rejected by 'in stock' \\(RowTraceTest.java:\\d+\\): "
                + "\\(product <> 'ink'\\) is false for product=\"ink\"",
            "rejected by 'known' \\(RowTraceTest.java:\\d+\\): "
                + "quantity is not null is false for quantity=null");
  }

  @Test
  void aRuleIsShownWithTheValuesAfterEarlierFixes() {
    CheckedStage<Order> valid =
        orders.clean(
            "valid",
            c -> c.fill(Order::quantity).with(0).require("some", col(Order::quantity).gt(0)));

    assertThat(reason(valid, INK)).endsWith("(quantity > 0) is false for quantity=0");
  }

  @Test
  void aDuplicateNamesTheRowThatIsKept() {
    Order again = new Order(1, "pen", 1);
    Stage<Order> unique =
        kit.rows(Order.class, again, PEN).keepFirst(desc(Order::quantity)).per(Order::id);

    assertThat(reason(unique, again))
        .isEqualTo(
            "a duplicate by id: Order[id=1, product=\"pen\", quantity=2] is kept,"
                + " the first by quantity descending");
  }

  @Test
  void aDuplicateInACleanStageIsToldFromARejectedRow() {
    Order again = new Order(1, "pen", 9);
    CheckedStage<Order> clean =
        kit.rows(Order.class, PEN, again)
            .clean("clean", c -> c.keepFirst(asc(Order::quantity))
                .per(Order::id)
                .require("few", col(Order::quantity).lt(5)));

    assertThat(reason(clean, again))
        .startsWith("a duplicate by id: Order[id=1, product=\"pen\", quantity=2] is kept");
  }

  @Test
  void aRowThatIsComparedWithAnotherStageNamesThatStage() {
    Stage<Order> few = kit.rows(Order.class, PEN).named("few");

    assertThat(reason(orders.intersect(few), CUP)).isEqualTo("no equal row is in stage 'few'");
    assertThat(reason(orders.except(few), PEN)).isEqualTo("an equal row is in stage 'few'");
  }

  @Test
  void aRowBesideOneRowNamesTheCondition() {
    assertThat(
        reason(
            orders.withOne(products.limit(1))
                .filter((o, p) -> o.col(Order::product).gt(p.col(Product::product))),
            CUP))
        .isEqualTo("(a.product > b.product) is not true");
  }

  @Test
  void aRowWithoutALatestOtherNamesTheStageThatHasNone() {
    assertThat(
        reason(
            orders.asOfJoin(products.named("goods"))
                .on(Order::product).equalTo(Product::product)
                .atOrBefore(Order::product, Product::product)
                .select(RowTraceTest::line),
            INK))
        .isEqualTo("stage 'goods' has no row of its key that is not later, or near enough");
  }

  @Test
  void aRowWithoutValuesNamesThem() {
    assertThat(
        reason(
            orders.unpivot(Order::quantity)
                .select((o, name, value) -> row(Order::new).of(
                    o.col(Order::id), name, IntExpr.of(value))),
            INK))
        .isEqualTo("all its values are NULL: quantity=null");
  }

  @Test
  void equalRowsAreFollowedTogether() {
    Stage<Order> unique = kit.rows(Order.class, PEN, PEN, PEN, CUP).distinct();

    RowTrace trace = kit.trace(unique, PEN);

    assertThat(trace.steps().get(0).made()).hasSize(3);
    assertThat(trace.steps().get(1).made()).containsExactly(PEN);
    assertThat(trace.steps().get(1).note()).isEqualTo("2 of 3 rows are dropped");
  }

  @Test
  void aJoinNamesTheStageWithoutAMatchAndTheKey() {
    assertThat(reason(lines(orders, products), INK))
        .matches(
            "no row of source 'Product' matches it on \\(product = product\\)"
                + " \\(RowTraceTest.java:\\d+\\), for product=\"ink\"");
  }

  @Test
  void aJoinSaysThatNullMatchesNothing() {
    Order unknown = new Order(4, null, 1);
    assertThat(reason(lines(kit.rows(Order.class, unknown), products), unknown))
        .endsWith("for product=null; NULL matches nothing");
  }

  @Test
  void aKeyThatDiffersInCaseOrBlanksIsPointedOut() {
    Order shouted = new Order(7, " PEN", 1);
    assertThat(reason(lines(kit.rows(Order.class, shouted), products), shouted))
        .endsWith("for product=\" PEN\"; one would if case and outer blanks did not count");
  }

  @Test
  void aRowOfTheOtherSideIsFollowedTooAndMayChangeRows() {
    Stage<Line> lines =
        orders
            .leftJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select(RowTraceTest::line);

    Step join = last(kit.trace(lines, new Product("cup", 4.0)));

    assertThat(join.made()).containsExactly(new Line(2, 4.0, 1));
    assertThat(join.replaced()).containsExactly(new Line(2, null, 1));
  }

  @Test
  void anOuterJoinThatDropsARowOfItsInnerSideSaysSo() {
    Product lost = new Product("box", 1.0);
    CheckedStage<Product> more = kit.rows(Product.class, lost, new Product("cup", 4.0));
    Stage<Line> lines =
        orders
            .leftJoin(more)
            .on(Order::product).equalTo(Product::product)
            .select(RowTraceTest::line);

    assertThat(reason(lines, lost)).startsWith("no row of source 'Order' matches it");
  }

  @Test
  void anAntiJoinSaysThatThereIsAMatch() {
    Stage<Order> unknown =
        orders.antiJoin(products).on(Order::product).equalTo(Product::product);

    assertThat(reason(unknown, PEN)).startsWith("a row of source 'Product' matches it");
  }

  @Test
  void anAggregateShowsTheGroupWithTheRowAndWithoutIt() {
    Stage<Total> totals = totals(kit.rows(Order.class, PEN, new Order(5, "pen", 3)));

    RowTrace trace = kit.trace(totals, PEN);

    assertThat(last(trace).made()).containsExactly(new Total("pen", 5L));
    assertThat(last(trace).replaced()).containsExactly(new Total("pen", 3L));
    assertThat(trace.toString()).contains("+ is there because of it, - would be there without it");
  }

  @Test
  void aNullThatASumPassesOverChangesNothing() {
    Order none = new Order(6, "pen", null);

    assertThat(reason(totals(kit.rows(Order.class, PEN, none)), none))
        .isEqualTo("the values of its group are the same with it and without it");
  }

  @Test
  void havingShowsTheGroupItKeepsOut() {
    Stage<Total> many =
        orders
            .groupBy(Order::product)
            .having(count(Order.class).gt(5))
            .aggregate(row(Total::new).of(key(Order::product), sum(col(Order::quantity))));

    assertThat(reason(many, PEN))
        .isEqualTo("having (count() > 5) keeps its group out: Total[product=\"pen\", pieces=2]");
  }

  @Test
  void aRowWithoutATimeIsInNoWindow() {
    Event timeless = new Event(null, 1);
    Stage<Hour> perHour =
        kit.rows(Event.class, timeless, new Event(Instant.EPOCH, 2))
            .eventTime(Event::at, Duration.ZERO)
            .window(tumbling(Duration.ofHours(1)))
            .aggregate(row(Hour::new).of(windowStart(), sum(col(Event::pieces))));

    assertThat(reason(perHour, timeless)).isEqualTo("it is in no window, for at=null");
  }

  @Test
  void aChainOfJoinsNamesTheOneWithoutAMatch() {
    CheckedStage<Shop> shops = kit.rows(Shop.class, new Shop("cup"));
    Stage<Line> lines =
        orders
            .leftJoin(products)
            .on(Order::product).equalTo(Product::product)
            .join(shops)
            .on(Order::product).equalTo(Shop::sells)
            .select((o, p, s) -> row(Line::new).of(
                o.col(Order::id), p.col(Product::price), o.col(Order::quantity)));

    assertThat(reason(lines, PEN))
        .matches("no row of source 'Shop' matches it on .* for product=\"pen\"");
    assertThat(reason(lines, new Product("pen", 1.5))).startsWith("no row of source 'Shop'");
  }

  @Test
  void aFullJoinDropsNothing() {
    Stage<Line> lines =
        orders
            .fullJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select(RowTraceTest::lineOrZero);

    assertThat(kit.trace(lines, INK).isMissing()).isFalse();
  }

  @Test
  void aRightJoinDropsWhatHasNoMatchOnTheLeft() {
    Stage<Line> lines =
        orders
            .rightJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select(RowTraceTest::lineOrZero);

    assertThat(reason(lines, INK)).startsWith("no row of source 'Product' matches it");
  }

  @Test
  void whatNobodyCanLookIntoIsFollowedToo() {
    Stage<Order> mine = orders.transform("mine", Order.class, rows -> rows.filter("quantity > 1"));

    assertThat(last(kit.trace(mine, PEN)).made()).containsExactly(PEN);
    assertThat(reason(mine, CUP))
        .isEqualTo("what comes out is the same with the row and without it");
  }

  /** A store that has pens alone. */
  record Pens() implements LookupStore<String, Product> {
    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public Class<Product> type() {
      return Product.class;
    }

    @Override
    public String description() {
      return "pens";
    }

    @Override
    public LookupSession<String, Product> open() {
      return keys -> CompletableFuture.completedFuture(
          keys.contains("pen") ? Map.of("pen", new Product("pen", 1.0)) : Map.of());
    }
  }

  @Test
  void aLookupNamesTheKeyThatWasNotFound() {
    Stage<Line> lines =
        orders.lookup(new Pens()).on(Order::product).onlyFound()
            .select((o, p) -> row(Line::new).of(
                o.col(Order::id), p.col(Product::price), o.col(Order::quantity)));

    assertThat(reason(lines, CUP)).isEqualTo("pens has nothing for product=\"cup\"");
  }

  @Test
  void aLimitNamesItsNumber() {
    assertThat(reason(orders.sort(asc(Order::id)).limit(1), CUP))
        .isEqualTo("it is not among the first 1 row");
  }

  @Test
  void aFunctionInAConditionIsComputed() {
    Udf<String, Boolean> isShort =
        udf("isShort", String.class, Boolean.class, text -> text.length() < 3);

    assertThat(reason(orders.filter(isShort.call(col(Order::product)).eq(true)), PEN))
        .isEqualTo("(isShort(product) = true) is false for product=\"pen\"");
  }

  @Test
  void rowsWithMapsAreFoundAndFollowed() {
    Tags a = new Tags(1, Map.of("x", List.of(1, 2), "y", List.of()));
    Tags b = new Tags(1, Map.of("x", List.of(1, 3)));

    RowTrace trace = kit.trace(kit.rows(Tags.class, a, b).filter(col(Tags::id).gt(0)), a);

    assertThat(last(trace).made()).containsExactly(a);
  }

  @Test
  void aPipelineNamesTheSinksThatTheRowReachesAndThoseItDoesNot() {
    CheckedStage<Order> valid =
        orders.clean("valid", c -> c.require("known", col(Order::quantity).isNotNull()));
    valid.sink("good", InMemory.sink(Order.class));
    kit.pipeline().quarantine(InMemory.sink(Rejected.class));

    RowTrace trace = kit.trace(kit.pipeline(), INK);

    assertThat(trace.missed()).singleElement().asString().startsWith("sink 'good' (RowTraceTest");
    assertThat(trace.reached()).singleElement().asString().startsWith("sink 'quarantine' (");
    assertThat(trace.drops()).extracting(Step::stage).containsExactly("valid");
    assertThat(((Rejected) last(trace).made().get(0)).pipeline()).isEqualTo("test");
  }

  @Test
  void stagesBehindADropAreNotShown() {
    Stage<Order> none = orders.filter(col(Order::id).gt(9)).named("none");

    RowTrace trace = kit.trace(none.filter(col(Order::quantity).gt(0)).distinct(), PEN);

    assertThat(trace.isMissing()).isTrue();
    assertThat(trace.steps()).extracting(Step::stage).containsExactly("Order", "none");
  }

  @Test
  void aRowOfAnyStageCanBeFollowed() {
    Stage<Line> lines = lines(orders, products);
    Line line = new Line(1, 1.5, 2);

    RowTrace trace = kit.trace(lines.filter(col(Line::price).gt(2)), lines, line);

    assertThat(trace.drops())
        .flatExtracting(Step::dropped)
        .containsExactly("(price > 2.0) is false for price=1.5");
  }

  @Test
  void aStageThatDoesNotLeadThereIsRefused() {
    assertThatThrownBy(
        () -> kit.trace(lines(orders, products), lines(orders, products), new Line(1, 1.5, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not one of the stages that lead there")
        .hasMessageContaining("source 'Order'");
  }

  @Test
  void rowsThatAreDrawnAreRefused() {
    assertThatThrownBy(() -> kit.trace(orders.sample(0.5, 1), PEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draws rows by their position");
  }

  @Test
  void aSmallDifferenceOfLargeNumbersIsOne() {
    Stage<Latest> latest =
        kit.rows(Moment.class, new Moment(1764043488.0), new Moment(1764043489.0))
            .aggregate(row(Latest::new).of(max(Moment::seconds)));

    assertThat(last(kit.trace(latest, new Moment(1764043489.0))).made())
        .containsExactly(new Latest(1764043489.0));
  }

  @Test
  void theRowThatIsKeptIsLookedForAmongFixedRows() {
    Order better = new Order(1, "cup", 5);
    Order blank = new Order(1, " pen", 2);
    CheckedStage<Order> clean =
        kit.rows(Order.class, blank, better)
            .clean("clean", c -> c
                .trim(Order::product)
                .keepFirst(desc(Order::quantity))
                .per(Order::id)
                .require("few", col(Order::quantity).lt(5)));

    assertThat(reason(clean, blank))
        .startsWith("a duplicate by id: Order[id=1, product=\"cup\", quantity=5] is kept");
  }

  @Test
  void aRejectedStageGivesNoNoteOfRowsThatItDoesNotTakeIn() {
    Stage<Rejected> rejected =
        kit.rows(Order.class, PEN, PEN, new Order(1, "pen", 2))
            .clean("few", c -> c.dedupe(Order::id).require("none", col(Order::id).gt(1)))
            .rejected();

    assertThat(last(kit.trace(rejected, PEN)).note()).isEmpty();
  }

  @Test
  void nullIsNotBlamedWhereItMatchesNull() {
    Order unknown = new Order(4, null, 1);
    Stage<Line> lines =
        kit.rows(Order.class, unknown)
            .join(products)
            .where((o, p) -> o.col(Order::product).eqNullSafe(p.col(Product::product)))
            .select(RowTraceTest::line);

    assertThat(reason(lines, unknown)).endsWith("for product=null");
  }

  @Test
  void aRowThatIsNotThereIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> kit.trace(orders.distinct(), new Order(1, "pen", 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source 'Order' (RowTraceTest.java:")
        .hasMessageContaining("has no Order[id=1, product=\"pen\", quantity=7]")
        .hasMessageContaining("quantity  7         2");
  }

  @Test
  void aRowThatTheSourceCouldNotReadIsShownAsText() {
    CheckedStage<Order> read =
        kit.allowingMalformed().csv(Order.class, "id,product,quantity\n1,pen,two\n");

    assertThatThrownBy(() -> kit.trace(read.distinct(), PEN))
        .hasMessageContaining("rejected by the source (1):\n  1,pen,two");
  }

  @Test
  void aRecordThatNoSourceHasIsRefusedWithTheSourcesThereAre() {
    assertThatThrownBy(() -> kit.trace(orders.distinct(), new Total("pen", 1L)))
        .hasMessageStartingWith("no source here has rows of Total; there are source 'Order'");
  }

  @Test
  void aPipelineWithProblemsIsRefusedWithThem() {
    Stage<Total> wrong =
        orders
            .groupBy(Order::id)
            .aggregate(row(Total::new).of(key(Order::product), sum(col(Order::quantity))));

    assertThatThrownBy(() -> kit.trace(wrong, PEN)).isInstanceOf(PipelineException.class);
  }

  @Test
  void theTextTellsTheWholeStory() {
    Stage<Order> some =
        orders
            .clean("valid", c -> c.fill(Order::quantity).with(0))
            .filter(col(Order::quantity).gt(1));

    assertThat(kit.trace(some, INK).toString().replaceAll("java:\\d+", "java:1"))
        .isEqualTo(
            """
            Order[id=3, product="ink", quantity=null]
            does not reach stage 'filter Order' (RowTraceTest.java:1)

            source 'Order' (RowTraceTest.java:1)
              + Order[id=3, product="ink", quantity=null]

            stage 'valid' (RowTraceTest.java:1)
              + Order[id=3, product="ink", quantity=0]

            stage 'filter Order' (RowTraceTest.java:1)
              dropped: (quantity > 1) is false for quantity=0\
            """);
  }

  private static Stage<Line> lines(Stage<Order> orders, Stage<Product> products) {
    return orders
        .join(products)
        .on(Order::product).equalTo(Product::product)
        .select(RowTraceTest::line);
  }

  private static Projection<Joined2<Order, Product>, Line> line(
      Side<Joined2<Order, Product>, Order> order, Side<Joined2<Order, Product>, Product> product) {
    return row(Line::new)
        .of(order.col(Order::id), product.col(Product::price), order.col(Order::quantity));
  }

  /** For joins whose order may be missing. */
  private static Projection<Joined2<Order, Product>, Line> lineOrZero(
      Side<Joined2<Order, Product>, Order> order, Side<Joined2<Order, Product>, Product> product) {
    return row(Line::new).of(
        order.col(Order::id).orElse(0),
        product.col(Product::price),
        order.col(Order::quantity));
  }

  private static Stage<Total> totals(Stage<Order> orders) {
    return orders
        .groupBy(Order::product)
        .aggregate(row(Total::new).of(key(Order::product), sum(col(Order::quantity))));
  }

  private static Step last(RowTrace trace) {
    return trace.steps().get(trace.steps().size() - 1);
  }

  private List<String> reasons(Stage<?> stage, Record row) {
    RowTrace trace = kit.trace(stage, row);
    assertThat(trace.isMissing()).isTrue();
    return last(trace).dropped();
  }

  private String reason(Stage<?> stage, Record row) {
    assertThat(reasons(stage, row)).hasSize(1);
    return reasons(stage, row).get(0);
  }
}
