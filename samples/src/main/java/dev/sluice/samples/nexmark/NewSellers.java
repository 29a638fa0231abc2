package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Person;

/** Query 8: people who registered and put something up for auction in the same ten seconds. */
final class NewSellers {

  private NewSellers() {}

  record NewSeller(long id, String name, long from) {}

  static Stage<NewSeller> of(TimedStage<Person> persons, TimedStage<Auction> auctions) {
    return persons
        .semiJoin(auctions).on(Person::id).equalTo(Auction::seller)
        .where((p, a) -> TenSeconds.of(p.col(Person::at)).eq(TenSeconds.of(a.col(Auction::at))))
        .within(TenSeconds.LENGTH.negated(), TenSeconds.LENGTH)
        .select(row(NewSeller::new).of(
            col(Person::id), col(Person::name), TenSeconds.of(col(Person::at))));
  }
}
