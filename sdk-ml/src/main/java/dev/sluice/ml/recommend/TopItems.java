package dev.sluice.ml.recommend;

/** The best items of those that are offered, the best first; of equal ones those that came first. */
final class TopItems {

  private final int[] items;
  private final double[] scores;
  private int size;

  TopItems(int most) {
    this.items = new int[most];
    this.scores = new double[most];
  }

  void offer(int item, double score) {
    if (size == items.length) {
      if (score <= scores[size - 1]) {
        return;
      }
    } else {
      size++;
    }
    int place = size - 1;
    while (place > 0 && scores[place - 1] < score) {
      scores[place] = scores[place - 1];
      items[place] = items[place - 1];
      place--;
    }
    scores[place] = score;
    items[place] = item;
  }

  int size() {
    return size;
  }

  int item(int place) {
    return items[place];
  }

  double score(int place) {
    return scores[place];
  }
}
