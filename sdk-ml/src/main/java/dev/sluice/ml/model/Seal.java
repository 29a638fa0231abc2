package dev.sluice.ml.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The last field of a document that is an object: the SHA-256 of all that stands before it. So no change goes unseen, not
 * even that of a digit on which no golden row depends. It guards against damage, not against forgery.
 */
final class Seal {

  private static final byte[] FIELD = ",\"sha256\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 64;
  private static final int LENGTH = FIELD.length + DIGITS + END.length;

  private Seal() {}

  /** The bytes of an object with a seal as its last field. */
  static byte[] put(byte[] object) {
    byte[] sealed = Arrays.copyOf(object, object.length - 1 + LENGTH);
    System.arraycopy(FIELD, 0, sealed, object.length - 1, FIELD.length);
    byte[] digits = digits(object, object.length - 1);
    System.arraycopy(digits, 0, sealed, object.length - 1 + FIELD.length, DIGITS);
    System.arraycopy(END, 0, sealed, sealed.length - END.length, END.length);
    return sealed;
  }

  /** Whether a seal stands at the end, be it the right one or not. */
  static boolean isOn(byte[] bytes) {
    int start = bytes.length - LENGTH;
    return start > 0
        && Arrays.equals(bytes, start, start + FIELD.length, FIELD, 0, FIELD.length)
        && Arrays.equals(bytes, bytes.length - END.length, bytes.length, END, 0, END.length);
  }

  /** The object without the seal that is on it. */
  static byte[] off(byte[] sealed) {
    byte[] object = Arrays.copyOf(sealed, sealed.length - LENGTH + 1);
    object[object.length - 1] = '}';
    return object;
  }

  /** Whether the seal that is on it is the right one. */
  static boolean fits(byte[] sealed) {
    int start = sealed.length - END.length - DIGITS;
    return Arrays.equals(
        digits(sealed, sealed.length - LENGTH),
        Arrays.copyOfRange(sealed, start, start + DIGITS));
  }

  private static byte[] digits(byte[] bytes, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, 0, length);
      return HexFormat.of().formatHex(sha.digest()).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
