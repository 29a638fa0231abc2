package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How fast plain Java answers: bounds that hold on a slow machine without the second compiler. */
class AnsweringSpeedTest {

  private static final int ITEMS = 9_000;
  private static final int RANK = 10;
  private static final int TIMES = 2_000;

  private final Random random = new Random(1);
  private final Latent latent =
      new Latent(
          new LatentOptions(Feedback.EXPLICIT, RANK, 0.1, 5, 1, 5),
          3.5,
          side(100),
          side(ITEMS),
          Seen.of(
              IntStream.range(0, 100)
                  .mapToObj(user -> random.ints(100, 0, ITEMS).sorted().distinct().toArray())
                  .toList()));

  private Side side(int size) {
    float[] factors = new float[size * RANK];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) random.nextGaussian();
    }
    int[] support = new int[size];
    Arrays.fill(support, 20);
    return new Side(
        Ids.of(IdType.LONG, LongStream.range(0, size).boxed().toList()),
        support,
        random.doubles(size).toArray(),
        factors);
  }

  private static double medianMillis(Runnable answer) {
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      answer.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[TIMES / 2];
  }

  @Test
  void tenOfNineThousandItemsTakeLessThanAMillisecond() {
    Taste<Long> user = new Taste<>(latent, latent.user(17), Long.class);

    double median = medianMillis(() -> assertThat(user.top(10).size()).isEqualTo(10));

    assertThat(median).isLessThan(1);
  }

  @Test
  void aNewUserOfTwentyRatingsIsFoldedInInLessThanAMillisecond() {
    List<Integer> positions = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> positions.add(i * 400));
    int[] items = positions.stream().mapToInt(Integer::intValue).toArray();
    double[] values = random.doubles(20, 1, 5).toArray();

    double median = medianMillis(() -> assertThat(latent.foldIn(items, values).isKnown()).isTrue());

    assertThat(median).isLessThan(1);
  }
}
