package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.text.OneLine;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ModelCardTest {

  private static final Card.Figure AUC =
      new Card.Figure("AUC", "test", 0.72654, 0.71, 0.74, 0.5, 0.998);

  private static final Card CARD =
      Card.EMPTY.withAbout(Map.of("seed", "42"))
          .withFigures(
              List.of(AUC, new Card.Figure("log loss", "test", 0.476, 0.47, 0.482, 0.532, 0.998)))
          .withSlices(List.of(new Card.Slice("country", "DE", 12_000, AUC)))
          .withBins(
              List.of(
                  new Card.Bin(0.01, 0.1, 500, 0.04, 0.05),
                  new Card.Bin(0.1, 0.6, 500, 0.3, 0.28)))
          .withGain(
              List.of(
                  new Card.Gain(0, 0),
                  new Card.Gain(0.05, 0.15),
                  new Card.Gain(0.1, 0.25),
                  new Card.Gain(1, 1)))
          .withConfusions(
              List.of(
                  new Card.Confusion("cat", "cat", 90),
                  new Card.Confusion("dog", "cat", 12)))
          .withSegments(
              List.of(
                  new Card.Segment(
                      "0",
                      1_000,
                      List.of(
                          new Card.Trait("spent", 120.5, 40.2, 2.998),
                          new Card.Trait("device = tablet", 0.1, 0.2, 0.5)))))
          .withWeights(
              List.of(
                  new Card.Weight("site = a.org", 1.25),
                  new Card.Weight("age", -0.03)))
          .withWarnings(List.of("the label is true in 40 of 10,040 rows only"));

  @Test
  void theTextHasAllOfTheCard() {
    assertThat(ModelCard.of("Model ctr", CARD).text())
        .isEqualTo(
            """
                Model ctr

                Warning: the label is true in 40 of 10,040 rows only

                seed  42

                Figures
                Figure    Rows   Value     95 % interval  Baseline  Coverage
                AUC       test  0.7265  0.7100 to 0.7400    0.5000    99.8 %
                log loss  test  0.4760  0.4700 to 0.4820    0.5320    99.8 %

                Slices
                Slice           Rows  Figure   Value     95 % interval  Baseline  Coverage
                country = DE  12,000     AUC  0.7265  0.7100 to 0.7400    0.5000    99.8 %

                Calibration
                Probability       Rows  Predicted  Happened
                0.0100 to 0.1000   500     0.0400    0.0500
                0.1000 to 0.6000   500     0.3000    0.2800

                Gain
                Highest scores    Found
                10.0 %           25.0 %
                100.0 %         100.0 %

                Confusions
                Right label, given:  cat  dog
                cat                   90    0
                dog                   12    0

                Segment 0, 1,000 rows
                Trait              Here  Everywhere    Lift
                spent            120.50       40.20   2.998
                device = tablet  0.1000      0.2000  0.5000

                Features
                Feature        Weight
                site = a.org    1.250
                age           -0.0300
                """);
  }

  @Test
  void theCardOfAModelSaysWhatItTakesAndHowItIsCalibrated() {
    NumberEncoding age =
        new NumberEncoding("age", false, 40, 10, 18, 99, NumberEncoding.Nulls.NONE, 0);
    ModelDocument model =
        new ModelDocument(
            ModelDocument.FORMAT,
            "ctr",
            "2026-11-27T10:00:00Z",
            Task.BINARY,
            new Signature(
                "Impression",
                List.of(new Signature.Column("age", "int", false, Signature.Use.FEATURE))),
            List.of(age),
            new LinearHead(LinearHead.Link.LOGISTIC, 0, new double[]{0.5}),
            List.of(),
            new Calibration.Sigmoid(0.5, -1),
            List.of(),
            Card.EMPTY.withAbout(Map.of("seed", "42")),
            List.of());

    assertThat(ModelCard.of(model).text())
        .isEqualTo(
            """
                Model ctr

                trained      2026-11-27T10:00:00Z
                tells        how likely something is
                takes        Impression
                features     age
                slots        1
                calibration  sigmoid, slope 0.5000, intercept -1.000
                seed         42
                """);
  }

  @Test
  void thePageHasAllOfTheCard() {
    assertThat(words(ModelCard.of("Model ctr", CARD).html()))
        .contains(
            "Model ctr",
            "Warning: the label is true in 40 of 10,040 rows only",
            "seed",
            "0.7100 to 0.7400",
            "country = DE",
            "0.0100 to 0.1000",
            "Right label, given:",
            "Segment 0, 1,000 rows",
            "device = tablet",
            "site = a.org");
  }

  @Test
  void thePageStandsAlone() {
    String page = ModelCard.of("Model ctr", CARD).html();

    assertThat(page)
        .doesNotContain("<script", "<link", "<img", "<iframe", "<object", "src=", "href=", "url(")
        .contains("default-src 'none'".replace("'", "&#39;"));
  }

  @Test
  void thePageHasThePictures() {
    assertThat(
        parsed(ModelCard.of("Model ctr", CARD).html()).getElementsByTagName("svg").getLength())
        .isEqualTo(4);
  }

  @Test
  void aPictureStandsAlone() {
    Map<String, String> pictures = ModelCard.of("Model ctr", CARD).pictures();

    assertThat(pictures.keySet())
        .containsExactly("figures.svg", "calibration.svg", "gain.svg", "segments.svg");
    assertThat(pictures.values())
        .allSatisfy(
            picture -> assertThat(parsed(picture).getDocumentElement().getNamespaceURI())
                .isEqualTo("http://www.w3.org/2000/svg"));
  }

  @Test
  void pageAndPicturesAreSavedTogether(@TempDir Path folder) throws IOException {
    ModelCard card = ModelCard.of("Model ctr", CARD);

    List<Path> files = card.save(folder.resolve("ctr"));

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("card.html", "figures.svg", "calibration.svg", "gain.svg", "segments.svg");
    assertThat(files.get(0)).hasContent(card.html());
  }

  @Test
  void aFigureIsDrawnBesideWhatOneGetsWithoutAModel() {
    String picture = ModelCard.of("Model ctr", CARD).pictures().get("figures.svg");

    assertThat(words(picture)).contains("AUC", "0.7265 (0.7100 to 0.7400), without 0.5000");
  }

  @Test
  void figuresOfTheRowsThatTrainAreNotDrawn() {
    Card.Figure train = new Card.Figure("AUC", "train", 0.9, 0.89, 0.91, 0.5, 1);

    assertThat(ModelCard.of("Model ctr", Card.EMPTY.withFigures(List.of(train))).pictures())
        .isEmpty();
  }

  @Test
  void ofNothingThereIsNoPicture() {
    assertThat(ModelCard.of("Model ctr", Card.EMPTY).pictures()).isEmpty();
  }

  @Test
  void anEmptyCardIsATitle() {
    assertThat(ModelCard.of("Model ctr", Card.EMPTY).text()).isEqualTo("Model ctr\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<script>alert(1)</script>",
      "\" onload=\"alert(1)",
      "'><img src=x onerror=alert(1)>",
      "a & b &lt; c",
      "]]></style><!-- ",
      "line\nbreak\r\u0000\u001b[2J",
      "\u202Eturned\u2066",
      "\uD800 alone \uFFFE",
      "\u4ef7\u683c \ud83d\ude00"
  })
  void aHostileNameIsJustAName(String name) {
    ModelCard card = ModelCard.of(name, named(name));

    Document page = parsed(card.html());

    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(attributes(page)).noneMatch(attribute -> attribute.startsWith("on"));
    assertThat(card.text().codePoints())
        .allMatch(sign -> sign == '\n' || !OneLine.breaks(sign));
    card.pictures().values().forEach(ModelCardTest::parsed);
  }

  @Test
  void aNameIsNotShownForEver() {
    assertThat(ModelCard.of("Model ctr", named("x".repeat(1_000_000))).html().length())
        .isLessThan(30_000);
  }

  @Test
  void ofThousandsOfWeightsTheGreatestAreShown() {
    Card card =
        Card.EMPTY.withWeights(
            IntStream.range(0, 5_000).mapToObj(i -> new Card.Weight("w" + i, 5_000 - i)).toList());

    assertThat(ModelCard.of("Model ctr", card).text())
        .contains("w29")
        .doesNotContain("w30")
        .endsWith("and 4,970 more\n");
  }

  @Test
  void manyLabelsAreConfusedInPairs() {
    Card card =
        Card.EMPTY.withConfusions(
            IntStream.range(0, 20)
                .mapToObj(i -> new Card.Confusion("a" + i, "b" + i, 9))
                .toList());

    assertThat(ModelCard.of("Model pets", card).text()).contains("Right label  Given label  Rows");
  }

  /** A card in which each text is this one. */
  private static Card named(String name) {
    Card.Figure figure = new Card.Figure(name, name, 1, 1, 1, 1, 1);
    return CARD.withAbout(Map.of(name, name))
        .withFigures(List.of(figure))
        .withSlices(List.of(new Card.Slice(name, name, 1, figure)))
        .withConfusions(List.of(new Card.Confusion(name, name, 1)))
        .withSegments(
            List.of(new Card.Segment(name, 1, List.of(new Card.Trait(name, 1, 1, 1)))))
        .withWeights(List.of(new Card.Weight(name, 1)))
        .withWarnings(List.of(name));
  }

  private static Document parsed(String markup) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + markup, e);
    }
  }

  private static List<String> words(String page) {
    NodeList all = parsed(page).getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> all.item(i).getTextContent())
        .toList();
  }

  private static List<String> attributes(Document page) {
    NodeList all = page.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .flatMap(
            element -> IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
        .toList();
  }
}
