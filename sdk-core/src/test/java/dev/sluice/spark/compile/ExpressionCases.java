package dev.sluice.spark.compile;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.when;

import dev.sluice.Dsl;
import dev.sluice.expr.AnalyticWindow;
import dev.sluice.expr.Case;
import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Groups;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.NumExpr;
import dev.sluice.expr.NumberCase;
import dev.sluice.expr.Projection;
import dev.sluice.expr.RankingFunction;
import dev.sluice.expr.RowsWhere;
import dev.sluice.expr.Side;
import dev.sluice.expr.Sortable;
import dev.sluice.expr.SparkValue;
import dev.sluice.expr.Udf;
import dev.sluice.expr.When;
import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every public method of the expression language that gives a value, called on typical columns. A
 * method that is added to the language is found here by itself; where an argument of its type has
 * no typical value, or that one does not suit it, it needs a line in {@link #ARGUMENTS} or {@link
 * #RECEIVERS}.
 */
final class ExpressionCases {

  /**
   * A method called.
   *
   * @param name the method with the kinds of its arguments
   * @param declared what it says it returns
   * @param changed the result of the same call with another constant, for each constant it has
   */
  record Call(
      String name, Class<?> declared, Expr<?, ?> result, Map<String, Expr<?, ?>> changed) {}

  record Pair(Integer number, String text) {}

  private static final Udf<String, Integer> LENGTH =
      udf("length", String.class, Integer.class, String::length);

  /** Texts that the method can read, where the typical one is none. */
  private static final Map<String, Expr<?, ?>> RECEIVERS =
      Map.ofEntries(
          Map.entry("StrExpr.toInt()", value("42")),
          Map.entry("StrExpr.toLong()", value("42")),
          Map.entry("StrExpr.toDouble()", value("4.25")),
          Map.entry("StrExpr.toDecimal(int,int)", value("4.25")),
          Map.entry("StrExpr.toBoolean()", value("true")),
          Map.entry("StrExpr.toDate()", value("2024-12-31")),
          Map.entry("StrExpr.toDate(String)", value("31.12.2024")),
          Map.entry("StrExpr.toTimestamp()", value("2024-12-31 23:59:59")),
          Map.entry("StrExpr.tryToInt()", value("42")),
          Map.entry("StrExpr.tryToLong()", value("42")),
          Map.entry("StrExpr.tryToDouble()", value("4.25")),
          Map.entry("StrExpr.tryToDecimal(int,int)", value("4.25")),
          Map.entry("StrExpr.tryToBoolean()", value("true")),
          Map.entry("StrExpr.tryToDate()", value("2024-12-31")),
          Map.entry("StrExpr.toTimestamp(String)", value("31.12.2024 23:59")),
          Map.entry("StrExpr.toDateTime()", value("2024-12-31 23:59:59")),
          Map.entry("StrExpr.tryToDateTime()", value("2024-12-31 23:59:59")),
          Map.entry("StrExpr.tryToDate(String)", value("31.12.2024")),
          Map.entry("StrExpr.tryToTimestamp()", value("2024-12-31 23:59:59")),
          Map.entry("StrExpr.tryToTimestamp(String)", value("31.12.2024 23:59")),
          Map.entry("StrExpr.toDateTime(String)", value("31.12.2024 23:59")),
          Map.entry("IntExpr.chr()", value(65)),
          Map.entry("LongExpr.chr()", value(65L)),
          Map.entry("StrExpr.unbase64()", value("QW5u")),
          Map.entry("StrExpr.unhex()", value("416E")),
          Map.entry("StrExpr.toBinary(String)", value("416E")),
          Map.entry("StrExpr.tryToBinary(String)", value("416E")),
          Map.entry("StrExpr.conv(int,int)", value("ff")),
          Map.entry("StrExpr.urlDecode()", value("a+b")),
          Map.entry("StrExpr.tryUrlDecode()", value("a+b")),
          Map.entry("StrExpr.parseUrl(UrlPart)", value("https://u@example.com/a?x=1#t")),
          Map.entry("StrExpr.tryParseUrl(UrlPart)", value("https://u@example.com/a?x=1#t")),
          Map.entry("StrExpr.queryParameter(String)", value("https://example.com/a?x=1")),
          Map.entry("StrExpr.luhnCheck()", value("79927398713")),
          Map.entry("StrExpr.toDecimal(String,int,int)", value("42.50")),
          Map.entry("StrExpr.tryToDecimal(String,int,int)", value("42.50")),
          Map.entry("BinaryExpr.hllEstimate()", value(AggregateCases.SKETCH)),
          Map.entry("StrExpr.sentences()", value("Hi there! Good day.")));

  private static final Map<String, List<Object>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("like(String)", List.of("Ann%")),
          Map.entry("matches(String)", List.of("^A.*b$")),
          Map.entry("contains(String)", List.of("nn")),
          Map.entry("startsWith(String)", List.of("An")),
          Map.entry("endsWith(String)", List.of(" b")),
          Map.entry("position(String)", List.of("n")),
          Map.entry("toTimestamp(String)", List.of("dd.MM.yyyy HH:mm")),
          Map.entry("get(Object)", List.of("a")),
          Map.entry("get(int)", List.of(1)),
          Map.entry("substring(int,int)", List.of(2, 3)),
          Map.entry("substring(int)", List.of(2)),
          Map.entry("replace(String,String)", List.of("n", "m")),
          Map.entry("replaceAll(String,String)", List.of("(n+)", "<$1>")),
          Map.entry("extract(String,int)", List.of("A(n+)", 1)),
          Map.entry("split(String)", List.of(" ")),
          Map.entry("padStart(int,String)", List.of(7, "*")),
          Map.entry("padEnd(int,String)", List.of(7, "*")),
          Map.entry("nullIf(String)", List.of("nothing")),
          Map.entry("format(String)", List.of("yyyy/MM/dd")),
          Map.entry("toDate(String)", List.of("dd.MM.yyyy")),
          Map.entry("tryToDate(String)", List.of("dd.MM.yyyy")),
          Map.entry("toDecimal(int,int)", List.of(12, 1)),
          Map.entry("tryToDecimal(int,int)", List.of(12, 1)),
          Map.entry("round(int)", List.of(1)),
          Map.entry("repeat(int)", List.of(2)),
          Map.entry("contains(Object)", List.of("a")),
          Map.entry("concatWith(String,StrExpr[])", List.of("-")),
          Map.entry("tryToTimestamp(String)", List.of("dd.MM.yyyy HH:mm")),
          Map.entry("toDateTime(String)", List.of("dd.MM.yyyy HH:mm")),
          Map.entry("left(int)", List.of(2)),
          Map.entry("right(int)", List.of(2)),
          Map.entry("substring(IntExpr,IntExpr)", List.of(value(2), value(3))),
          Map.entry("substring(IntExpr)", List.of(value(3))),
          Map.entry("substringIndex(String,int)", List.of(" ", 1)),
          Map.entry("splitPart(String,int)", List.of(" ", 2)),
          Map.entry("split(String,int)", List.of("n", 2)),
          Map.entry("overlay(String,int)", List.of("x", 2)),
          Map.entry("overlay(String,int,int)", List.of("x", 2, 2)),
          Map.entry("translate(String,String)", List.of("nb", "mp")),
          Map.entry("position(String,int)", List.of("n", 3)),
          Map.entry("ilike(String)", List.of("aNN%")),
          Map.entry("trim(String)", List.of("Ab")),
          Map.entry("trimStart(String)", List.of("An")),
          Map.entry("trimEnd(String)", List.of("b ")),
          Map.entry("countMatches(String)", List.of("n")),
          Map.entry("matchPosition(String)", List.of("n+")),
          Map.entry("firstMatch(String)", List.of("n+")),
          Map.entry("extractAll(String,int)", List.of("(n)", 1)),
          Map.entry("findInSet(String)", List.of("x,Ann b")),
          Map.entry("toBinary(String)", List.of("hex")),
          Map.entry("tryToBinary(String)", List.of("hex")),
          Map.entry("conv(int,int)", List.of(16, 10)),
          Map.entry("mask(String,String,String)", List.of("A", "a", "0")),
          Map.entry("toDecimal(String,int,int)", List.of("99.99", 4, 2)),
          Map.entry("tryToDecimal(String,int,int)", List.of("99.99", 4, 2)),
          Map.entry("toText(String)", List.of("99.99")),
          Map.entry("formatNumber(int)", List.of(1)),
          Map.entry("formatNumber(String)", List.of("#,##0.00")),
          Map.entry("format(String,Expr[])", List.of("%s-%s", two())),
          Map.entry("hash(Expr,Expr[])", List.of(col(TypicalRow::anInt), two())),
          Map.entry("xxhash64(Expr,Expr[])", List.of(col(TypicalRow::anInt), two())),
          Map.entry(
              "nullIf(Expr,Expr)",
              List.of(col(TypicalRow::anInt), col(TypicalRow::otherInt))),
          Map.entry(
              "between(NumExpr,NumExpr)",
              List.of(col(TypicalRow::otherInt), col(TypicalRow::aLong))),
          Map.entry("in(BigDecimal[])", List.of((Object) new BigDecimal[]{new BigDecimal("7.25")})),
          Map.entry("nullOf(Class)", List.of(String.class)),
          Map.entry("atan2(NumExpr)", List.of(col(TypicalRow::otherDouble))),
          Map.entry("hypot(NumExpr)", List.of(col(TypicalRow::otherDouble))),
          Map.entry("pow(NumExpr)", List.of(col(TypicalRow::otherDouble))),
          Map.entry("widthBucket(double,double,long)", List.of(0.0, 100.0, 10L)),
          Map.entry("roundHalfEven(int)", List.of(1)),
          Map.entry("uniform(int,int)", List.of(1, 10)),
          Map.entry(
              "convertTimezone(ZoneId,ZoneId)",
              List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"))),
          Map.entry("makeDate(IntExpr,IntExpr,IntExpr)", ofTime(3)),
          Map.entry(
              "makeTimestamp(IntExpr,IntExpr,IntExpr,IntExpr,IntExpr,DoubleExpr)", ofTime(6)),
          Map.entry(
              "tryMakeTimestamp(IntExpr,IntExpr,IntExpr,IntExpr,IntExpr,DoubleExpr)", ofTime(6)),
          Map.entry(
              "makeDateTime(IntExpr,IntExpr,IntExpr,IntExpr,IntExpr,DoubleExpr)", ofTime(6)),
          Map.entry(
              "tryMakeDateTime(IntExpr,IntExpr,IntExpr,IntExpr,IntExpr,DoubleExpr)", ofTime(6)));

  private static Object two() {
    return new Expr<?, ?>[]{col(TypicalRow::anInt), col(TypicalRow::text)};
  }

  private static List<Object> ofTime(int parts) {
    return List.<Object>of(
        value(2024), value(5), col(TypicalRow::anInt), value(12), value(34), value(56.5))
        .subList(0, parts);
  }

  private final List<Call> cases = new ArrayList<>();

  private ExpressionCases() {}

  static List<Call> all() {
    ExpressionCases all = new ExpressionCases();
    publicClasses().forEach(all::methodsOf);
    for (Method method : Dsl.class.getMethods()) {
      all.calls(method, "Dsl", null);
    }
    all.cases.sort(Comparator.comparing(Call::name));
    return all.cases;
  }

  /** The classes that users call methods on. */
  private static List<Class<?>> publicClasses() {
    File directory =
        new File(
            Expr.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
            "dev/sluice/expr");
    return Arrays.stream(directory.list())
        .filter(name -> name.endsWith(".class"))
        .sorted()
        .<Class<?>>map(name -> type("dev.sluice.expr." + name.replace(".class", "")))
        .filter(type -> Modifier.isPublic(type.getModifiers()))
        .filter(type -> !type.getSimpleName().endsWith("Functions"))
        .toList();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void methodsOf(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())
        || type == FieldReader.class
        || type == NodeExpr.class
        || type == Groups.class
        || type == SparkValue.class) {
      return; // its methods are those of its subclasses, or of Dsl; the others are no language
    }
    for (Method method : type.getMethods()) {
      calls(method, name(type), type);
    }
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private void calls(Method method, String owner, Class<?> type) {
    if (method.isBridge() || !givesAValue(method.getReturnType())) {
      return;
    } else if (method.getName().equals("where") && !TypicalRow.columns().containsKey(type)) {
      return; // no aggregate is a literal, a variant or an element
    }
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
    String name = owner + "." + method.getName() + parameters;
    Object receiver =
        type == null || Modifier.isStatic(method.getModifiers())
            ? null
            : name.startsWith("RecordExpr.col(")
                ? col(TypicalRow::wide)
                : name.endsWith(".where(RowsWhere)")
                    ? AggregateCases.of(type)
                    : type == ElementExpr.class
                        ? ElementCases.element(name)
                        : RECEIVERS.containsKey(name)
                            ? RECEIVERS.get(name)
                            : ElementCases.RECEIVERS.containsKey(name)
                                ? ElementCases.RECEIVERS.get(name)
                                : receiver(type);
    Optional<List<Object>> given =
        Optional.ofNullable(ARGUMENTS.get(method.getName() + parameters))
            .or(
                () -> Optional.ofNullable(
                    ElementCases.ARGUMENTS.get(method.getName() + parameters)))
            .or(
                () -> Optional.ofNullable(
                    AggregateCases.ARGUMENTS.get(method.getName() + parameters)))
            .or(
                () -> type == null && parameters.equals("(NumExpr,NumExpr)")
                    ? Optional.of(AggregateCases.PAIR)
                    : Optional.empty());
    for (List<Object> arguments : arguments(method, type, given)) {
      add(name, arguments, method, receiver);
    }
  }

  private static boolean givesAValue(Class<?> type) {
    return Expr.class.isAssignableFrom(type)
        || type == RankingFunction.class
        || type == Case.class
        || type == NumberCase.class;
  }

  private void add(String name, List<Object> arguments, Method method, Object receiver) {
    String kinds =
        arguments.stream()
            .filter(a -> a instanceof Expr<?, ?>)
            .map(a -> name(a.getClass()))
            .filter(kind -> !name.contains(kind))
            .distinct()
            .map(kind -> " of " + kind)
            .collect(Collectors.joining());
    Map<String, Expr<?, ?>> changed = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Object> others = new ArrayList<>(arguments);
      others.set(i, ChangedConstant.of(arguments.get(i)));
      if (others.get(i) != arguments.get(i)) {
        changed.put("argument " + i, expr(invoke(method, receiver, others)));
      }
    }
    Expr<?, ?> expr = expr(invoke(method, receiver, arguments));
    cases.add(new Call(name + kinds, method.getReturnType(), expr, changed));
  }

  private static Expr<?, ?> expr(Object result) {
    if (result instanceof RankingFunction<?, ?> function) {
      return ranked(function);
    }
    if (result instanceof NumberCase<?, ?, ?> numbers) {
      return numbers.orNull();
    }
    return result instanceof Case<?, ?, ?> conditional
        ? conditional.orNull()
        : (Expr<?, ?>) result;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the function is of the typical row
  private static Expr<?, ?> ranked(RankingFunction function) {
    return over(Dsl.<TypicalRow>partitionBy().orderBy(asc(TypicalRow::k)), function);
  }

  private static Object receiver(Class<?> type) {
    if (TypicalRow.columns().containsKey(type)) {
      return TypicalRow.columns().get(type);
    }
    Case<TypicalRow, Integer, IntExpr<TypicalRow>> branch =
        when(col(TypicalRow::aBoolean)).then(col(TypicalRow::anInt));
    NumberCase<TypicalRow, Long, LongExpr<TypicalRow>> numbers =
        when(col(TypicalRow::aBoolean)).then(col(TypicalRow::aLong));
    return switch (name(type)) {
      case "IntLiteral" -> lit(100);
      case "LongLiteral" -> lit(1000L);
      case "DoubleLiteral" -> lit(0.5);
      case "DecimalLiteral" -> lit(new BigDecimal("1.5"));
      case "When" -> when(col(TypicalRow::aBoolean));
      case "Case" -> branch;
      case "Case.Next" -> branch.when(col(TypicalRow::otherBoolean));
      case "NumberCase" -> numbers;
      case "NumberCase.Next" -> numbers.when(col(TypicalRow::otherBoolean));
      case "Side" -> Side.of(0);
      case "Udf" -> LENGTH;
      case "RankingFunction" -> lag(col(TypicalRow::anInt));
      case "VariantExpr" -> ElementCases.variant();
      default -> throw new IllegalStateException("no receiver for methods of " + type);
    };
  }

  /** Each list of arguments the method is called with: one, unless a parameter takes any kind. */
  private static List<List<Object>> arguments(
      Method method, Class<?> type, Optional<List<Object>> given) {
    List<List<Object>> calls = new ArrayList<>();
    calls.add(new ArrayList<>());
    Class<?>[] parameters = method.getParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      List<Object> values =
          given.isPresent() && i < given.get().size()
              ? List.of(given.get().get(i))
              : typical(method, parameters[i], type, i);
      calls =
          calls.stream()
              .flatMap(before -> values.stream()
                  .filter(v -> agrees(before, v))
                  .map(v -> Stream.concat(before.stream(), Stream.of(v)).toList()))
              .toList();
    }
    return calls;
  }

  /** Values of one call are of one kind. */
  private static boolean agrees(List<Object> before, Object value) {
    if (before.isEmpty() || !value.getClass().isArray()) {
      return true;
    }
    Object first = before.get(before.size() - 1);
    Object element = Array.get(value, 0);
    return !(first instanceof Expr<?, ?>) || first.getClass() == element.getClass();
  }

  private static List<Object> typical(
      Method method, Class<?> parameter, Class<?> type, int position) {
    String name = method.getName();
    if (parameter.isArray() && parameter != byte[].class) {
      return typical(method, parameter.getComponentType(), type, position).stream()
          .map(
              element -> {
                Object array = Array.newInstance(parameter.getComponentType(), 1);
                Array.set(array, 0, element);
                return array;
              })
          .toList();
    }
    if (parameter == AnalyticWindow.class) {
      return List.of(
          method.getParameterTypes()[1] == RankingFunction.class
              ? partitionBy(TypicalRow::k).orderBy(asc(TypicalRow::k))
              : partitionBy(TypicalRow::k));
    } else if (parameter == RowsWhere.class) {
      return List.of(col(TypicalRow::aBoolean));
    } else if (parameter == RankingFunction.class) {
      return List.of(rowNumber());
    } else if (name.equals("over") && Expr.class.isAssignableFrom(parameter)) {
      return List.of(AggregateCases.of(parameter));
    } else if (parameter == NumExpr.class && type != null && name(type).startsWith("NumberCase")) {
      return List.of(col(TypicalRow::otherLong));
    } else if (parameter == NumExpr.class) {
      return kinds(NumExpr.class, type == null);
    } else if (parameter == Expr.class || parameter == Sortable.class) {
      return type == null || type == When.class
          ? kinds(
              method.getName().matches("greatest|least") ? Sortable.class : parameter,
              position == 0)
          : same(type);
    } else if (Modifier.isAbstract(parameter.getModifiers())
        && Expr.class.isAssignableFrom(parameter)) {
      return same(type);
    } else if (Expr.class.isAssignableFrom(parameter)) {
      return List.of(
          type == null && position == 0
              ? TypicalRow.columns().get(parameter)
              : TypicalRow.others().get(parameter));
    } else if (parameter == Class.class) {
      return List.of(TypicalRow.class);
    } else if (parameter == Projection.class) {
      return List.of(row(Pair::new).of(col(TypicalRow::anInt), col(TypicalRow::text)));
    }
    for (Object accessor : TypicalRow.accessors()) {
      if (parameter != Object.class && parameter.isInstance(accessor)) {
        return List.of(accessor);
      }
    }
    return List.of(constant(parameter, type));
  }

  private static List<Object> kinds(Class<?> of, boolean first) {
    boolean any = of == Expr.class;
    return (first ? TypicalRow.columns() : TypicalRow.others())
        .values().stream().filter(any ? e -> true : of::isInstance).map(e -> (Object) e).toList();
  }

  private static List<Object> same(Class<?> type) {
    if (type == Case.class || type == Case.Next.class) {
      return List.of(col(TypicalRow::otherInt));
    } else if (type == Udf.class) {
      return List.of(col(TypicalRow::text));
    } else if (type == ElementExpr.class) {
      return List.of(col(TypicalRow::otherInt));
    }
    return List.of(TypicalRow.others().get(type));
  }

  private static Object constant(Class<?> parameter, Class<?> type) {
    if (parameter == Object.class) {
      return ofKind(type);
    } else if (parameter == ChronoUnit.class) {
      return ChronoUnit.HOURS;
    } else if (parameter.isEnum()) {
      return parameter.getEnumConstants()[0];
    } else if (parameter == Enum.class) {
      return TypicalRow.Colour.GREEN;
    } else if (parameter == Record.class) {
      return TypicalRow.row(0).otherNested();
    }
    return List.<Object>of(
        true,
        (byte) 3,
        (short) 7,
        5,
        12L,
        1.5f,
        2.5,
        new BigDecimal("0.5"),
        "x",
        LocalDate.of(2024, 6, 2),
        Instant.parse("2024-06-01T00:00:00Z"),
        LocalDateTime.parse("2024-06-01T00:00:00"),
        Duration.ofHours(1),
        Period.of(1, 1, 1),
        ZoneId.of("Europe/Berlin"),
        StandardCharsets.UTF_16BE,
        new byte[]{9},
        List.of("z"),
        Map.of("z", 26))
        .stream()
        .filter(boxed(parameter)::isInstance)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no typical value of " + parameter));
  }

  private static Object ofKind(Class<?> type) {
    TypicalRow row = TypicalRow.row(0);
    return switch (type.getSimpleName()) {
      case "BoolExpr" -> row.otherBoolean();
      case "StrExpr" -> row.otherText();
      case "DateExpr" -> row.otherDate();
      case "TimestampExpr" -> row.otherTimestamp();
      case "DateTimeExpr" -> row.otherDateTime();
      case "DurationExpr" -> row.otherInterval();
      case "BinaryExpr" -> row.otherBinary();
      case "EnumExpr" -> row.otherColour();
      case "ListExpr" -> row.otherItems();
      case "RecordExpr" -> row.otherNested();
      default -> row.otherInt();
    };
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
  }

  private static Object invoke(Method method, Object receiver, List<Object> arguments) {
    try {
      return method.invoke(receiver, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " on " + arguments, e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new IllegalStateException(method + " on " + arguments, e);
    }
  }
}
