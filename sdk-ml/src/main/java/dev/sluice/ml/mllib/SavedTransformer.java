package dev.sluice.ml.mllib;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.BadModelException;
import java.lang.reflect.InvocationTargetException;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what MLlib has saved: a pipeline, or a single transformer. */
@Internal
public final class SavedTransformer {

  private SavedTransformer() {}

  /**
   * What was saved.
   *
   * @param path where {@code model.write().save(path)} has put it
   * @throws BadModelException if it is not there, or no transformer, with what to do
   */
  public static Transformer load(SparkSession spark, String path) {
    Class<?> type = type(path, className(spark, path));
    try {
      MLReader<?> reader = (MLReader<?>) type.getMethod("read").invoke(null);
      return (Transformer) reader.session(spark).load(path);
    } catch (InvocationTargetException failure) {
      throw unreadable(path, failure.getCause());
    } catch (Exception failure) { // Scala declares none of what it throws
      throw unreadable(path, failure);
    }
  }

  private static BadModelException unreadable(String path, Throwable failure) {
    return new BadModelException(
        "%s: what MLlib saved there cannot be read: %s".formatted(path, failure), failure);
  }

  /** MLlib writes a line about what it saves. */
  private static String className(SparkSession spark, String path) {
    try {
      Row line = spark.read().text(path + "/metadata").head();
      return new JsonMapper().readTree(line.getString(0)).path("class").asText();
    } catch (JsonProcessingException failure) {
      throw unreadable(path, failure);
    } catch (Exception failure) { // Scala declares none of what it throws
      throw new BadModelException(
          "%s: MLlib has saved nothing there: give the path of model.write().save(path): %s"
              .formatted(path, String.valueOf(failure.getMessage()).lines().findFirst().orElse("")),
          failure);
    }
  }

  private static Class<?> type(String path, String name) {
    Class<?> type;
    try {
      type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException | LinkageError failure) {
      throw new BadModelException(
          "%s: it was saved as %s, which is not on the class path%s"
              .formatted(
                  path,
                  name,
                  name.startsWith("pyspark.")
                      ? ": its transformers in Python run in Python alone"
                      : ": add the jar that has it"),
          failure);
    }
    if (Estimator.class.isAssignableFrom(type)) {
      throw new BadModelException(
          "%s: a %s was saved there, which learns and cannot transform: fit it, and save the model that fit(…) returns"
              .formatted(path, type.getSimpleName()));
    }
    if (!Transformer.class.isAssignableFrom(type)) {
      throw new BadModelException(
          "%s: a %s was saved there, which is no transformer".formatted(path, name));
    }
    return type;
  }
}
