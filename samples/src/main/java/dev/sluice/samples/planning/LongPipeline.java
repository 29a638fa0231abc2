package dev.sluice.samples.planning;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.util.List;

/** A chain of many stages: filters, selections by position and by name, joins, aggregations. */
final class LongPipeline {

  static final List<Item> ITEMS = List.of(new Item(1, 10, "a"), new Item(2, 20, "b"));
  static final List<Weight> WEIGHTS = List.of(new Weight(1, 3, "x"), new Weight(2, 4, "y"));

  private LongPipeline() {}

  /** The last stage of a chain of so many. */
  static Stage<Item> of(int stages) {
    Pipeline pipeline = Pipeline.named("long");
    Stage<Item> items = pipeline.source("items", InMemory.rows(Item.class, ITEMS));
    Stage<Weight> weights = pipeline.source("weights", InMemory.rows(Weight.class, WEIGHTS));
    for (int i = 0; i < stages; i++) {
      items = next(i, items, weights);
    }
    return items.sink("items", InMemory.sink(Item.class));
  }

  private static Stage<Item> next(int i, Stage<Item> items, Stage<Weight> weights) {
    return switch (i % 5) {
      case 0 -> items.filter(col(Item::value).gt(i % 7).and(col(Item::name).isNotNull()));
      case 1 ->
        items.select(row(Item::new)
            .of(col(Item::id), col(Item::value).plus(i), col(Item::name).lower().trim()));
      case 2 ->
        items
            .join(weights)
            .on(Item::id).equalTo(Weight::id)
            .select((l, w) -> row(Item::new).of(
                l.col(Item::id),
                l.col(Item::value).plus(w.col(Weight::weight)),
                w.col(Weight::label)));
      case 3 -> items.enrich(Item.class, set(Item::value).to(col(Item::value).mod(1_000_003L)));
      default ->
        items
            .groupBy(Item::id, Item::name)
            .aggregate(row(Item::new).of(key(Item::id), max(Item::value), key(Item::name)));
    };
  }
}
