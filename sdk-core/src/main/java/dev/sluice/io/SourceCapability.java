package dev.sluice.io;

/**
 * What a source, as it is configured, can do. The planner and the validator read it; see {@link
 * Source#capabilities()}.
 */
public enum SourceCapability {
  /** The source has an end: {@link Source#read} gives all of it, and a batch run can finish. */
  BOUNDED,

  /**
   * The source can also be followed without end, as a stream. It may be {@link #BOUNDED} too: a
   * topic read up to now.
   */
  UNBOUNDED,

  /**
   * The source parses text, so a row may be malformed. Its rows then carry the extra column {@link
   * Source#MALFORMED}. A source without this capability never has that column.
   */
  PARSES,

  /**
   * Reading only some columns, or only rows that pass a filter, is much cheaper than reading all:
   * Parquet, ORC.
   */
  COLUMNAR
}
