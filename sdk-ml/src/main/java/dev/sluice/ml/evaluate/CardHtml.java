package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.Map;

/** Writes a card as a page that stands alone. */
final class CardHtml {

  private static final int MOST_ROWS = 200;

  private static final String STYLE =
      """
          body { font: 14px/1.5 sans-serif; color: #222; background: #fff; max-width: 62em; margin: 2em auto; padding: 0 1em; }
          h1 { font-size: 1.6em; } h2 { font-size: 1.15em; margin: 2em 0 .5em; }
          table { border-collapse: collapse; }
          th, td { padding: .2em .8em; border-bottom: 1px solid #ddd; text-align: right; }
          th { color: #666; font-weight: normal; }
          th:first-child, td:first-child, .facts td { text-align: left; }
          .facts td:first-child { color: #666; vertical-align: top; }
          .warning { background: #fdf1dc; border-left: 4px solid #d9822b; padding: .4em .8em; margin: .4em 0; }
          .pictures svg { margin: 2em 1em 0 0; max-width: 100%; height: auto; }
          """;

  private final Markup page = new Markup();

  private CardHtml() {}

  static String of(ModelCard model) {
    CardHtml html = new CardHtml();
    html.write(model);
    return "<!DOCTYPE html>\n" + html.page + "\n";
  }

  private void write(ModelCard model) {
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8");
    // Nothing is loaded and nothing runs, whatever should ever stand in a card.
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    page.leaf("title", Shown.name(model.title())).leaf("style", STYLE).close();
    page.open("body").newLine().leaf("h1", Shown.name(model.title()));
    for (String warning : model.card().warnings()) {
      page.newLine().leaf("p", "Warning: " + Shown.sentence(warning), "class", "warning");
    }
    facts(model.facts());
    pictures(model.card());
    CardTable.of(model.card(), MOST_ROWS).forEach(this::table);
    page.close().close();
  }

  private void facts(Map<String, String> facts) {
    page.newLine().open("table", "class", "facts");
    facts.forEach(
        (name, fact) -> page.newLine()
            .open("tr")
            .leaf("td", Shown.name(name))
            .leaf("td", Shown.sentence(fact))
            .close());
    page.close();
  }

  private void pictures(Card card) {
    List<Markup> pictures = List.copyOf(CardPictures.of(card).values());
    if (!pictures.isEmpty()) {
      page.newLine().open("div", "class", "pictures");
      pictures.forEach(picture -> page.newLine().markup(picture));
      page.close();
    }
  }

  private void table(CardTable table) {
    page.newLine().leaf("h2", table.title()).open("table");
    row("th", table.header());
    table.rows().forEach(row -> row("td", row));
    page.close();
    if (table.more() > 0) {
      page.leaf("p", "and %s more".formatted(Shown.count(table.more())));
    }
  }

  private void row(String tag, List<String> cells) {
    page.newLine().open("tr");
    cells.forEach(cell -> page.leaf(tag, cell));
    page.close();
  }
}
