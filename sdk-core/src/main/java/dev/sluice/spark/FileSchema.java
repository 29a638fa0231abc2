package dev.sluice.spark;

import org.apache.spark.sql.types.StructType;

/**
 * What the footer of a file says of its columns.
 *
 * @param file the file's path
 * @param columns its columns, all of them nullable
 */
record FileSchema(String file, StructType columns) {}
