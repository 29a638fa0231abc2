package dev.sluice.spark.bridge;

import dev.sluice.connect.StreamContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.spark.sql.streaming.DataStreamReader;

/**
 * Readers of streams for sessions in which Spark asks for the names of sources, from version 4.2
 * on: with {@value #SOURCE_EVOLUTION} it refuses a reader without one.
 */
public final class StreamSources {

  /** The setting by which Spark knows sources by their names, and asks for them. */
  public static final String SOURCE_EVOLUTION =
      "spark.sql.streaming.queryEvolution.enableSourceEvolution";

  private static final String LEGAL = "[a-zA-Z0-9_]+";

  private StreamSources() {}

  /** A reader with the name of the source's stage, if the session takes names. */
  public static DataStreamReader named(StreamContext context) {
    DataStreamReader reader = context.spark().readStream();
    boolean named = Boolean.parseBoolean(context.spark().conf().get(SOURCE_EVOLUTION, "false"));
    return named ? named(reader, name(context.stage())) : reader;
  }

  private static DataStreamReader named(DataStreamReader reader, String name) {
    try {
      Method method = DataStreamReader.class.getMethod("name", String.class);
      return (DataStreamReader) method.invoke(reader, name);
    } catch (NoSuchMethodException e) {
      return reader; // an older version
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /**
   * The name of a stage as Spark takes it, which has letters of ASCII, digits and {@code _} only.
   * Any other sign becomes {@code _}, and what is then no longer unlike others gets a checksum of
   * the whole name. A checkpoint knows a source by this name: it must stay as it is.
   *
   * @param stage the name of the stage
   * @return the stage's own name if it is legal
   */
  public static String name(String stage) {
    if (stage.matches(LEGAL)) {
      return stage;
    }
    CRC32 checksum = new CRC32();
    checksum.update(stage.getBytes(StandardCharsets.UTF_8));
    return "%s_%08x".formatted(stage.replaceAll("[^a-zA-Z0-9_]", "_"), checksum.getValue());
  }
}
