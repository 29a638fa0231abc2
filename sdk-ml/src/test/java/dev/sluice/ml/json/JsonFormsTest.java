package dev.sluice.ml.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are written and read by what they are. */
class JsonFormsTest {

  interface Shape {}

  record Circle(double radius) implements Shape {}

  record Dot() implements Shape {}

  record All(
      String text,
      int small,
      long big,
      double real,
      boolean flag,
      Month month,
      List<String> texts,
      Map<String, Double> numbers,
      List<Shape> shapes,
      List<List<String>> rows) {}

  record Whole(int small, long big) {}

  private static final JsonForms FORMS =
      new JsonForms(List.of(new Kind("circle", Circle.class), new Kind("dot", Dot.class)),
          List.of());

  private static <T> T read(String json, Class<T> type) {
    return FORMS.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void whatIsWrittenComesBack() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("z", 1e-300);
    numbers.put("a", -0.0);
    All all =
        new All(
            "\"\u001f ü \uD83D\uDE00",
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.1,
            true,
            Month.MAY,
            Arrays.asList("a", null, ""),
            numbers,
            List.of(new Circle(2), new Dot()),
            List.of(List.of(), List.of("x")));

    String json = new String(FORMS.bytes(all), StandardCharsets.UTF_8);

    assertThat(json)
        .endsWith(
            """
                "numbers":{"z":1.0E-300,"a":-0.0},\
                "shapes":[{"kind":"circle","radius":2.0},{"kind":"dot"}],"rows":[[],["x"]]}""");
    assertThat(read(json, All.class)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "{\"small\":1,\"big\":2.0}; at big: a fraction stands here, not a whole number",
      "{\"small\":2147483648,\"big\":2}; at small: 2147483648 is more than 32 bits hold",
      "{\"small\":1,\"big\":9223372036854775808}; at big: 9223372036854775808 is more than 64 bits hold",
      "{\"small\":1,\"big\":null}; at big: something is null that must be there",
      "{\"small\":1,\"more\":2}; at more: there is no field 'more', only [small, big]",
      "{\"small\":1}; at byte 11: the field 'big' is missing",
      "{\"small\":1,\"big\":2}1; at byte 20: something stands behind the end",
      "[1]; at byte 1: a list stands here, not an object",
  })
  void whatDoesNotFitIsRefusedWithItsPlace(String json, String why) {
    assertThatThrownBy(() -> read(json, Whole.class))
        .isExactlyInstanceOf(BadJsonException.class)
        .hasMessage(why);
  }

  @Test
  void aKindIsNeitherGuessedNorAClass() {
    assertThatThrownBy(() -> read("{\"kind\":\"java.lang.Runtime\"}", Shape.class))
        .hasMessage("at kind: there is no kind 'java.lang.Runtime', only [circle, dot]");
    assertThatThrownBy(() -> read("{\"radius\":1,\"kind\":\"circle\"}", Shape.class))
        .hasMessage("at radius: the field 'kind' must stand first, and does not");
  }
}
