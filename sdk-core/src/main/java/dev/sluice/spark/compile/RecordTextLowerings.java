package dev.sluice.spark.compile;

import dev.sluice.expr.RecordsInTexts;
import dev.sluice.plan.Fn;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.Map;
import org.apache.spark.sql.functions;

/** Records, lists and maps as texts; times with all of their digits, where Spark would drop some. */
final class RecordTextLowerings {

  private static final Map<String, String> TIMES =
      Map.of(
          "timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX",
          "timestampNTZFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSS",
          "timeZone", "UTC");

  static final Map<Fn, Lowering> ALL =
      Map.of(
          RecordsInTexts.TO_JSON, (call, a) -> functions.to_json(a.get(0), TIMES),
          RecordsInTexts.TO_CSV, (call, a) -> functions.to_csv(a.get(0), TIMES),
          RecordsInTexts.TO_XML, (call, a) -> functions.to_xml(a.get(0), TIMES));

  private RecordTextLowerings() {}
}
