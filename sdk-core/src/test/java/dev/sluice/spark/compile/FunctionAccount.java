package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.functions;

/**
 * What became of each function of Spark's own {@code functions} class. What our tables have is found
 * by itself; {@code spark-functions.txt} has the rest.
 */
final class FunctionAccount {

  /**
   * A line of the account.
   *
   * @param name Spark's
   * @param subject Spark's group of it
   * @param state whether there is something typed for it
   * @param words what to write, or why it is left out
   */
  record Line(String name, String subject, State state, String words) {}

  enum State {
    TYPED,
    BY_NAME,
    LEFT_OUT,
    FORGOTTEN
  }

  private static final int MANY = 3;

  private final Map<String, Set<String>> methods = new TreeMap<>();
  private final Map<String, String> noted = new LinkedHashMap<>();

  private FunctionAccount() {
    ExpressionCases.all().stream()
        .filter(call -> !call.name().contains(".where(")) // leaves rows out of any aggregate
        .forEach(call -> called(call.result().node(), call.name()));
    FunctionTables.all()
        .values()
        .forEach(fn -> methods.computeIfAbsent(fn.name(), name -> new TreeSet<>()));
    notes().forEach(line -> noted.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
  }

  /** A line for each public function of the Spark that this is run with. */
  static Map<String, Line> read() {
    FunctionAccount account = new FunctionAccount();
    return Arrays.stream(functions.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .distinct()
        .sorted()
        .collect(
            Collectors.toMap(
                name -> name,
                account::line,
                (a, b) -> a,
                TreeMap::new));
  }

  /** The names that the notes speak of. */
  static Set<String> namesOfNotes() {
    return new FunctionAccount().noted.keySet();
  }

  private static List<String> notes() {
    try (InputStream file = FunctionAccount.class.getResourceAsStream("spark-functions.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a method is in the first place, whatever else it is made of. */
  private void called(ExprNode node, String method) {
    if (node instanceof ExprNode.Over over) {
      called(over.function(), method);
    } else if (node instanceof ExprNode.Cast cast) {
      called(cast.of(), method);
    } else if (node instanceof ExprNode.Call call) {
      String name = call.fn().distinct() ? call.fn().symbol() : call.fn().name();
      methods.computeIfAbsent(name, fn -> new TreeSet<>()).add(method.replaceAll("\\(.*", ""));
    }
  }

  private Line line(String name) {
    String subject = subject(name).or(() -> subject(other(name))).orElse("");
    String note = noted.getOrDefault(name, "");
    if (methods.containsKey(name)) {
      return new Line(name, subject, State.TYPED, written(name));
    } else if (note.startsWith("=")) {
      Line other = line(other(name));
      String as = other.state() == State.TYPED ? "as `%s`: ".formatted(other.name()) : "";
      String words =
          other.state() == State.BY_NAME ? byName(other.name()) : as + other.words();
      return new Line(name, subject, other.state(), words);
    } else if (note.startsWith("+")) {
      return new Line(name, subject, State.TYPED, note.substring(2));
    } else if (note.startsWith("-")) {
      return new Line(name, subject, State.LEFT_OUT, note.substring(2));
    }
    return subject(name).isPresent() && !subject.equals("generator_funcs")
        ? new Line(name, subject, State.BY_NAME, byName(name))
        : new Line(name, subject, State.FORGOTTEN, "");
  }

  private static String byName(String name) {
    return "`spark(\"%s\", …)`".formatted(name);
  }

  private String other(String name) {
    String note = noted.getOrDefault(name, "");
    return note.startsWith("=") ? note.substring(2) : name;
  }

  /** {@code StrExpr.trim}, or {@code abs} of several kinds. */
  private String written(String fn) {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (String method : methods.get(fn)) {
      int dot = method.lastIndexOf('.');
      owners
          .computeIfAbsent(method.substring(dot + 1), name -> new TreeSet<>())
          .add(method.substring(0, dot));
    }
    return owners.isEmpty()
        ? noted.getOrDefault(fn, "").replaceFirst("^\\+ ", "")
        : owners.entrySet().stream()
            .map(owner -> written(owner.getKey(), owner.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String written(String method, Set<String> owners) {
    if (owners.contains("Dsl")) {
      return "`%s(…)`".formatted(method);
    }
    return owners.size() > MANY
        ? "`%s` of %d kinds".formatted(method, owners.size())
        : owners.stream()
            .map(owner -> "`%s.%s`".formatted(owner, method))
            .collect(Collectors.joining(", "));
  }

  private static Optional<String> subject(String name) {
    var info =
        FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
    return info.isEmpty() ? Optional.empty() : Optional.of(info.get().getGroup());
  }
}
