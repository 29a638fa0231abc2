package dev.sluice.connect;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The identity of something that is read or written: a path, a table, a topic. Two of them are
 * compared with {@link #conflict} to find a pipeline that would overwrite its own input.
 *
 * @param kind what it is: {@code path}, {@code table} or a connector's own word such as {@code
 *     topic}
 * @param name its normalised name within the kind; without secrets
 */
public record ResourceId(String kind, String name) {

  private static final String PATH = "path";
  private static final String TABLE = "table";

  /**
   * Checks that there is a kind and a name. Use {@link #path} and {@link #table} for paths and
   * tables: they normalise.
   *
   * @throws NullPointerException if one is null
   */
  public ResourceId {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /**
   * A path, which may contain a glob as Spark's readers take it. It becomes absolute; {@code .} and
   * {@code ..} are taken out, and in a local path symbolic links are followed as far as the path
   * exists and has no glob.
   *
   * @param path a local path or a URI such as {@code s3a://bucket/data}
   * @return its identity
   */
  public static ResourceId path(String path) {
    return new ResourceId(PATH, PathName.normalise(path));
  }

  /**
   * A table of the session's catalog. Letter case and back quotes do not matter, and a name without
   * a database is in {@code default}; {@code spark_catalog}, the name of Spark's own catalog, may
   * be left out. Which database is the session's is not known here.
   *
   * @param name the name, such as {@code sales.orders}
   * @return its identity
   */
  public static ResourceId table(String name) {
    String plain =
        name.replace("`", "").toLowerCase(Locale.ROOT).replaceFirst("^spark_catalog\\.", "");
    return new ResourceId(TABLE, plain.indexOf('.') < 0 ? "default." + plain : plain);
  }

  /**
   * Whether replacing one resource would destroy another: the same path, a directory above or below
   * it, a path a glob matches, the same table. Nothing is looked up here; a path's links were
   * followed when its identity was made.
   *
   * <p>A path without a scheme is taken to be possibly the same as the one of a file system that
   * may be Spark's default ({@code file}, {@code hdfs}, {@code viewfs}, {@code dbfs}). A link below
   * a glob cannot be seen.
   *
   * @param read what a source reads (or what another sink writes)
   * @param write what a sink writes
   * @return how they conflict, as the rest of a sentence about the written one: {@code /out/x is
   *     inside /out, which is read}; empty if they do not
   */
  public static Optional<String> conflict(ResourceId read, ResourceId write) {
    if (!read.kind.equals(write.kind)) {
      return Optional.empty();
    }
    if (read.kind.equals(PATH)) {
      return PathName.overlap(read.name, write.name);
    }
    return read.name.equals(write.name)
        ? Optional.of(write.name + " is also read")
        : Optional.empty();
  }
}
