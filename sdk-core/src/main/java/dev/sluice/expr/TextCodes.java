package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.nio.charset.Charset;

/**
 * Other ways to write a text, and what is written in one; see {@link StrExpr}.
 *
 * @param <S> the scope
 */
public abstract class TextCodes<S> extends TextParts<S> {

  TextCodes(ExprNode node) {
    super(node);
  }

  /** The MD5 digest of its UTF-8, 32 hexadecimal digits. */
  public final StrExpr<S> md5() {
    return new StrExpr<>(Calls.of(Codes.MD5, this));
  }

  /** The SHA-1 digest of its UTF-8, 40 hexadecimal digits. */
  public final StrExpr<S> sha1() {
    return new StrExpr<>(Calls.of(Codes.SHA1, this));
  }

  /** The SHA-2 digest of its UTF-8 of 256 bits, 64 hexadecimal digits. */
  public final StrExpr<S> sha256() {
    return new StrExpr<>(Calls.of(Codes.SHA2, this, 256));
  }

  /** The SHA-2 digest of its UTF-8 of 512 bits, 128 hexadecimal digits. */
  public final StrExpr<S> sha512() {
    return new StrExpr<>(Calls.of(Codes.SHA2, this, 512));
  }

  /** The CRC-32 of its UTF-8. */
  public final LongExpr<S> crc32() {
    return new LongExpr<>(Calls.of(Codes.CRC32, this));
  }

  /**
   * Its bytes.
   *
   * @param charset one of Java's standard ones; what has no bytes in it is an error when the row is
   *     computed
   */
  public final BinaryExpr<S> encode(Charset charset) {
    return new BinaryExpr<>(Calls.of(Codes.ENCODE, this, charset.name()));
  }

  /** Its UTF-8 in Base64. */
  public final StrExpr<S> base64() {
    return new StrExpr<>(Calls.of(Codes.BASE64, this));
  }

  /** The bytes that are written here in Base64; anything else is an error. */
  public final BinaryExpr<S> unbase64() {
    return new BinaryExpr<>(Calls.of(Codes.FROM_BASE64, this));
  }

  /** Its UTF-8 in hexadecimal digits. */
  public final StrExpr<S> hex() {
    return new StrExpr<>(Calls.of(Codes.HEX, this));
  }

  /** The bytes that are written here in hexadecimal digits; NULL of anything else. */
  public final BinaryExpr<S> unhex() {
    return new BinaryExpr<>(Calls.of(Codes.FROM_HEX, this));
  }

  /**
   * The bytes that are written here; anything else is an error.
   *
   * @param format {@code hex}, {@code utf-8} or {@code base64}
   */
  public final BinaryExpr<S> toBinary(String format) {
    return new BinaryExpr<>(Calls.of(Codes.TO_BINARY, this, format));
  }

  /** As {@link #toBinary}, with NULL for anything else. */
  public final BinaryExpr<S> tryToBinary(String format) {
    return new BinaryExpr<>(Calls.of(Codes.TRY_TO_BINARY, this, format));
  }

  /** The whole number that is written here in a base, written in another; 2 to 36. */
  public final StrExpr<S> conv(int from, int to) {
    return new StrExpr<>(Calls.of(Codes.CONV, this, from, to));
  }

  /** As a value in the query of a URL. */
  public final StrExpr<S> urlEncode() {
    return new StrExpr<>(Calls.of(Codes.URL_ENCODE, this));
  }

  /** The text of a value in the query of a URL; what is none is an error. */
  public final StrExpr<S> urlDecode() {
    return new StrExpr<>(Calls.of(Codes.URL_DECODE, this));
  }

  /** The text of a value in the query of a URL; NULL of what is none. */
  public final StrExpr<S> tryUrlDecode() {
    return new StrExpr<>(Calls.of(Codes.TRY_URL_DECODE, this));
  }

  /** A part of this URL; NULL where it has none. What is no URL is an error. */
  public final StrExpr<S> parseUrl(UrlPart part) {
    return new StrExpr<>(Calls.of(Codes.PARSE_URL, this, part.name()));
  }

  /** The value of a key in the query of this URL; NULL if there is none. */
  public final StrExpr<S> queryParameter(String key) {
    return new StrExpr<>(Calls.of(Codes.PARSE_URL, this, UrlPart.QUERY.name(), key));
  }

  /** A part of this URL; NULL where it has none, and of what is no URL. */
  public final StrExpr<S> tryParseUrl(UrlPart part) {
    return new StrExpr<>(Calls.of(Codes.TRY_PARSE_URL, this, part.name()));
  }

  /** Whether its bytes are UTF-8, which those of a file of another encoding may not be. */
  public final BoolExpr<S> isValidUtf8() {
    return new BoolExpr<>(Calls.of(Codes.IS_VALID_UTF8, this));
  }

  /** With {@code U+FFFD} in place of bytes that are no UTF-8. */
  public final StrExpr<S> makeValidUtf8() {
    return new StrExpr<>(Calls.of(Codes.MAKE_VALID_UTF8, this));
  }

  /** The text itself; bytes that are no UTF-8 are an error. */
  public final StrExpr<S> validateUtf8() {
    return new StrExpr<>(Calls.of(Codes.VALIDATE_UTF8, this));
  }

  /** The text itself; NULL if its bytes are no UTF-8. */
  public final StrExpr<S> tryValidateUtf8() {
    return new StrExpr<>(Calls.of(Codes.TRY_VALIDATE_UTF8, this));
  }

  /** Whether the last digit is the check digit of the others, as in numbers of credit cards. */
  public final BoolExpr<S> luhnCheck() {
    return new BoolExpr<>(Calls.of(Codes.LUHN_CHECK, this));
  }

  /** With {@code X} for capitals, {@code x} for small letters and {@code n} for digits. */
  public final StrExpr<S> mask() {
    return new StrExpr<>(Calls.of(Codes.MASK, this));
  }

  /** With these for capitals, small letters and digits; one character each. */
  public final StrExpr<S> mask(String capital, String small, String digit) {
    return new StrExpr<>(Calls.of(Codes.MASK, this, capital, small, digit));
  }

  /**
   * The number that is written here as Spark's pattern says, in which {@code 9} and {@code 0} are
   * digits; anything else is an error.
   *
   * <pre>{@code
   * col(Row::price).toDecimal("$9,999.99", 6, 2)
   * }</pre>
   */
  public final DecimalExpr<S> toDecimal(String pattern, int precision, int scale) {
    return new DecimalExpr<>(
        Casts.strict(
            Calls.of(Parts.TO_NUMBER, this, pattern), Casts.decimal(precision, scale)));
  }

  /** As {@link #toDecimal}, with NULL for anything else. */
  public final DecimalExpr<S> tryToDecimal(String pattern, int precision, int scale) {
    return new DecimalExpr<>(
        Casts.lenient(
            Calls.of(Parts.TRY_TO_NUMBER, this, pattern), Casts.decimal(precision, scale)));
  }
}
