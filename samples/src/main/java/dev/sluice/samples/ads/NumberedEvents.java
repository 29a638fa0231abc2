package dev.sluice.samples.ads;

import dev.sluice.samples.ads.model.AdEvent;
import java.io.Serializable;

/** Events of an advertising platform, each computed from its number alone. */
public interface NumberedEvents extends Serializable {

  /**
   * One event.
   *
   * @param number its number and id, from 0
   * @return the event, without a NULL
   */
  AdEvent event(long number);
}
