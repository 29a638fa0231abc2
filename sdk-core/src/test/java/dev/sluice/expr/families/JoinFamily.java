package dev.sluice.expr.families;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Joins of two to eight stages: their scopes, the handles of their lambdas, and their steps. */
final class JoinFamily {

  /** The most stages that one chain of joins has. */
  private static final int WIDEST = 8;

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private static final List<String> HANDLES =
      List.of("a", "b", "c", "d", "e", "f", "g", "h");

  private JoinFamily() {}

  static List<JavaSource> sources() {
    return Stream.of(
        Stream.of(handles(), keys(), pairs()),
        IntStream.rangeClosed(2, WIDEST).mapToObj(JoinFamily::scope),
        IntStream.rangeClosed(3, WIDEST).mapToObj(JoinFamily::chain))
        .flatMap(sources -> sources)
        .toList();
  }

  private static JavaSource scope(int stages) {
    return new JavaSource(
        "Joined" + stages,
        """
        /**
         * The scope of expressions over the rows of %d joined stages. It has no instances; columns of this
         * scope come from the handles that the lambdas of a join are given.
         */
        public final class Joined%d<%s>"""
            .formatted(stages, stages, types(stages)))
        .with("private Joined%d() {}".formatted(stages));
  }

  private static JavaSource handles() {
    JavaSource source =
        new JavaSource(
            "Handles",
            """
            /**
             * What a lambda over the handles of joined stages is: {@code (o, p) ->
             * o.col(Order::quantity).times(p.col(Product::price))}. Users write the lambdas and never name these
             * interfaces.
             */
            public final class Handles""")
            .setByHand()
            .with("private Handles() {}")
            .with(
                """
                /**
                 * A key of one stage by its handle, {@code o -> o.col(Order::orderDate).year()}. Where a bare
                 * reference can stand as well, a lambda is one of these.
                 */
                @FunctionalInterface
                public interface Key<S, T, K> extends Fields.Typed<T, K>, Fields.Named<T> {
                  /** The key. */
                  Expr<S, K> of(Side<S, T> side);

                  @Override
                  default K get(T row) {
                    throw new UnsupportedOperationException("a key is computed by Spark");
                  }
                }
                """);
    IntStream.rangeClosed(2, WIDEST)
        .forEach(
            stages -> source.with(
                """
                /** Made of the handles of %1$d stages. */
                @FunctionalInterface
                public interface Of%1$d<S, %2$s, R> {
                  /** What is made of them. */
                  R of(%3$s);
                }
                """
                    .formatted(
                        stages,
                        types(stages),
                        listed(stages, i -> "Side<S, " + type(i) + "> " + HANDLES.get(i)))));
    return source;
  }

  private static JavaSource keys() {
    JavaSource source =
        new JavaSource(
            "StageKey",
            """
            /**
             * A key of one of the stages that are joined already, found by its record: {@code
             * on(Order::customerId)} and {@code on(col(Order::note).lower())} mean the stage of orders. Where
             * several stages have the record, the compiler says that the key is ambiguous, and a lambda over
             * their handles says which is meant. Users never name these types.
             */
            public final class StageKey""")
            .setByHand()
            .with("private StageKey() {}")
            .with(
                """
                /** An expression over any record. */
                public interface Any<S> {}
                """)
            .with(
                """
                /** An expression, which may be the key of any stage. */
                public interface Computed<S, V>
                    extends %s {}
                """
                    .formatted(listed(WIDEST - 1, i -> "In%d<S, V>".formatted(i + 1))))
            .with(
                """
                /**
                 * What a key of a record comes to that no stage before has: nothing. The right key cannot follow.
                 *
                 * @param <S> the record
                 */
                public static final class NotJoined<S> {
                  private NotJoined() {}

                  /** For the library's own use. */
                  @Internal
                  public static <S> NotJoined<S> of() {
                    return new NotJoined<>();
                  }
                }
                """)
            .with(
                """
                /** The tree of a key; every key is an expression. */
                @Internal
                public static ExprNode node(Any<?> key) {
                  return ((Expr<?, ?>) key).node();
                }
                """);
    for (int i = 0; i < WIDEST - 1; i++) {
      source.with(
          """
          /** An accessor of the %1$s stage's record. */
          @FunctionalInterface
          public interface Ref%2$d<T, V> extends Serializable {
            /** The component's value. */
            V get(T row);
          }
          """
              .formatted(ORDINALS.get(i), i + 1))
          .with(
              """
              /** An expression over the %1$s stage's record. */
              public interface In%2$d<S, V> extends Any<S> {}
              """
                  .formatted(ORDINALS.get(i), i + 1));
    }
    return source;
  }

  /** Two stages: what {@code Joining2} and {@code TimedJoining} have in common. */
  private static JavaSource pairs() {
    JavaSource source =
        JavaSource.in(
            "dev.sluice",
            "PairJoin",
            """
            /**
             * What every join of two stages has once its match is said.
             *
             * @param <A> the left record
             * @param <B> the right record
             * @param <J> the join itself
             */
            @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
            abstract class PairJoin<A extends Record, B extends Record, J>""")
            .setByHand()
            .with("private final JoinLegs legs;")
            .with("private final Function<JoinLegs, J> same;")
            .with(
                """
                PairJoin(JoinLegs legs, Function<JoinLegs, J> same) {
                  this.legs = legs;
                  this.same = same;
                }
                """)
            .with(
                """
                final JoinLegs legs() {
                  return legs;
                }
                """)
            .with(
                """
                /** One more left key. */
                public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Fields.Typed<A, K> accessor) {
                  return legs.and(legs.key(0, accessor), same);
                }
                """)
            .with(
                """
                /** One more left key, computed. */
                public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Expr<A, K> key) {
                  return legs.and(legs.key(0, key), same);
                }
                """)
            .with(
                """
                /** One more left key, by the handle of the left stage. */
                public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Handles.Key<Joined2<A, B>, A, K> key) {
                  return legs.and(key.of(legs.side(0)).node(), same);
                }
                """);
    ofNoStage(source, "and");
    return steps(source, 2, "J", "same.apply");
  }

  /** Three stages and more, which are one class each. */
  private static JavaSource chain(int stages) {
    String self = "Joining" + stages + "<" + types(stages) + ">";
    JavaSource source =
        JavaSource.in(
            "dev.sluice",
            "Joining" + stages,
            """
            /**
             * A join of %d stages whose match is said: more keys or conditions, %s what is
             * made of the rows. Each lambda is given a handle of each stage, in the order in which they
             * were joined.
             */
            @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
            public final class Joining%d<%s>"""
                .formatted(
                    stages,
                    stages < WIDEST ? "further joins, or" : "or",
                    stages,
                    records(stages)))
            .setByHand()
            .with("private final JoinLegs legs;")
            .with(
                """
                Joining%d(JoinLegs legs) {
                  this.legs = legs;
                }
                """
                    .formatted(stages));
    keys(
        source, stages, "and", "EqualTo<%s, %s, K, %s>"
            .formatted(joined(stages), type(stages - 1), self),
        node -> "legs.and(%s, Joining%d::new)".formatted(node, stages), "legs", "One more key");
    steps(source, stages, self, "new Joining" + stages + "<>");
    return source.with(on(stages));
  }

  /** {@code where}, {@code filter}, {@code select}, {@code enrich} and what is joined further. */
  private static JavaSource steps(JavaSource source, int stages, String self, String same) {
    String scope = joined(stages);
    String sides = sides(stages, "legs.side(%d)");
    source
        .with(
            """
            /** One more condition for a match of the stage joined last. */
            public final %1$s where(
                %2$s condition) {
              return %3$s(legs.and(condition.of(%4$s).node()));
            }
            """
                .formatted(
                    self, handles(stages, scope, "BoolExpr<" + scope + ">"), same, sides))
        .with(
            """
            /**
             * Only the joined rows for which the condition is true. Unlike {@code where} it does not say
             * what matches: behind an outer join it also leaves out rows that have no match.
             */
            public final %1$s filter(
                %2$s condition) {
              return %3$s(legs.filter(condition.of(%4$s).node()));
            }
            """
                .formatted(
                    self, handles(stages, scope, "BoolExpr<" + scope + ">"), same, sides))
        .with(
            """
            /** A row of a record for each combination of rows. */
            public final <T extends Record> Stage<T> select(
                %1$s row) {
              return legs.select(row.of(%2$s));
            }
            """
                .formatted(handles(stages, scope, "Projection<" + scope + ", T>"), sides))
        .with(
            """
            /**
             * A row of a record for each combination of rows, by name: a component carries over from the
             * one stage that has it under its name and with its type; what several stages have, or none,
             * must be set.
             *
             * @param record the target, of any width
             */
            @SafeVarargs
            @SuppressWarnings("varargs") // read only
            public final <T extends Record> Stage<T> enrich(
                Class<T> record,
                %1$s... assignments) {
              return legs.enrich(
                  record, Stream.of(assignments).map(set -> set.of(%2$s)).toList());
            }
            """
                .formatted(handles(stages, scope, "Assignment<" + scope + ", T>"), sides));
    if (stages < WIDEST) {
      further(source, stages);
    }
    return source;
  }

  private static void further(JavaSource source, int stages) {
    int next = stages + 1;
    String widened = "<" + types(stages) + ", N>";
    String joining = "Joining" + next + widened;
    String step = "Joining%d.On<%s, N, %s>".formatted(next, types(stages), joining);
    String filtering =
        "Joining%d.On<%s, N, Joining%d<%s>>"
            .formatted(next, types(stages), stages, types(stages));
    for (var kind : List.of(
        List.of("join", "INNER", "Joins a further stage: rows that match."),
        List.of("leftJoin", "LEFT", "Joins a further stage, and keeps what has no match in it."),
        List.of("rightJoin", "RIGHT",
            "Joins a further stage, and keeps its rows that have no match."),
        List.of("fullJoin", "FULL",
            "Joins a further stage, and keeps what has no match on either side."))) {
      source.with(
          """
          /** %1$s */
          public final <N extends Record> %2$s
              %3$s(Stage<N> other) {
            return new Joining%4$d.On<>(legs.next(other, JoinKind.%5$s, Joining%4$d::new));
          }
          """
              .formatted(kind.get(2), step, kind.get(0), next, kind.get(1)));
    }
    source.with(
        """
        /** Each combination with each row of a further stage. */
        public final <N extends Record> %1$s crossJoin(Stage<N> other) {
          return new Joining%2$d<>(legs.cross(other));
        }
        """
            .formatted(joining, next));
    for (var kind : List.of(
        List.of("semiJoin", "SEMI", "that have a match in a further stage"),
        List.of("antiJoin", "ANTI", "that have no match in a further stage"))) {
      source.with(
          """
          /** Only the combinations %1$s, whose columns do not come out. */
          public final <N extends Record> %2$s
              %3$s(Stage<N> other) {
            return new Joining%4$d.On<>(legs.next(other, JoinKind.%5$s, Joining%6$d::new));
          }
          """
              .formatted(kind.get(2), filtering, kind.get(0), next, kind.get(1), stages));
    }
  }

  /** The step that says when the rows of the last stage match. */
  private static String on(int stages) {
    JavaSource source =
        JavaSource.in(
            "dev.sluice",
            "On",
            """
            /**
             * The step of a join that says when rows of the %1$s stage match. A key is one of a stage
             * before: a reference or an expression, found by its record, or a lambda over the handles.
             *
             * @param <J> the step that follows
             */
            @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
            public static final class On<%2$s, J>"""
                .formatted(ORDINALS.get(stages - 1), records(stages)))
            .with("private final JoinStep<J> step;")
            .with(
                """
                On(JoinStep<J> step) {
                  this.step = step;
                }
                """);
    keys(
        source,
        stages,
        "on",
        "EqualTo<%s, %s, K, J>".formatted(joined(stages), type(stages - 1)),
        node -> "step.on(%s)".formatted(node),
        "step.left()",
        "The key");
    String scope = joined(stages);
    source.with(
        """
        /** When rows match, over the handles of all stages. */
        public J where(
            %1$s condition) {
          return step.where(condition.of(%2$s, step.right()).node());
        }
        """
            .formatted(
                handles(stages, scope, "BoolExpr<" + scope + ">"),
                sides(stages - 1, "step.left().side(%d)")));
    return source.declaration();
  }

  private static void keys(
      JavaSource source,
      int stages,
      String method,
      String result,
      Around call,
      String legs,
      String says) {
    for (int i = 0; i < stages - 1; i++) {
      source.with(
          """
          /** %1$s, of the %2$s stage. */
          public <K> %3$s %4$s(
              StageKey.Ref%5$d<%6$s, K> accessor) {
            return %7$s;
          }
          """
              .formatted(
                  says, ORDINALS.get(i), result, method, i + 1, type(i),
                  call.of("%s.key(%d, accessor)".formatted(legs, i))))
          .with(
              """
              /** %1$s, computed of the %2$s stage. */
              public <K> %3$s %4$s(
                  StageKey.In%5$d<%6$s, K> key) {
                return %7$s;
              }
              """
                  .formatted(
                      says, ORDINALS.get(i), result, method, i + 1, type(i),
                      call.of("%s.key(%d, key)".formatted(legs, i))));
    }
    source.with(
        """
        /** %1$s, by the handles of the stages before. */
        public <K> %2$s %3$s(
            %4$s key) {
          return %5$s;
        }
        """
            .formatted(
                says,
                result,
                method,
                "Handles.Of%d<%s, %s, Expr<%s, K>>"
                    .formatted(stages - 1, joined(stages), types(stages - 1), joined(stages)),
                call.of("key.of(%s).node()".formatted(sides(stages - 1, legs + ".side(%d)")))));
    ofNoStage(source, method);
  }

  /** Without these the compiler would list all other keys. */
  private static void ofNoStage(JavaSource source, String method) {
    source
        .with(
            """
            /** A column of a record that no stage before has: the compiler refuses what follows. */
            public <X> StageKey.NotJoined<X> %1$s(Fields.Named<X> accessor) {
              return StageKey.NotJoined.of();
            }
            """
                .formatted(method))
        .with(
            """
            /** An expression of a record that no stage before has: the compiler refuses what follows. */
            public <X> StageKey.NotJoined<X> %1$s(StageKey.Any<X> key) {
              return StageKey.NotJoined.of();
            }
            """
                .formatted(method));
  }

  /** Code around code. */
  private interface Around {
    String of(String node);
  }

  private static String handles(int stages, String scope, String result) {
    return "Handles.Of%d<%s, %s, %s>".formatted(stages, scope, types(stages), result);
  }

  private static String joined(int stages) {
    return "Joined" + stages + "<" + types(stages) + ">";
  }

  private static String sides(int stages, String each) {
    return listed(stages, i -> each.formatted(i));
  }

  private static String types(int stages) {
    return listed(stages, JoinFamily::type);
  }

  private static String records(int stages) {
    return listed(stages, i -> type(i) + " extends Record");
  }

  private static String type(int stage) {
    return String.valueOf((char) ('A' + stage));
  }

  private static String listed(int stages, IntFunction<String> each) {
    return IntStream.range(0, stages).mapToObj(each).collect(Collectors.joining(", "));
  }
}
