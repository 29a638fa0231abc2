package dev.sluice.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Whether two expressions compute the same, wherever each was written. */
public final class SameExpr {

  private SameExpr() {}

  /** Whether both are made of the same parts; the lines on which these were written do not matter. */
  public static boolean are(ExprNode one, ExprNode other) {
    return same(one, other);
  }

  /** Where an expression stands among others, by what it computes; -1 if it does not. */
  public static int indexIn(List<ExprNode> all, ExprNode expr) {
    return IntStream.range(0, all.size())
        .filter(i -> are(all.get(i), expr))
        .findFirst()
        .orElse(-1);
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof CallSite && other instanceof CallSite || Objects.equals(one, other)) {
      return true;
    } else if (one instanceof List<?> list && other instanceof List<?> others) {
      return list.size() == others.size()
          && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), others.get(i)));
    }
    return one instanceof Record parts
        && other instanceof Record others
        && (one instanceof ExprNode || one instanceof SortKey)
        && parts.getClass() == others.getClass()
        && Arrays.stream(parts.getClass().getRecordComponents())
            .allMatch(component -> same(value(component, parts), value(component, others)));
  }

  private static Object value(RecordComponent component, Record of) {
    return DataJson.read(component, of);
  }
}
