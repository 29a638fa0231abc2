package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.nio.charset.Charset;

/**
 * Bytes.
 *
 * @param <S> the scope
 */
public final class BinaryExpr<S> extends ValueExpr<S, byte[]> {

  BinaryExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> BinaryExpr<S> of(Expr<S, byte[]> value) {
    return new BinaryExpr<>(value.node());
  }

  @Override
  <Z> BinaryExpr<Z> rebuild(ExprNode other) {
    return new BinaryExpr<>(other);
  }

  @Override
  public BinaryExpr<S> where(RowsWhere<S> rows) {
    return new BinaryExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public BinaryExpr<S> orElse(byte[] value) {
    return new BinaryExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public BinaryExpr<S> orElse(BinaryExpr<S> other) {
    return new BinaryExpr<>(coalesce(other.node()));
  }

  /** The number of bytes. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Texts.SIZE_IN_BYTES, this));
  }

  /**
   * The text that these bytes are in a character set, one of Java's standard ones; what is none is an
   * error when the row is computed.
   */
  public StrExpr<S> decode(Charset charset) {
    return new StrExpr<>(Calls.of(Codes.DECODE, this, charset.name()));
  }

  /** In Base64. */
  public StrExpr<S> base64() {
    return new StrExpr<>(Calls.of(Codes.BASE64, this));
  }

  /** In hexadecimal digits. */
  public StrExpr<S> hex() {
    return new StrExpr<>(Calls.of(Codes.HEX, this));
  }

  /** The MD5 digest, 32 hexadecimal digits. */
  public StrExpr<S> md5() {
    return new StrExpr<>(Calls.of(Codes.MD5, this));
  }

  /** The SHA-1 digest, 40 hexadecimal digits. */
  public StrExpr<S> sha1() {
    return new StrExpr<>(Calls.of(Codes.SHA1, this));
  }

  /** The SHA-2 digest of 256 bits, 64 hexadecimal digits. */
  public StrExpr<S> sha256() {
    return new StrExpr<>(Calls.of(Codes.SHA2, this, 256));
  }

  /** The SHA-2 digest of 512 bits, 128 hexadecimal digits. */
  public StrExpr<S> sha512() {
    return new StrExpr<>(Calls.of(Codes.SHA2, this, 512));
  }

  /** The CRC-32. */
  public LongExpr<S> crc32() {
    return new LongExpr<>(Calls.of(Codes.CRC32, this));
  }

  /** How many bits are set in this bitmap, one of those that Spark's {@code bitmap_…} make. */
  public LongExpr<S> bitmapCount() {
    return new LongExpr<>(Calls.of(Mathematics.BITMAP_COUNT, this));
  }

  /** About how many different values a sketch of {@code hllSketch} has seen. */
  public LongExpr<S> hllEstimate() {
    return new LongExpr<>(Calls.of(Elements.HLL_ESTIMATE, this));
  }
}
