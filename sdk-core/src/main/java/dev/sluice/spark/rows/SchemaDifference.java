package dev.sluice.spark.rows;

import java.util.Optional;

/**
 * One way in which the schema of real data differs from the record that is to describe it. Columns
 * are named by their path: {@code items[].price} is the field {@code price} of the elements of
 * {@code items}.
 */
public sealed interface SchemaDifference {

  /**
   * The path of the column, as the record has it, or as the data has it if the record does not.
   *
   * @return the path
   */
  String column();

  /**
   * What differs and what can be done, as one sentence without a full stop.
   *
   * @return plain text
   */
  String sentence();

  /**
   * Whether the rows cannot be read into the record as they are.
   *
   * @return true for missing and for wrongly typed columns
   */
  boolean breaksReading();

  /**
   * The record has a column that the data lacks.
   *
   * @param column the path of the column
   * @param component the component of the record that stands for it, {@code Order.quantity}
   * @param expectedType its type in SQL
   * @param suggestion the column of the data that was probably meant
   */
  record Missing(String column, String component, String expectedType, Optional<String> suggestion)
      implements SchemaDifference {
    @Override
    public String sentence() {
      return "column \"%s\" (%s) of %s is missing%s"
          .formatted(
              column,
              expectedType,
              component,
              suggestion
                  .map(
                      s -> "; did you mean \"%1$s\"? Then rename the component or add @ColumnName(\"%1$s\")"
                          .formatted(s))
                  .orElse(""));
    }

    @Override
    public boolean breaksReading() {
      return true;
    }
  }

  /**
   * The data has a column that the record does not mention. It is not read.
   *
   * @param column the path of the column
   * @param actualType its type in SQL
   * @param record the simple name of the record
   */
  record Extra(String column, String actualType, String record) implements SchemaDifference {
    @Override
    public String sentence() {
      return "column \"%s\" (%s) is in the data but not in record %s, and is not read"
          .formatted(column, actualType, record);
    }

    @Override
    public boolean breaksReading() {
      return false;
    }
  }

  /**
   * The names differ in case alone. Spark finds the column unless {@code spark.sql.caseSensitive}
   * is on.
   *
   * @param column the path of the column as the record has it
   * @param actualName the column's name in the data
   */
  record CaseDiffers(String column, String actualName) implements SchemaDifference {
    @Override
    public String sentence() {
      return "column \"%s\" is written \"%s\" in the data: only spark.sql.caseSensitive=false finds it"
          .formatted(column, actualName);
    }

    @Override
    public boolean breaksReading() {
      return false;
    }
  }

  /**
   * The data's type is narrower than that of the component: every value fits without loss, so it is cast.
   *
   * @param column the path of the column
   * @param component the component of the record that stands for it
   * @param actualType the data's type in SQL
   * @param expectedType the type of the component in SQL
   */
  record Widened(String column, String component, String actualType, String expectedType)
      implements SchemaDifference {
    @Override
    public String sentence() {
      return "column \"%s\" is %s in the data and is widened without loss to %s for %s"
          .formatted(column, actualType, expectedType, component);
    }

    @Override
    public boolean breaksReading() {
      return false;
    }
  }

  /**
   * The data has another type, and a cast could fail or lose something.
   *
   * @param column the path of the column
   * @param component the component of the record that stands for it
   * @param actualType the data's type in SQL
   * @param expectedType the type of the component in SQL
   */
  record Retyped(String column, String component, String actualType, String expectedType)
      implements SchemaDifference {
    @Override
    public String sentence() {
      return "column \"%s\" is %s in the data, but %s needs %s: change the component's type, and convert in the pipeline"
          .formatted(column, actualType, component, expectedType);
    }

    @Override
    public boolean breaksReading() {
      return true;
    }
  }
}
