package dev.sluice;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.Secrets;
import org.apache.spark.sql.SparkSession;

/**
 * Spark sessions with settings that suit their use. Any other session will do as well: nothing in a
 * pipeline asks for one of these.
 */
public final class Sessions {

  /**
   * How many shuffle partitions the preset has: whoever finds another number set, finds what the user
   * wants.
   */
  @Internal
  public static final String PRESET_SHUFFLES = "spark.sluice.preset.shufflePartitions";

  private static final String TEXTS = "spark.sql.redaction.string.regex";
  private static final String OPTIONS = "spark.sql.redaction.options.regex";

  private Sessions() {}

  /**
   * For Spark inside your own process, on all its cores: no web server, network on this machine
   * alone, twice as many shuffle partitions as cores where Spark's default of 200 would cost more
   * than the work (a stream takes as many as cores, see the guide), and secrets in options and texts are left out of the plans that Spark shows and
   * logs. Each setting can be changed on the builder.
   *
   * <pre>{@code
   * try (SparkSession spark = Sessions.embedded("ecommerce").getOrCreate()) {
   *   pipeline.run(spark);
   * }
   * }</pre>
   *
   * @param name the application's name
   */
  public static SparkSession.Builder embedded(String name) {
    int cores = Runtime.getRuntime().availableProcessors();
    return SparkSession.builder()
        .appName(name)
        .master("local[*]")
        .config("spark.ui.enabled", false)
        .config("spark.ui.showConsoleProgress", false)
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config(TEXTS, Secrets.sparkTexts())
        .config(OPTIONS, Secrets.sparkOptions())
        .config(PRESET_SHUFFLES, 2L * cores)
        .config("spark.sql.shuffle.partitions", 2L * cores);
  }

  /**
   * What {@code spark-submit} has set, and without it {@link #embedded}: for a program that is
   * started both ways.
   *
   * <pre>{@code
   * public static void main(String[] args) {
   *   try (SparkSession spark = Sessions.submittedOrEmbedded("ecommerce").getOrCreate()) {
   *     pipeline.run(spark);
   *   }
   * }
   * }</pre>
   *
   * @param name the application's name, unless {@code spark-submit --name} gives another
   */
  public static SparkSession.Builder submittedOrEmbedded(String name) {
    if (System.getProperty("spark.master") == null) {
      return embedded(name);
    }
    SparkSession.Builder submitted = SparkSession.builder();
    if (System.getProperty(TEXTS) == null) {
      submitted.config(TEXTS, Secrets.sparkTexts());
    }
    if (System.getProperty(OPTIONS) == null) {
      submitted.config(OPTIONS, Secrets.sparkOptions());
    }
    return System.getProperty("spark.app.name") == null ? submitted.appName(name) : submitted;
  }
}
