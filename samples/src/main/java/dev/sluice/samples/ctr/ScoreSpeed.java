package dev.sluice.samples.ctr;

import dev.sluice.ml.score.Model;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long the score of one record takes in plain Java; each call is of another record than the one before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoreSpeed {

  /** A power of two, more than what is scored last stays in the nearest cache of. */
  private static final int RECORDS = 4_096;

  /** Where the model is that gives reasons. */
  @Param("")
  public String reasons;

  /** Where the model is that gives none. */
  @Param("")
  public String chances;

  /** Where the model is that has trees. */
  @Param("")
  public String trees;

  private Model<Impression, Ctr> withReasons;
  private Model<Impression, Chance> withoutReasons;
  private Model<Impression, Chance> ofTrees;
  private Impression[] impressions;
  private int next;

  /** Loads the models. */
  @Setup
  public void load() {
    withReasons = Model.load(reasons, Impression.class, Ctr.class);
    withoutReasons = Model.load(chances, Impression.class, Chance.class);
    ofTrees = Model.load(trees, Impression.class, Chance.class);
    impressions =
        Impressions.of(RECORDS).stream()
            .filter(row -> withReasons.problems(row).isEmpty())
            .toArray(Impression[]::new);
  }

  private Impression impression() {
    next = next + 1 == impressions.length ? 0 : next + 1;
    return impressions[next];
  }

  /** Probability, decision and three reasons. */
  @Benchmark
  public Ctr scoreWithReasons() {
    return withReasons.score(impression());
  }

  /** Probability and decision. */
  @Benchmark
  public Chance scoreAlone() {
    return withoutReasons.score(impression());
  }

  /** The same by a hundred trees. */
  @Benchmark
  public Chance scoreByTrees() {
    return ofTrees.score(impression());
  }
}
