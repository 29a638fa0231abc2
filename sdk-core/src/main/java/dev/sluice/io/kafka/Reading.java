package dev.sluice.io.kafka;

/**
 * Which messages are read, and how.
 *
 * @param from where reading begins
 * @param until where it ends
 * @param failOnDataLoss whether messages that are gone fail the run
 * @param minPartitions how many tasks at least; 0 for one for each partition of the topic
 * @param maxRecords messages a task at most; 0 for no limit
 * @param tombstones whether messages without a value are rows
 */
record Reading(
    Offsets from,
    Offsets until,
    boolean failOnDataLoss,
    int minPartitions,
    long maxRecords,
    boolean tombstones) {

  static final Reading DEFAULT =
      new Reading(Offsets.earliest(), Offsets.latest(), true, 0, 0, true);

  /** Times the wrong way round; offsets can be compared only when they are known. */
  Reading {
    if (from instanceof Offsets.At begin
        && until instanceof Offsets.At end
        && end.time().isBefore(begin.time())) {
      throw new IllegalArgumentException(
          "until(%s) is before from(%s)".formatted(end.time(), begin.time()));
    }
  }

  Reading from(Offsets changed) {
    return new Reading(changed, until, failOnDataLoss, minPartitions, maxRecords, tombstones);
  }

  Reading until(Offsets changed) {
    return new Reading(from, changed, failOnDataLoss, minPartitions, maxRecords, tombstones);
  }

  Reading failOnDataLoss(boolean changed) {
    return new Reading(from, until, changed, minPartitions, maxRecords, tombstones);
  }

  Reading minPartitions(int tasks) {
    return new Reading(
        from, until, failOnDataLoss, (int) positive(tasks), maxRecords, tombstones);
  }

  Reading maxRecords(long messages) {
    return new Reading(
        from, until, failOnDataLoss, minPartitions, positive(messages), tombstones);
  }

  Reading withoutTombstones() {
    return new Reading(from, until, failOnDataLoss, minPartitions, maxRecords, false);
  }

  private static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("1 or more, not " + number);
    }
    return number;
  }
}
