package dev.sluice.samples.ctr;

import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.NotScorableException;
import java.util.Optional;

// #region service
/** Says of impressions whether they are worth a bid; many threads may ask at once. */
public final class CtrService {

  private final String file;
  private volatile Model<Impression, Ctr> model;

  /** Of the model in a file. A service without a model does not start. */
  public CtrService(String file) {
    this.file = file;
    reload();
  }

  /** Takes the model that is in the file now. If it is none, that is thrown, and the one before goes on. */
  public void reload() {
    model = Model.load(file, Impression.class, Ctr.class);
  }

  /** What the model says, or nothing about what it has not learned to judge. */
  public Optional<Ctr> score(Impression impression) {
    try {
      return Optional.of(model.score(impression));
    } catch (NotScorableException e) {
      System.getLogger("ctr").log(System.Logger.Level.WARNING, e.getMessage());
      return Optional.empty();
    }
  }
}
// #endregion
