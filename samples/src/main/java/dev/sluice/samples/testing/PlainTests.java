package dev.sluice.samples.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;

/**
 * The suite as one writes it without a testkit: a session in {@code @BeforeAll}, which all classes
 * share, since none stops it.
 */
final class PlainTests {

  private PlainTests() {}

  abstract static class Plain extends ShopTests {

    private final Pipeline pipeline = Pipeline.named("test");

    Plain(int number) {
      super(number);
    }

    @BeforeAll
    static void start() {
      SparkSession.builder().master("local[*]").appName("tests").getOrCreate();
    }

    @Override
    <T extends Record> Stage<T> rows(Class<T> type, List<T> rows) {
      return pipeline.source(type.getSimpleName(), InMemory.rows(type, rows));
    }

    @Override
    <T extends Record> void check(Stage<T> stage, List<T> expected) {
      List<T> actual = stage.collect(SparkSession.active());
      assertEquals(expected.size(), actual.size());
      assertEquals(new HashSet<>(expected), new HashSet<>(actual));
    }
  }

  static final class One extends Plain {
    One() {
      super(0);
    }
  }

  static final class Two extends Plain {
    Two() {
      super(1);
    }
  }

  static final class Three extends Plain {
    Three() {
      super(2);
    }
  }

  static final class Four extends Plain {
    Four() {
      super(3);
    }
  }

  static final class Five extends Plain {
    Five() {
      super(4);
    }
  }

  static final class Six extends Plain {
    Six() {
      super(5);
    }
  }

  static final class Seven extends Plain {
    Seven() {
      super(6);
    }
  }

  static final class Eight extends Plain {
    Eight() {
      super(7);
    }
  }

  static final class Nine extends Plain {
    Nine() {
      super(8);
    }
  }

  static final class Ten extends Plain {
    Ten() {
      super(9);
    }
  }
}
