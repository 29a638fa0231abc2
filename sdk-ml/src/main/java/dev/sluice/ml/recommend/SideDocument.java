package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.util.List;

/**
 * A {@link Side} as it is written.
 *
 * @param type what its ids are
 * @param ids as texts, ascending
 * @param support an int for each id
 * @param biases a double for each id
 * @param factors for each id as many floats as the rank
 */
record SideDocument(
    IdType type, List<String> ids, Packed support, Packed biases, Packed factors) {

  SideDocument {
    Valid.present(type, "the type of the ids");
    Valid.present(ids, "the ids");
    Valid.present(support, "the counts");
    Valid.present(biases, "the biases");
    Valid.present(factors, "the factors");
    ids = List.copyOf(ids);
  }

  static SideDocument of(Side side) {
    return new SideDocument(
        side.ids().type(),
        side.ids().texts(),
        Packed.of(side.support()),
        Packed.of(side.biases()),
        Packed.of(side.factors()));
  }

  Side side(int rank, String what) {
    long count = ids.size();
    return new Side(
        Ids.parsed(type, ids),
        support.ints(count, "the counts of " + what),
        biases.doubles(count, "the biases of " + what),
        factors.floats(count * rank, "the factors of " + what));
  }
}
