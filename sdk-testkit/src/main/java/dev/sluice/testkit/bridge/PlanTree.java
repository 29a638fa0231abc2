package dev.sluice.testkit.bridge;

import java.util.ArrayList;
import java.util.List;

/** A part of a plan, with the parts that its rows come from. */
public interface PlanTree {

  /** One line about it, the same in each run. */
  String text();

  /** Where its rows come from, and the queries inside its expressions. */
  List<? extends PlanTree> parts();

  /** The functions of users that it calls. */
  List<String> udfs();

  /** All lines of a plan, from the top, for comparing them. */
  static List<String> lines(PlanTree root) {
    List<String> lines = new ArrayList<>();
    lines.add(root.text());
    root.parts().forEach(part -> lines.addAll(lines(part)));
    return lines;
  }
}
