package dev.sluice.ml.unlabelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.AdjustedRand;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.CentresHead;
import dev.sluice.ml.model.ModelJson;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Segments that nobody has named. */
class SegmentSearchTest {

  private static final int ROWS = 4_000;
  private static final SegmentSearch SEARCH = new SegmentSearch(2, 6, 10);

  private static final long SEED = 42;

  private static List<Row> customers;
  private static Segments segments;

  @BeforeAll
  static void search() {
    customers = Customers.rows(ROWS);
    segments = SEARCH.segments(Customers.unlabelled(customers, 8), SEED).orElseThrow();
  }

  private static int[] found(CentresHead head, UnlabelledRows rows) {
    return rows.vectors().collectAsList().stream()
        .mapToInt(
            row -> EncodedRow.of(row.<Vector>getAs(0)).putTo(head.open()).scores().index())
        .toArray();
  }

  private static Card.Trait trait(int segment, String name) {
    return segments.profiles().get(segment).traits().stream()
        .filter(trait -> trait.what().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void asManySegmentsAreFoundAsThereAreKinds() {
    assertThat(segments.head().size()).isEqualTo(Customers.KINDS);
    assertThat(segments.tried())
        .extracting(SegmentSearch.Tried::segments)
        .containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void segmentsAreTheKinds() {
    int[] kinds = IntStream.range(0, ROWS).map(Customers::kind).toArray();
    int[] found = found(segments.head(), Customers.unlabelled(customers, 1));

    assertThat(AdjustedRand.of(kinds, found)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theLargestSegmentIsTheFirst() {
    assertThat(segments.profiles())
        .extracting(Card.Segment::rows)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(segments.profiles().stream().mapToLong(Card.Segment::rows).sum()).isEqualTo(ROWS);
  }

  @Test
  void aProfileHasMeansInTheUnitsInWhichNumbersCame() {
    double[] incomes =
        IntStream.range(0, ROWS)
            .filter(row -> Customers.kind(row) == 0 && !customers.get(row).isNullAt(0))
            .mapToDouble(row -> customers.get(row).getDouble(0))
            .toArray();
    double[] all =
        customers.stream().filter(row -> !row.isNullAt(0)).mapToDouble(row -> row.getDouble(0))
            .toArray();

    Card.Trait income = trait(0, "income");

    assertThat(income.here()).isCloseTo(Arrays.stream(incomes).average().orElseThrow(),
        within(500.0));
    assertThat(income.everywhere())
        .isCloseTo(Arrays.stream(all).average().orElseThrow(), within(1e-6));
    assertThat(income.lift()).isEqualTo(income.here() / income.everywhere());
  }

  @Test
  void aProfileHasTheShareOfEachLevel() {
    assertThat(trait(0, "plan = free").here()).isCloseTo(0.98, within(0.01));
    assertThat(trait(0, "income is NULL").everywhere()).isCloseTo(0.02, within(1e-9));
    assertThat(segments.profiles().get(0).traits())
        .extracting(Card.Trait::what)
        .containsExactlyInAnyOrder(
            "income", "income is NULL", "age", "plan = free", "plan = pro", "plan = (rare)");
  }

  @Test
  void whatSetsASegmentApartIsFirst() {
    Card.Segment last = segments.profiles().get(3);

    assertThat(last.name()).isEqualTo("3");
    assertThat(last.traits()).extracting(Card.Trait::what).startsWith("income", "plan = pro");
    assertThat(last.traits().get(0).lift()).isCloseTo(2, within(0.05));
  }

  @Test
  void whatIsTypicalOfDistancesAddsUpToTheCost() {
    double cost =
        segments.tried().stream()
            .filter(tried -> tried.segments() == Customers.KINDS)
            .findFirst()
            .orElseThrow()
            .cost();

    assertThat(segments.typical().values().stream().mapToDouble(each -> each).sum())
        .isCloseTo(cost, within(1e-9));
    assertThat(segments.typical()).containsOnlyKeys("income", "age", "plan");
  }

  @Test
  void theCostFallsAndTheSilhouetteIsAnInterval() {
    assertThat(segments.tried())
        .extracting(SegmentSearch.Tried::cost)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(segments.tried())
        .extracting(SegmentSearch.Tried::silhouette)
        .allMatch(s -> s.low() < s.mean() && s.mean() < s.high() && s.high() < 1);
  }

  @Test
  void allDigitsAreTheSameEachTime() {
    for (int i = 0; i < 4; i++) {
      Segments again = SEARCH.segments(Customers.unlabelled(customers, 8), SEED).orElseThrow();

      assertThat(ModelJson.bytes(again)).isEqualTo(ModelJson.bytes(segments));
    }
  }

  @Test
  void theSegmentsHardlyDependOnHowRowsAreDivided() {
    Segments other = SEARCH.segments(Customers.unlabelled(customers, 3), SEED).orElseThrow();

    UnlabelledRows rows = Customers.unlabelled(customers, 1);
    assertThat(AdjustedRand.of(found(other.head(), rows), found(segments.head(), rows)))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void theCostIsNotMoreThanMLlibs() {
    UnlabelledRows rows = Customers.unlabelled(customers, 2);
    rows.rows().persist();
    double least =
        LongStream.range(0, 3)
            .mapToDouble(
                seed -> new org.apache.spark.ml.clustering.KMeans()
                    .setFeaturesCol("slots")
                    .setK(Customers.KINDS)
                    .setSeed(seed)
                    .fit(rows.rows())
                    .summary()
                    .trainingCost())
            .min()
            .orElseThrow();
    rows.rows().unpersist();

    double cost = segments.typical().values().stream().mapToDouble(each -> each).sum();

    assertThat(cost).isLessThanOrEqualTo(least / ROWS * (1 + 1e-9));
  }

  @Test
  void ofFewerDifferentRowsThanSegmentsNoneAreMade() {
    List<Row> alike = Collections.nCopies(100, customers.get(0));

    assertThat(SEARCH.segments(Customers.unlabelled(alike, 2), SEED)).isEmpty();
  }
}
