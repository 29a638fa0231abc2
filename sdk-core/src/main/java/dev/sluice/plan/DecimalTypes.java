package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Lambda;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.Variable.Role;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out, without any data, the precision and scale that decimals have in the expressions of a
 * stage; of lists and maps, those of the elements and values.
 */
public final class DecimalTypes {

  private static final Map<ColumnType, Decimal> WHOLE_NUMBERS = wholeNumbers();

  /** What has the digits of what it comes from: of a map they are those of its values. */
  private static final Set<Role> FROM_DIGITS = Set.of(Role.ELEMENT, Role.VALUE, Role.RESULT);

  private final List<RecordType> inputs;
  private final Map<ExprNode, Digits> calls = new IdentityHashMap<>();

  /** Over the rows of the stages that go in. */
  public DecimalTypes(List<RecordType> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  private static Map<ColumnType, Decimal> wholeNumbers() {
    Map<ColumnType, Decimal> types = new HashMap<>();
    types.put(Scalar.BYTE, new Decimal(3, 0));
    types.put(Scalar.SHORT, new Decimal(5, 0));
    types.put(Scalar.INT, new Decimal(10, 0));
    types.put(Scalar.LONG, new Decimal(20, 0));
    return types;
  }

  /** The type of the decimal; empty if the expression is none, or it is not known. */
  public Optional<Decimal> of(ExprNode expr) {
    if (expr instanceof Call call) {
      return digits(call).type();
    } else if (expr instanceof Over over) {
      return of(over.function());
    } else if (expr instanceof Literal literal) {
      return constant(literal.value());
    } else if (expr instanceof Lambda lambda) {
      return of(lambda.body());
    } else if (expr instanceof Variable variable && FROM_DIGITS.contains(variable.role())) {
      return of(variable.of());
    }
    return expr.type(inputs).flatMap(DecimalTypes::decimal);
  }

  /** What a call keeps of its arguments. */
  public Digits digits(Call call) {
    if (!calls.containsKey(call)) {
      // innermost first, so that a deep expression needs no deep stack
      List<ExprNode> parts = call.tree().toList();
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (parts.get(i) instanceof Call part && !calls.containsKey(part)) {
          calls.put(part, compute(part));
        }
      }
    }
    return calls.get(call);
  }

  private Digits compute(Call call) {
    boolean ofDecimals = call.arguments().stream().anyMatch(a -> of(a).isPresent());
    return ofDecimals
        ? call.fn()
            .decimals()
            .of(call.arguments().stream().map(this::number).toList(), call.arguments())
        : Digits.none();
  }

  /** The decimals in a column of this type: itself, or the elements or values. */
  public static Optional<Decimal> decimal(ColumnType type) {
    if (type instanceof ListOf list) {
      return decimal(list.element());
    } else if (type instanceof MapOf map) {
      return decimal(map.value());
    }
    return type instanceof Decimal decimal ? Optional.of(decimal) : Optional.empty();
  }

  private Optional<Decimal> number(ExprNode expr) {
    if (expr instanceof Literal literal && isWhole(literal.value())) {
      return Optional.of(of(new BigDecimal(literal.value().toString())));
    }
    Optional<Decimal> decimal = of(expr);
    if (expr instanceof Lambda) {
      return decimal;
    }
    return decimal.isPresent() ? decimal : expr.type(inputs).map(WHOLE_NUMBERS::get);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long;
  }

  private static Optional<Decimal> constant(Object value) {
    if (value instanceof List<?> list) {
      return Digits.widest(list.stream().map(DecimalTypes::constant).toList()).type();
    } else if (value instanceof Map<?, ?> map) {
      return constant(List.copyOf(map.values()));
    }
    return value instanceof BigDecimal decimal ? Optional.of(of(decimal)) : Optional.empty();
  }

  private static Decimal of(BigDecimal value) {
    int scale = Math.max(0, value.scale());
    return new Decimal(Math.max(value.precision() + scale - value.scale(), scale), scale);
  }
}
