package dev.sluice.language;

import dev.sluice.testkit.compile.Snippets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A method reference chooses the kind of expression by the accessor's type, on both compilers. */
class AccessorKindsTest {
  private static final String PRELUDE =
      """
      import static dev.sluice.Dsl.*;

      import dev.sluice.expr.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;

      enum Status { OPEN }
      record Inner(int value) {}
      record All(boolean primitiveBoolean, byte primitiveByte, short primitiveShort, int primitiveInt,
          long primitiveLong, float primitiveFloat, double primitiveDouble, Boolean boxedBoolean,
          Byte boxedByte, Short boxedShort, Integer boxedInt, Long boxedLong, Float boxedFloat,
          Double boxedDouble, BigDecimal decimal, String text, LocalDate date, Instant timestamp,
          LocalDateTime dateTime, Duration duration, byte[] binary, Status status,
          List<String> list, Map<String, Long> map, Inner inner) {}
      record Holder(All all) {}

      class Example {
        void example(Side<Joined2<All, Inner>, All> side, AnalyticWindow<All> window) {
          // snippet
        }
      }
      """;

  @TestFactory
  Stream<DynamicTest> choosesTheKind() {
    Snippets snippets = Snippets.in(PRELUDE);
    for (Map.Entry<String, String> accessor : kinds().entrySet()) {
      String reference = "All::" + accessor.getKey();
      String kind = accessor.getValue();
      snippets =
          snippets.add(
              accessor.getKey(),
              """
              %s column = col(%s);
              %s key = key(%2$s);
              %s ofSide = side.col(%2$s);
              %s nested = col(Holder::all).col(%2$s);
              %1$s windowed = over(window, key);
              """
                  .formatted(
                      kind.formatted("All"),
                      reference,
                      kind.formatted("Group<All>"),
                      kind.formatted("Joined2<All, Inner>"),
                      kind.formatted("Holder")));
    }
    var compiled = snippets.compile();
    return compiled.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compiled.assertThat(name).compiles()));
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (String primitive : new String[]{"Boolean", "Byte", "Short", "Int", "Long", "Float",
        "Double"}) {
      String kind = primitive.equals("Boolean") ? "BoolExpr<%s>" : primitive + "Expr<%s>";
      kinds.put("primitive" + primitive, kind);
      kinds.put("boxed" + primitive, kind);
    }
    kinds.put("decimal", "DecimalExpr<%s>");
    kinds.put("text", "StrExpr<%s>");
    kinds.put("date", "DateExpr<%s>");
    kinds.put("timestamp", "TimestampExpr<%s>");
    kinds.put("dateTime", "DateTimeExpr<%s>");
    kinds.put("duration", "DurationExpr<%s>");
    kinds.put("binary", "BinaryExpr<%s>");
    kinds.put("status", "EnumExpr<%s, Status>");
    kinds.put("list", "ListExpr<%s, String>");
    kinds.put("map", "MapExpr<%s, String, Long>");
    kinds.put("inner", "RecordExpr<%s, Inner>");
    return kinds;
  }
}
