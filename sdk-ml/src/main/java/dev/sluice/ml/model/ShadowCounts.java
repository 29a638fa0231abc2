package dev.sluice.ml.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Scores rows with a candidate beside the model that is in use, and counts where the two differ: what they decide, or which label
 * they give, also by the levels of the columns that the model watches, and by how much their scores differ.
 */
public final class ShadowCounts implements Counting {

  private static final long serialVersionUID = 1L;

  private static final int SCORED = 0;
  private static final int NOT_SCORED = 1;
  private static final int UP = 2;
  private static final int DOWN = 3;
  private static final int DIFFERENCE = 4;

  private static final Scores NONE = Scores.of(Double.NaN);

  private static final double PARTS = 1e6;
  private static final double MOST_PARTS = 1e12;

  private final ModelDocument current;
  private final Scorer candidate;
  private final ArrayList<Signature.Column> columns;

  /** Where the columns of the candidate's signature stand; of those that no feature reads nowhere. */
  private final int[] positions;

  private final double from;
  private final double candidateFrom;
  private final int[] labels;
  private final double scale;
  private final ArrayList<Watch> watched = new ArrayList<>();
  private final ArrayList<String> names = new ArrayList<>();

  private record Watch(String column, int position, LinkedHashMap<String, Integer> levels)
      implements java.io.Serializable {}

  /**
   * What was counted of the rows with a level.
   *
   * @param column of which column
   * @param level which
   * @param rows how many both have scored
   * @param flips of how many the two say something else
   */
  public record Slice(String column, String level, long rows, long flips) {}

  /** Of a model and a candidate without {@link #problems}. */
  public ShadowCounts(ModelDocument current, Scorer candidate) {
    this.current = current;
    this.candidate = candidate;
    Signature signature = candidate.document().signature();
    this.columns = new ArrayList<>(current.signature().features());
    signature.features().forEach(this::position);
    this.positions = new int[signature.columns().size()];
    for (int i = 0; i < signature.features().size(); i++) {
      positions[i] = position(signature.columns().get(i));
    }
    this.from = threshold(current).orElse(Double.NaN);
    this.candidateFrom = threshold(candidate.document()).orElse(from);
    this.labels =
        current.labels().stream().mapToInt(candidate.document().labels()::indexOf).toArray();
    this.scale = scale(current);
    names.addAll(
        List.of(
            "candidate: scored",
            "candidate: cannot score",
            decides() ? "candidate: decides yes for no" : "candidate: another label",
            "candidate: decides no for yes",
            "candidate: sum of the differences of scores, in millionths of " + scale));
    watch();
  }

  private void watch() {
    List<String> texts =
        current.signature().columns().stream()
            .filter(column -> column.type().equals("String"))
            .map(Signature.Column::name)
            .toList();
    for (Card.Slice slice : current.card().slices()) {
      if (!texts.contains(slice.column())) {
        continue;
      }
      Watch watch =
          watched.stream()
              .filter(each -> each.column().equals(slice.column()))
              .findFirst()
              .orElseGet(() -> watch(slice.column()));
      if (watch.levels().putIfAbsent(slice.level(), names.size()) == null) {
        names.add("candidate: scored where %s = %s".formatted(slice.column(), slice.level()));
        names.add("candidate: differs where %s = %s".formatted(slice.column(), slice.level()));
      }
    }
  }

  private Watch watch(String column) {
    Signature signature = current.signature();
    Watch watch =
        new Watch(
            column,
            position(signature.columns().get(signature.position(column))),
            new LinkedHashMap<>());
    watched.add(watch);
    return watch;
  }

  /** Where a column stands, behind those that are read anyway if it is none of them. */
  private int position(Signature.Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column.name())) {
        return i;
      }
    }
    columns.add(column);
    return columns.size() - 1;
  }

  private static OptionalDouble threshold(ModelDocument document) {
    return document.cells().stream()
        .filter(Cell.Decision.class::isInstance)
        .mapToDouble(cell -> ((Cell.Decision) cell).threshold())
        .findFirst();
  }

  /** Probabilities differ by 1 at most; numbers are measured by what lies between the greatest and the least decile. */
  private static double scale(ModelDocument document) {
    if (document.task() != Task.REGRESSION) {
      return 1;
    }
    return document.card().scores().stream()
        .map(Card.Profile::edges)
        .filter(edges -> edges.length > 1)
        .mapToDouble(edges -> edges[edges.length - 1] - edges[0])
        .findFirst()
        .orElse(1);
  }

  /** Why two models cannot be compared row by row, in words; empty if they can. */
  public static List<String> problems(ModelDocument current, ModelDocument candidate) {
    List<String> problems = new ArrayList<>();
    if (current.task() != candidate.task()) {
      problems.add(
          "model '%s' tells %s, and candidate '%s' %s: a candidate has to tell the same"
              .formatted(current.name(), current.task(), candidate.name(), candidate.task()));
    } else if (current.task() == Task.SEGMENTS) {
      problems.add(
          "the segments of two models have nothing to do with each other, so that there is nothing to compare");
    }
    if (!new HashSet<>(current.labels()).equals(new HashSet<>(candidate.labels()))) {
      problems.add(
          "model '%s' has labels %s, and candidate '%s' %s"
              .formatted(
                  current.name(), current.labels(), candidate.name(), candidate.labels()));
    }
    return problems;
  }

  /** The candidate. */
  public Scorer candidate() {
    return candidate;
  }

  /** The columns that inputs must have: first those of the current model's features, in the order of its signature. */
  public List<Signature.Column> columns() {
    return List.copyOf(columns);
  }

  /** Whether both decide; if not they may give labels. */
  public boolean decides() {
    return !Double.isNaN(from);
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public void count(Inputs inputs, Scores scores, Counts counts) {
    Inputs its = new Mapped(inputs);
    Scores other = candidate.encoder().takes(its) ? candidate.of(its) : NONE;
    // As everywhere, a score beyond all numbers is none.
    if (!Double.isFinite(other.value())) {
      counts.add(NOT_SCORED, 1);
      return;
    }
    counts.add(SCORED, 1);
    boolean flips = flips(scores, other);
    if (flips) {
      counts.add(decides() && scores.value() >= from ? DOWN : UP, 1);
    }
    double parts = Math.abs(value(scores, other) - scores.value()) / scale * PARTS;
    counts.add(DIFFERENCE, Math.round(Math.min(parts, MOST_PARTS)));
    for (Watch watch : watched) {
      Integer at =
          watch
              .levels()
              .get(
                  inputs.isNull(watch.position())
                      ? LevelTable.NULL
                      : inputs.text(watch.position()));
      if (at != null) {
        counts.add(at, 1);
        counts.add(at + 1, flips ? 1 : 0);
      }
    }
  }

  private boolean flips(Scores scores, Scores other) {
    if (decides()) {
      return scores.value() >= from != other.value() >= candidateFrom;
    }
    return current.task() == Task.MULTICLASS && labels[scores.index()] != other.index();
  }

  /** Of labels, what the candidate gives to the label that the model has given. */
  private double value(Scores scores, Scores other) {
    return current.task() == Task.MULTICLASS
        ? other.each()[labels[scores.index()]]
        : other.value();
  }

  /** How many rows both have scored. */
  public long scored(long[] numbers) {
    return numbers[SCORED];
  }

  /** How many the candidate could not score. */
  public long notScored(long[] numbers) {
    return numbers[NOT_SCORED];
  }

  /** For how many the candidate decides yes where the model decides no, or gives another label. */
  public long up(long[] numbers) {
    return numbers[UP];
  }

  /** For how many it decides no where the model decides yes. */
  public long down(long[] numbers) {
    return numbers[DOWN];
  }

  /** The mean of the absolute differences of scores, to a millionth; 0 if there was no row. */
  public double difference(long[] numbers) {
    return numbers[SCORED] == 0 ? 0 : numbers[DIFFERENCE] / PARTS * scale / numbers[SCORED];
  }

  /** What was counted by the levels of what is watched. */
  public List<Slice> slices(long[] numbers) {
    List<Slice> slices = new ArrayList<>();
    for (Watch watch : watched) {
      for (Map.Entry<String, Integer> level : watch.levels().entrySet()) {
        int at = level.getValue();
        slices.add(new Slice(watch.column(), level.getKey(), numbers[at], numbers[at + 1]));
      }
    }
    return slices;
  }

  /** The inputs by the positions of the candidate's signature. */
  private final class Mapped implements Inputs {

    private final Inputs inputs;

    private Mapped(Inputs inputs) {
      this.inputs = inputs;
    }

    @Override
    public boolean isNull(int column) {
      return inputs.isNull(positions[column]);
    }

    @Override
    public double number(int column) {
      return inputs.number(positions[column]);
    }

    @Override
    public String text(int column) {
      return inputs.text(positions[column]);
    }

    @Override
    public long micros(int column) {
      return inputs.micros(positions[column]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShadowCounts same
        && current.equals(same.current)
        && candidate.equals(same.candidate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidate, names);
  }

  @Override
  public String toString() {
    return "counts of candidate " + candidate;
  }
}
