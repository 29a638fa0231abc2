package dev.sluice.samples.segments;

/** A kind of users, as they are planted. */
public enum Kind {

  /** Comes by a few times. */
  PASSER_BY(8, 8, 0.1, 0, 1, false),

  /** Sees many ads and clicks hardly any. */
  VIEWER(5, 80, 0.02, 0, 1, false),

  /** Clicks much and buys nothing. */
  CLICKER(4, 60, 0.4, 0, 1, false),

  /** Buys, so that more is bid for the place. */
  BUYER(2, 40, 0.4, 0.25, 2, false),

  /** Comes very often, and only for the ads of one campaign. */
  FAN(1, 150, 0.15, 0, 1, true);

  /** Of so many users each kind has its share. */
  static final int ALL = 20;

  private final int share;
  private final int events;
  private final double clicks;
  private final double converts;
  private final double dearer;
  private final boolean loyal;

  Kind(int share, int events, double clicks, double converts, double dearer, boolean loyal) {
    this.share = share;
    this.events = events;
    this.clicks = clicks;
    this.converts = converts;
    this.dearer = dearer;
    this.loyal = loyal;
  }

  /** How many of {@link #ALL} users are of this kind. */
  int share() {
    return share;
  }

  /** How many events each of them has, on average. */
  int events() {
    return events;
  }

  /** The share of the events that are clicks. */
  double clicks() {
    return clicks;
  }

  /** The share of the events that are conversions. */
  double converts() {
    return converts;
  }

  /** How much more is bid. */
  double dearer() {
    return dearer;
  }

  /** Whether they come for one campaign. */
  boolean isLoyal() {
    return loyal;
  }
}
