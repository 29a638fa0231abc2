package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.SmallModel;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Documents that were saved are read for ever, and what is saved is the same bytes. */
class DocumentFormTest {

  private static byte[] saved() throws IOException {
    try (InputStream in = DocumentFormTest.class.getResourceAsStream("/documents/ads.json")) {
      return in.readAllBytes();
    }
  }

  @Test
  void aDocumentThatWasSavedIsRead() throws IOException {
    assertThat(ModelJson.readSealed(saved(), ModelDocument.class, "ads.json"))
        .isEqualTo(SmallModel.document());
  }

  @Test
  void aDocumentIsWrittenAsItWas() throws IOException {
    assertThat(ModelJson.sealed(SmallModel.document())).asString().isEqualTo(new String(saved()));
  }
}
