package dev.sluice.streaming.checkpoint;

import java.io.IOException;

/** Another run holds the lease. */
final class LeaseHeldException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient LeaseEntry holder;

  LeaseHeldException(LeaseEntry holder) {
    super("the checkpoint is held by " + holder.text());
    this.holder = holder;
  }

  LeaseEntry holder() {
    return holder;
  }
}
