package dev.sluice.ml.model;

import dev.sluice.ml.json.BadJsonException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Documents as JSON. A document may come from anywhere, so what does not fit is refused with its
 * place, and what is deep, long or of another type than it must be is not read at all.
 */
public final class ModelJson {

  private static final int MOST_BYTES = 256 << 20;

  private ModelJson() {}

  /** As JSON in one line, the same bytes for equal documents. */
  public static byte[] bytes(Object document) {
    return Vocabulary.FORMS.bytes(document);
  }

  /** As JSON with a checksum as its last field, for a document that is an object. */
  public static byte[] sealed(Object document) {
    return Seal.put(bytes(document));
  }

  /**
   * Reads a document with a checksum.
   *
   * @param from where the bytes come from, for messages
   * @throws BadModelException if they are not a document of this version of the form, whole, or have been changed
   */
  public static <D> D readSealed(byte[] bytes, Class<D> type, String from) {
    boolean sealed = Seal.isOn(bytes);
    D document = read(sealed ? Seal.off(bytes) : bytes, type, from);
    if (!sealed) {
      throw new BadModelException(
          "%s: at its end: there is no checksum, so that it is not as it was saved: take the file that was saved"
              .formatted(from));
    }
    if (!Seal.fits(bytes)) {
      throw new BadModelException(
          "%s: at sha256: the checksum is that of another content, so that something in it was changed since it was written: take the file that was saved"
              .formatted(from));
    }
    return document;
  }

  /**
   * Reads a document.
   *
   * @param from where the bytes come from, for messages
   * @throws BadModelException if they are not a document of this version of the form, whole
   */
  public static <D> D read(byte[] bytes, Class<D> type, String from) {
    if (bytes.length > MOST_BYTES) {
      throw new BadModelException(
          "%s: no model has %s bytes".formatted(from, bytes.length));
    }
    requireUtf8(bytes, from);
    try {
      return Vocabulary.FORMS.read(bytes, type);
    } catch (BadJsonException e) {
      throw new BadModelException("%s: %s".formatted(from, e.getMessage()), e);
    }
  }

  /** Jackson guesses other encodings, and takes some bytes for characters that they are not. */
  private static void requireUtf8(byte[] bytes, String from) {
    ByteBuffer read = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(read, text, true).isError()) {
      throw new BadModelException(
          "%s: at byte %s: no model, for it is not UTF-8".formatted(from, read.position()));
    }
  }
}
