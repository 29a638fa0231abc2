package dev.sluice.io.cassandra;

/** How many replicas have to answer before a read or a write counts. */
public enum Consistency {
  /** One replica. */
  ONE,
  /** Two replicas. */
  TWO,
  /** Three replicas. */
  THREE,
  /** More than half of the replicas in all data centers. */
  QUORUM,
  /** All replicas. */
  ALL,
  /** One replica in the local data center. */
  LOCAL_ONE,
  /**
   * More than half of the replicas in the local data center. What is written so is seen by whoever
   * reads so.
   */
  LOCAL_QUORUM,
  /** More than half of the replicas in each data center: for writes alone. */
  EACH_QUORUM
}
