package dev.sluice.ml.score;

import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Signature;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.List;

/** What a model gives, beside a record that is to take it. */
final class Cells {

  private Cells() {}

  static List<String> differences(ModelDocument document, RecordType output) {
    List<RecordComponentType> components = output.components();
    if (components.size() != document.cells().size()) {
      return List.of(
          "%s has %s components, and the model gives %s"
              .formatted(output.simpleName(), components.size(), document.cells().size()));
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      String wanted = type(document.cells().get(i), document.signature());
      String found = RecordColumns.type(components.get(i));
      boolean carried = document.cells().get(i) instanceof Cell.Carried;
      if (!(carried ? takes(found, wanted) : primitive(found).equals(primitive(wanted)))) {
        differences.add(
            "%s.%s is %s, and the model gives %s there"
                .formatted(output.simpleName(), components.get(i).name(), found, wanted));
      }
    }
    return differences;
  }

  private static String type(Cell cell, Signature signature) {
    return cell instanceof Cell.Carried carried
        ? signature.columns().get(signature.position(carried.column())).type()
        : cell.type();
  }

  /** What is carried may be NULL where its column may, which a primitive cannot be. */
  private static boolean takes(String found, String carried) {
    return found.equals(carried) || primitive(found).equals(carried);
  }

  /** A score is never NULL, so that a component may be a primitive or its box. */
  private static String primitive(String type) {
    return switch (type) {
      case "Double" -> "double";
      case "Integer" -> "int";
      case "Boolean" -> "boolean";
      case "Long" -> "long";
      case "Float" -> "float";
      default -> type;
    };
  }
}
