package dev.sluice.spark.bridge;

import org.apache.spark.sql.types.StructType;

/**
 * What the footer of a file says of its columns.
 *
 * @param file the file's path
 * @param columns its columns, all of them nullable
 */
public record FileSchema(String file, StructType columns) {}
