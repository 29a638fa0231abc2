package dev.sluice.testkit.model;

import dev.sluice.ml.evaluate.Measure;
import dev.sluice.ml.model.Card;
import java.util.List;

/**
 * The figures of a model on some rows.
 *
 * @param model its name
 * @param of which rows, such as {@code test}
 * @param all those of these rows and perhaps of others
 */
record Figures(String model, String of, List<Card.Figure> all) {

  <A> FigureAssert<A> figure(Measure measure, A among) {
    List<Card.Figure> ofRows = all.stream().filter(each -> each.of().equals(of)).toList();
    return ofRows.stream()
        .filter(each -> each.name().equals(measure.text()))
        .findFirst()
        .map(found -> new FigureAssert<>(model, measure, found, among))
        .orElseThrow(
            () -> new AssertionError(
                "model '%s' has no figure '%s' of its %s rows, only %s"
                    .formatted(
                        model,
                        measure.text(),
                        of,
                        ofRows.stream().map(each -> "'" + each.name() + "'").toList())));
  }
}
