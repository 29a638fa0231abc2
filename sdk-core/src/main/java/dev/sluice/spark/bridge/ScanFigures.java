package dev.sluice.spark.bridge;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one scan read.
 *
 * @param id tells the scan apart within a Spark application; a scan inside a cached dataset has the
 *     same id in every execution that reads the cache
 * @param name Spark's name of the scan, such as {@code Scan csv}
 * @param description Spark's own line about it
 * @param identity what it reads, as {@link ScanIdentity} tells it; empty if that cannot be told
 * @param rows the rows it gave out, after what the format itself skips, such as Parquet row groups
 * @param files the files read; empty if the scan does not count files
 * @param bytes the size of those files; empty if the scan does not count files
 * @param cached whether it stands inside a cached dataset, so that whichever execution filled the
 *     cache did the reading, perhaps before the run
 */
public record ScanFigures(
    long id,
    String name,
    String description,
    Optional<Object> identity,
    long rows,
    OptionalLong files,
    OptionalLong bytes,
    boolean cached) {}
