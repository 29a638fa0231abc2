package dev.sluice.io.format;

/** Values that can also be the key of a map, which in JSON is always a text. */
interface JsonKey extends JsonValue {

  /** The value of a field's name. */
  Object ofName(String name) throws BadValue;
}
