package dev.sluice.streaming.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A name as the name of a directory: legal on any file system, another one for each name, and
 * readable. Letters, digits, {@code -}, {@code _} and points stay; any other byte of the name is
 * written as in quoted-printable, {@code =20} for a blank. A name too long for a file system is cut,
 * and ends in a digest of the whole.
 */
final class DirectoryName {

  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  /** File systems take 255 bytes; Spark's temporary names need some of them. */
  private static final int LONGEST = 200;

  private static final int DIGEST_BYTES = 8;

  private DirectoryName() {}

  static String of(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      // what begins with a point or an underscore is hidden from some tools
      boolean plain = PLAIN.indexOf(c) >= 0 && (encoded.length() > 0 || c != '.' && c != '_');
      encoded.append(plain ? String.valueOf(c) : "=%02X".formatted((int) c));
    }
    return encoded.length() <= LONGEST
        ? encoded.toString()
        : encoded.substring(0, LONGEST) + "==" + digest(name);
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
