package dev.sluice.ml.evaluate;

import dev.sluice.text.TextTable;
import java.util.Map;

/** Writes a card as tables for a terminal. */
final class CardText {

  private static final int MOST_ROWS = 30;

  private CardText() {}

  static String of(ModelCard model) {
    StringBuilder text = new StringBuilder(Shown.name(model.title())).append('\n');
    if (!model.card().warnings().isEmpty()) {
      text.append('\n');
      model.card()
          .warnings()
          .forEach(
              warning -> text.append("Warning: ").append(Shown.sentence(warning)).append('\n'));
    }
    if (!model.facts().isEmpty()) {
      text.append('\n');
      facts(text, model.facts());
    }
    for (CardTable table : CardTable.of(model.card(), MOST_ROWS)) {
      text.append('\n').append(Shown.name(table.title())).append('\n').append(lines(table));
      if (table.more() > 0) {
        text.append("and ").append(Shown.count(table.more())).append(" more\n");
      }
    }
    return text.toString();
  }

  private static void facts(StringBuilder text, Map<String, String> facts) {
    int width = facts.keySet().stream().mapToInt(name -> Shown.name(name).length()).max().orElse(0);
    facts.forEach(
        (name, fact) -> text.append(Shown.name(name))
            .append(" ".repeat(width - Shown.name(name).length()))
            .append("  ")
            .append(Shown.sentence(fact))
            .append('\n'));
  }

  private static TextTable lines(CardTable table) {
    TextTable text = new TextTable(table.header().toArray(String[]::new));
    table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
    return text;
  }
}
