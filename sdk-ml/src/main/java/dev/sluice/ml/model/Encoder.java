package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The encodings of a model's features one behind the other, over the columns of its signature. It is among the first that a
 * service does, so that it gets by with loops: what streams need takes a JVM tens of milliseconds to load.
 */
public final class Encoder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Signature signature;
  private final ArrayList<Encoding> encodings;
  private final int[][] columns;
  private final int[] firsts;
  private final String[] features;
  private final int width;
  private final ArrayList<Requirement> requirements;
  private final int[] required;

  /**
   * Of these encodings.
   *
   * @throws IllegalArgumentException if one reads a column that the signature has not
   */
  public Encoder(Signature signature, List<Encoding> encodings) {
    this.signature = signature;
    this.encodings = new ArrayList<>(encodings);
    this.columns = new int[encodings.size()][];
    this.firsts = new int[encodings.size()];
    this.features = new String[encodings.size()];
    LinkedHashSet<Requirement> all = new LinkedHashSet<>();
    int first = 0;
    for (int i = 0; i < columns.length; i++) {
      Encoding encoding = encodings.get(i);
      List<String> reads = encoding.reads();
      columns[i] = new int[reads.size()];
      for (int column = 0; column < reads.size(); column++) {
        columns[i][column] = signature.position(reads.get(column));
      }
      firsts[i] = first;
      features[i] = encoding.feature();
      first += encoding.width();
      all.addAll(encoding.requirements());
    }
    this.width = first;
    this.requirements = new ArrayList<>(all);
    this.required = new int[requirements.size()];
    for (int i = 0; i < required.length; i++) {
      required[i] = signature.position(requirements.get(i).column());
    }
  }

  /** The columns that it is over. */
  public Signature signature() {
    return signature;
  }

  /** How many slots there are. */
  public int width() {
    return width;
  }

  /** What each slot is called. */
  public List<String> slots() {
    return encodings.stream().flatMap(encoding -> encoding.slots().stream()).toList();
  }

  /** How many encodings there are. */
  public int size() {
    return encodings.size();
  }

  /** One of the encodings, from 0. */
  public Encoding encoding(int position) {
    return encodings.get(position);
  }

  /** What the feature of one of the encodings is called. */
  String feature(int position) {
    return features[position];
  }

  /** The first slot of one of the encodings. */
  public int first(int position) {
    return firsts[position];
  }

  /** Of which of the encodings a slot is. */
  int position(int slot) {
    int found = Arrays.binarySearch(firsts, slot);
    return found >= 0 ? found : -found - 2;
  }

  /** The slots of a row that keeps all requirements. */
  SlotRow row(Inputs inputs) {
    SlotRow row = new SlotRow(width);
    encode(inputs, row);
    return row;
  }

  /** What the numbers of the slots of each encoding add up to. */
  public double[] sums(double[] slots) {
    double[] sums = new double[firsts.length];
    for (int i = 0; i < sums.length; i++) {
      int behind = i + 1 < sums.length ? firsts[i + 1] : width;
      for (int slot = firsts[i]; slot < behind; slot++) {
        sums[i] += slots[slot];
      }
    }
    return sums;
  }

  /** How the value of one of the encodings is shown to people. */
  public String shown(int position, Inputs inputs) {
    return encodings.get(position).shown(inputs, columns[position]);
  }

  /** What must hold of each row. */
  public List<Requirement> requirements() {
    return List.copyOf(requirements);
  }

  /** The texts of the requirements that a row does not keep. */
  public List<String> problems(Inputs inputs) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < required.length; i++) {
      if (!requirements.get(i).holds(inputs, required[i])) {
        problems.add(requirements.get(i).text());
      }
    }
    return List.copyOf(problems);
  }

  /** Whether a row keeps all requirements. */
  public boolean takes(Inputs inputs) {
    for (int i = 0; i < required.length; i++) {
      if (!requirements.get(i).holds(inputs, required[i])) {
        return false;
      }
    }
    return true;
  }

  /** Puts the slots of a row that keeps all requirements, in ascending order within each encoding. */
  public void encode(Inputs inputs, Slots slots) {
    for (int i = 0; i < columns.length; i++) {
      encode(i, inputs, slots);
    }
  }

  /** Puts the slots that one of the encodings has of a row. */
  void encode(int position, Inputs inputs, Slots slots) {
    encodings.get(position).encode(inputs, columns[position], firsts[position], slots);
  }

  /** The numbers of all slots of a row. */
  public double[] encoded(Inputs inputs) {
    double[] slots = new double[width];
    encode(inputs, (slot, value) -> slots[slot] = value);
    return slots;
  }
}
