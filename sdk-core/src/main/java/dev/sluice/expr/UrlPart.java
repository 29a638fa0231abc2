package dev.sluice.expr;

/** A part of a URL such as {@code https://user@example.com:8080/a/b?x=1#top}. */
public enum UrlPart {
  /** {@code example.com}. */
  HOST,
  /** {@code /a/b}. */
  PATH,
  /** {@code x=1}. */
  QUERY,
  /** {@code top}. */
  REF,
  /** {@code https}. */
  PROTOCOL,
  /** {@code /a/b?x=1}. */
  FILE,
  /** {@code user@example.com:8080}. */
  AUTHORITY,
  /** {@code user}. */
  USERINFO
}
