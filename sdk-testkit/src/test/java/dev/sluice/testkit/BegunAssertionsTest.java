package dev.sluice.testkit;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.FixtureRun.run;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A chain that says how to compare, and then compares nothing, fails its test. */
class BegunAssertionsTest {

  record Item(int id) {}

  @SparkTest
  static class ComparesNothing {
    @Test
    void inAnyWay(SparkKit kit) {
      assertThat(kit.rows(Item.class, new Item(1))).inOrder().keyedBy(Item::id);
    }
  }

  @SparkTest
  static class AsksForNothing {
    @Test
    void ofACleanStage(SparkKit kit) {
      assertThat(
          kit.rows(Item.class, new Item(1))
              .clean("valid", c -> c.require("positive", col(Item::id).gt(0))));
    }

    @Test
    void ofRows(SparkKit kit) {
      SluiceAssertions.assertThatRows(Item.class, java.util.List.of(new Item(1)))
          .ignoring(Item::id);
    }
  }

  @SparkTest
  static class Asserts {
    @Test
    void rows(SparkKit kit) {
      assertThat(kit.rows(Item.class, new Item(1))).keyedBy(Item::id).hasCount(1);
    }

    @Test
    void rejectedRows(SparkKit kit) {
      assertThat(
          kit.rows(Item.class, new Item(1))
              .clean("valid", c -> c.require("positive", col(Item::id).gt(0))))
          .rejectsNothing();
    }

    @Test
    void theirText(SparkKit kit) {
      assertThat(assertThat(kit.rows(Item.class, new Item(1))).rows()).hasSize(1);
    }
  }

  @SparkTest
  static class FailsOtherwise {
    @Test
    void first(SparkKit kit) {
      assertThat(kit.rows(Item.class, new Item(1))).inOrder();
      throw new IllegalStateException("another failure");
    }
  }

  @Test
  void theFailureNamesTheRowsAndTheLine() {
    FixtureRun run = run(ComparesNothing.class);

    assertThat(run.failures())
        .singleElement()
        .asString()
        .startsWith("ComparesNothing.inAnyWay asserts less than it seems to:")
        .containsPattern(
            "assertThat\\(rows of Item from stage 'Item' \\(.*\\)\\) at"
                + " .*BegunAssertionsTest.java:\\d+.* has no assertion after it: end it with"
                + " hasRows");
  }

  @Test
  void everyKindOfRowsIsWatched() {
    assertThat(run(AsksForNothing.class).failures()).hasSize(2);
  }

  @Test
  void whatLooksAtRowsOrRejectsIsAnAssertion() {
    FixtureRun run = run(Asserts.class);

    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(3);
  }

  @Test
  void aTestThatFailsKeepsItsOwnFailure() {
    assertThat(run(FailsOtherwise.class).failures()).containsExactly("another failure");
  }
}
