package dev.sluice.io.lake;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Secrets;
import dev.sluice.io.TableResources;
import dev.sluice.spark.bridge.RelationBridge;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/**
 * Where a table is: its name in a catalog, or the path of its files.
 *
 * @param shown as the user wrote it
 * @param path whether it is a path
 * @param sql what stands for it in a statement
 */
record LakeName(String shown, boolean path, String sql) {

  private static final String PART = "(?:\\w+|`[^`]+`)";
  private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + ")*");
  private static final Pattern FIRST = Pattern.compile(PART);

  /**
   * A name in a catalog. It becomes part of statements, so nothing else may be in it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LakeName table(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not the name of a table; write shop.orders, other signs in back quotes"
              .formatted(Secrets.masked(name)));
    }
    return new LakeName(name, false, name);
  }

  /**
   * A path, for a format whose tables may be in no catalog.
   *
   * @throws IllegalArgumentException if it holds a secret, which Spark would show
   */
  static LakeName path(String path, String format) {
    if (Secrets.inUri(path)) {
      throw new IllegalArgumentException(
          "the path %s holds a secret, and paths are shown: give it to the session, such as spark.hadoop.fs.s3a.secret.key"
              .formatted(Secrets.masked(path)));
    }
    String full = ResourceId.path(path).name();
    return new LakeName(path, true, format + "." + Columns.quoted(full));
  }

  /** The parts of a name, without quotes. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    Matcher matcher = FIRST.matcher(sql);
    while (matcher.find()) {
      parts.add(matcher.group().replace("`", ""));
    }
    return parts;
  }

  /** What is read or written, as far as it is known without a session. */
  Set<ResourceId> resources() {
    return Set.of(path ? ResourceId.path(shown) : ResourceId.table(shown));
  }

  /** The same with the place of the files, if the table is there. */
  Set<ResourceId> resources(SparkSession spark) {
    if (!path) {
      return TableResources.of(spark, shown);
    }
    Set<ResourceId> all = new LinkedHashSet<>(resources());
    try {
      all.addAll(RelationBridge.resources(spark.table(sql)));
    } catch (Exception e) { // a table that is not there yet; such exceptions are not declared
      return all;
    }
    return all;
  }
}
