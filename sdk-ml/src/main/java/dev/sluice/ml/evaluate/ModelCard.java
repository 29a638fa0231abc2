package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The card of a model as people read it: as text, as a page, as pictures.
 *
 * <pre>{@code
 * ModelCard card = ModelCard.of(document);
 * System.out.println(card.text());
 * card.save(Path.of("ctr")); // as a page, and its pictures
 * }</pre>
 *
 * @param title what it is the card of, in one line
 * @param facts what is to be said of it first, in order: data, split, parameters
 * @param card all else
 */
public record ModelCard(String title, Map<String, String> facts, Card card) {

  /**
   * Any card.
   *
   * @param title what it is the card of
   */
  public static ModelCard of(String title, Card card) {
    return new ModelCard(title, card.about(), card);
  }

  /** That of a model. */
  public static ModelCard of(ModelDocument model) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("trained", model.created());
    facts.put("tells", tells(model.task()));
    facts.put("takes", model.signature().record());
    facts.put("features",
        String.join(", ", model.encodings().stream().map(Encoding::feature).toList()));
    facts.put("slots", Shown.count(model.head().width()));
    if (!model.labels().isEmpty()) {
      facts.put("labels", String.join(", ", model.labels()));
    }
    if (model.task() == Task.BINARY) {
      facts.put("calibration", calibration(model.calibration()));
    }
    facts.putAll(model.card().about());
    return new ModelCard("Model " + model.name(), facts, model.card());
  }

  private static String tells(Task task) {
    return switch (task) {
      case BINARY -> "how likely something is";
      case MULTICLASS -> "which of several labels";
      case REGRESSION -> "a number";
      case SEGMENTS -> "which of several groups";
      case ANOMALIES -> "how unusual a row is";
    };
  }

  private static String calibration(Calibration calibration) {
    if (calibration instanceof Calibration.Points points) {
      return "by %s points".formatted(Shown.count(points.from().length));
    } else if (calibration instanceof Calibration.Sigmoid sigmoid) {
      return "sigmoid, slope %s, intercept %s"
          .formatted(Shown.number(sigmoid.slope()), Shown.number(sigmoid.intercept()));
    }
    return "none";
  }

  public ModelCard {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** As tables for a terminal, warnings first. */
  public String text() {
    return CardText.of(this);
  }

  /**
   * As a page of HTML that stands alone: no script, no other file, and whatever is in the card is shown as text. It is
   * well-formed XML too.
   */
  public String html() {
    return CardHtml.of(this);
  }

  /**
   * Its pictures, each a whole SVG, by the name of a file: {@code figures.svg}, {@code calibration.svg}, {@code gain.svg},
   * {@code segments.svg}, as far as the card has what they show.
   */
  public Map<String, String> pictures() {
    Map<String, String> pictures = new LinkedHashMap<>();
    CardPictures.of(card).forEach((file, picture) -> pictures.put(file, picture.toString()));
    return pictures;
  }

  /**
   * Writes the page, as {@code card.html}, and the pictures into a folder, in place of those that are there.
   *
   * @param folder is made if there is none
   * @return the files, the page first
   * @throws IOException if one cannot be written
   */
  public List<Path> save(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("card.html", html());
    texts.putAll(pictures());
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.add(Files.writeString(folder.resolve(text.getKey()), text.getValue()));
    }
    return List.copyOf(files);
  }
}
