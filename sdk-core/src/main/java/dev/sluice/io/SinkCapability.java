package dev.sluice.io;

/**
 * What a sink, as it is configured, does. The planner and the validator read it; see {@link
 * Sink#capabilities()}.
 */
public enum SinkCapability {
  /** New rows are added to what is there. */
  APPEND,

  /**
   * What was there before is replaced, wholly or by partition. Such a sink must not write where the
   * same pipeline reads, and the validator refuses it if {@link Sink#writes()} meets a source's
   * {@link Source#reads()}.
   */
  OVERWRITE,

  /**
   * A row replaces the one with the same key, so writing the same rows twice has the effect of
   * writing them once.
   */
  UPSERT,

  /** A write becomes visible whole or not at all. */
  TRANSACTIONAL,

  /** What was written can be read back cheaply, column by column: Parquet, ORC. */
  COLUMNAR
}
