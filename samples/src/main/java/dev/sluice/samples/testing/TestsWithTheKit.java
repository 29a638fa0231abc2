package dev.sluice.samples.testing;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The suite as one writes it with the testkit: ten classes of ten tests. */
final class TestsWithTheKit {

  private TestsWithTheKit() {}

  @SparkTest
  abstract static class WithTheKit extends ShopTests {

    private SparkKit kit;

    WithTheKit(int number) {
      super(number);
    }

    @BeforeEach
    void take(SparkKit injected) {
      kit = injected;
    }

    @Override
    <T extends Record> Stage<T> rows(Class<T> type, List<T> rows) {
      return kit.rows(type, rows);
    }

    @Override
    <T extends Record> void check(Stage<T> stage, List<T> expected) {
      assertThat(stage).hasRows(expected);
    }
  }

  static final class One extends WithTheKit {
    One() {
      super(0);
    }
  }

  static final class Two extends WithTheKit {
    Two() {
      super(1);
    }
  }

  static final class Three extends WithTheKit {
    Three() {
      super(2);
    }
  }

  static final class Four extends WithTheKit {
    Four() {
      super(3);
    }
  }

  static final class Five extends WithTheKit {
    Five() {
      super(4);
    }
  }

  static final class Six extends WithTheKit {
    Six() {
      super(5);
    }
  }

  static final class Seven extends WithTheKit {
    Seven() {
      super(6);
    }
  }

  static final class Eight extends WithTheKit {
    Eight() {
      super(7);
    }
  }

  static final class Nine extends WithTheKit {
    Nine() {
      super(8);
    }
  }

  static final class Ten extends WithTheKit {
    Ten() {
      super(9);
    }
  }
}
