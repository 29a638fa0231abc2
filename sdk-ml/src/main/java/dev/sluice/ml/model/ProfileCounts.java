package dev.sluice.ml.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;

/**
 * Counts in which bin of each profile of a model's card a row is, those of its scores included, so that one can tell when rows look
 * different from those that the model was made of. Beside the bins, levels are counted that training has not seen.
 */
public final class ProfileCounts implements Counting {

  /** What stands for a column in the profile of scores; no column has a blank in its name. */
  public static final String SCORE = "its score";

  /** The same for labels and segments. */
  public static final String LABEL = "its label";

  private static final long serialVersionUID = 1L;

  private static final int NONE = -1;

  private final ModelDocument document;
  private final ArrayList<Part> parts = new ArrayList<>();
  private final ArrayList<String> names = new ArrayList<>();

  /**
   * A profile and where its counts begin.
   *
   * @param column the position of its column in the signature; of scores none
   * @param levels the bin of each level
   * @param table what is known of levels; {@code null} where none are known
   */
  private record Part(
      Card.Profile profile,
      int column,
      int first,
      HashMap<String, Integer> levels,
      LevelTable table)
      implements java.io.Serializable {

    int unseen() {
      return first + profile.size();
    }

    OptionalInt unseenIfAny() {
      return table == null ? OptionalInt.empty() : OptionalInt.of(unseen());
    }
  }

  /**
   * What was counted for a profile.
   *
   * @param profile which
   * @param bins how many rows are in each of its bins
   * @param unseen how many have a level that training has not seen; 0 where there are no levels
   */
  public record Seen(Card.Profile profile, long[] bins, long unseen) {}

  /** Of a model; nothing is counted of one whose card has no profiles. */
  public ProfileCounts(ModelDocument document) {
    this.document = document;
    for (Card.Profile profile : document.card().profiles()) {
      add(profile, document.signature().position(profile.column()), table(profile));
    }
    document.card().scores().forEach(profile -> add(profile, NONE, null));
  }

  private void add(Card.Profile profile, int column, LevelTable table) {
    HashMap<String, Integer> levels = new HashMap<>();
    for (String level : profile.levels()) {
      levels.putIfAbsent(level, profile.bin(level));
    }
    Part part = new Part(profile, column, names.size(), levels, table);
    parts.add(part);
    names.addAll(names(profile));
    if (table != null) {
      names.add(profile.column() + " is a level that training has not seen");
    }
  }

  private LevelTable table(Card.Profile profile) {
    if (profile.edges().length > 0) {
      return null;
    }
    return document.encodings().stream()
        .filter(CategoryEncoding.class::isInstance)
        .map(CategoryEncoding.class::cast)
        .filter(encoding -> encoding.column().equals(profile.column()))
        .map(CategoryEncoding::table)
        .findFirst()
        .orElse(null);
  }

  /** Told apart from each other, whatever a level is called. */
  private static List<String> names(Card.Profile profile) {
    String column = profile.column();
    List<String> bins = profile.names();
    List<String> names = new ArrayList<>();
    for (int bin = 0; bin < bins.size() - 2; bin++) {
      names.add(column + (profile.edges().length > 0 ? ": " : " = ") + bins.get(bin));
    }
    names.add(column + ": " + bins.get(bins.size() - 2));
    names.add(column + " is NULL");
    return names;
  }

  /** The name of a label or segment in the profile of labels. */
  public static String label(ModelDocument document, int index) {
    return document.labels().isEmpty() ? "segment " + index : document.labels().get(index);
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public void count(Inputs inputs, Scores scores, Counts counts) {
    for (Part part : parts) {
      int bin = part.column() == NONE ? bin(part, scores) : bin(part, inputs);
      counts.add(part.first() + bin, 1);
      if (part.table() != null && bin == part.profile().size() - 2 && isUnseen(part, inputs)) {
        counts.add(part.unseen(), 1);
      }
    }
  }

  private int bin(Part part, Scores scores) {
    return part.profile().column().equals(SCORE)
        ? part.profile().bin(scores.value())
        : level(part, label(document, scores.index()));
  }

  private static int bin(Part part, Inputs inputs) {
    if (inputs.isNull(part.column())) {
      return part.profile().binOfNull();
    } else if (!part.levels().isEmpty()) {
      return level(part, inputs.text(part.column()));
    }
    // neither levels nor edges: there is one bin for whatever stands there, perhaps no number
    return part.profile().size() == 2 ? 0 : part.profile().bin(inputs.number(part.column()));
  }

  private static int level(Part part, String level) {
    Integer bin = part.levels().get(level);
    return bin == null ? part.levels().size() : bin;
  }

  private static boolean isUnseen(Part part, Inputs inputs) {
    String level = inputs.text(part.column());
    return part.table().kept().position(level) < 0 && part.table().rare().position(level) < 0;
  }

  /**
   * What was counted, by profile.
   *
   * @param numbers of the counts in the order of their names; there may be more behind them
   */
  public List<Seen> read(long[] numbers) {
    return parts.stream()
        .map(
            part -> new Seen(
                part.profile(),
                Arrays.copyOfRange(numbers, part.first(), part.unseen()),
                part.unseenIfAny().stream().mapToLong(at -> numbers[at]).sum()))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProfileCounts same && document.equals(same.document);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return "counts of " + parts.stream().map(part -> part.profile().column()).toList();
  }
}
