package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: digests, and other ways to write texts and bytes. */
public final class Codes {

  public static final Fn MD5 = Fn.scalar("md5");
  public static final Fn SHA1 = Fn.scalar("sha1");

  /** Bytes, and how many bits the digest has; NULL for a number of bits that there is not. */
  public static final Fn SHA2 = Fn.scalar("sha2");

  public static final Fn CRC32 = Fn.scalar("crc32");
  public static final Fn HASH = Fn.scalar("hash").nulls(Nulls.NEVER);
  public static final Fn XXHASH64 = Fn.scalar("xxhash64").nulls(Nulls.NEVER);
  public static final Fn BASE64 = Fn.scalar("base64");
  public static final Fn FROM_BASE64 = Fn.scalar("unbase64");
  public static final Fn HEX = Fn.scalar("hex");

  /** NULL of what is no hexadecimal number. */
  public static final Fn FROM_HEX = Fn.scalar("unhex").nulls(Nulls.ALWAYS);

  public static final Fn BIN = Fn.scalar("bin");

  /** A number as text, its base, and another one; NULL of the empty text. */
  public static final Fn CONV = Fn.scalar("conv").nulls(Nulls.ALWAYS);

  /** A text and the name of a character set. */
  public static final Fn ENCODE = Fn.scalar("encode");

  /** Bytes and the name of a character set. */
  public static final Fn DECODE = Fn.scalar("decode");

  /** A text and how it is written. */
  public static final Fn TO_BINARY = Fn.scalar("to_binary");

  public static final Fn TRY_TO_BINARY = Fn.scalar("try_to_binary").nulls(Nulls.ALWAYS);
  public static final Fn URL_ENCODE = Fn.scalar("url_encode");
  public static final Fn URL_DECODE = Fn.scalar("url_decode");
  public static final Fn TRY_URL_DECODE = Fn.scalar("try_url_decode").nulls(Nulls.ALWAYS);

  /** A URL, a part, and of the query perhaps a key. */
  public static final Fn PARSE_URL = Fn.scalar("parse_url").nulls(Nulls.ALWAYS);

  public static final Fn TRY_PARSE_URL = Fn.scalar("try_parse_url").nulls(Nulls.ALWAYS);
  public static final Fn IS_VALID_UTF8 = Fn.scalar("is_valid_utf8");
  public static final Fn MAKE_VALID_UTF8 = Fn.scalar("make_valid_utf8");
  public static final Fn VALIDATE_UTF8 = Fn.scalar("validate_utf8");
  public static final Fn TRY_VALIDATE_UTF8 =
      Fn.scalar("try_validate_utf8").nulls(Nulls.ALWAYS);
  public static final Fn LUHN_CHECK = Fn.scalar("luhn_check");

  /** A text, and what stands for capitals, small letters, digits and all else. */
  public static final Fn MASK = Fn.scalar("mask");

  private Codes() {}
}
