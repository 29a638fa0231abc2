package dev.sluice.ml.train;

import dev.sluice.ml.model.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A question with the answers of rows, which no feature should know alone.
 *
 * @param what that is told, as in "feature x alone tells …"
 * @param outcomes the answer of each row
 */
record LoneLabel(String what, boolean[] outcomes) {

  /** Of fewer rows a feature may tell all by chance. */
  private static final int FEWEST = 50;

  /**
   * Whether it happened; of several labels whether it is each of them; of a number whether it is above its median.
   *
   * @param names of the labels
   * @param labels the label of each row, as text
   */
  static List<LoneLabel> of(Task task, List<String> names, List<String> labels) {
    return switch (task) {
      case BINARY -> List.of(new LoneLabel("what happened", are("1.0", labels)));
      case MULTICLASS ->
        names.stream()
            .map(name -> new LoneLabel("what is '%s'".formatted(name), are(name, labels)))
            .filter(LoneLabel::isOfMany)
            .toList();
      case REGRESSION -> List.of(aboveMedian(labels));
      default -> List.of();
    };
  }

  private static boolean[] are(String name, List<String> labels) {
    boolean[] outcomes = new boolean[labels.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = labels.get(i).equals(name);
    }
    return outcomes;
  }

  private static LoneLabel aboveMedian(List<String> labels) {
    double[] numbers = labels.stream().mapToDouble(Double::parseDouble).toArray();
    double[] sorted = Arrays.stream(numbers).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    boolean[] outcomes = new boolean[numbers.length];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = numbers[i] > median;
    }
    return new LoneLabel("which labels are above their median", outcomes);
  }

  private boolean isOfMany() {
    long happened = IntStream.range(0, outcomes.length).filter(i -> outcomes[i]).count();
    return Math.min(happened, outcomes.length - happened) >= FEWEST;
  }
}
