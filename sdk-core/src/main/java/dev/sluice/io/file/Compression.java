package dev.sluice.io.file;

import java.util.Locale;

/**
 * How the files a sink writes are compressed. Not every format knows every one; Spark refuses the
 * rest.
 */
public enum Compression {
  /** Not at all. */
  NONE,
  /** Fast, splittable within Parquet and ORC; what these use unless told otherwise. */
  SNAPPY,
  /** Smaller than {@link #SNAPPY} at about its speed; for Parquet, ORC and Avro. */
  ZSTD,
  /** Small and known everywhere. A compressed text file is read by one task. */
  GZIP,
  /** Fast, for Parquet, ORC and text. */
  LZ4,
  /** Small and slow; a text file stays splittable. */
  BZIP2,
  /** For text, the same algorithm as {@link #GZIP}; for ORC, its {@code ZLIB}. */
  DEFLATE;

  /** The name the format's writer knows. */
  String nameFor(String format) {
    if (this == DEFLATE && format.equals("orc")) {
      return "zlib";
    }
    if (this == LZ4 && format.equals("parquet")) {
      return "lz4_raw";
    }
    if (format.equals("avro")) {
      return switch (this) {
        case NONE -> "uncompressed";
        case ZSTD -> "zstandard";
        case SNAPPY, BZIP2, DEFLATE -> name().toLowerCase(Locale.ROOT);
        case GZIP, LZ4 ->
          throw new IllegalArgumentException(
              "Avro files are not compressed with %s: take SNAPPY, ZSTD, DEFLATE or BZIP2"
                  .formatted(this));
      };
    }
    return name().toLowerCase(Locale.ROOT);
  }
}
