package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on texts that are JSON, CSV or XML. */
public final class RecordsInTexts {

  /** A record, list or map as JSON; the compiler says how times are written. */
  public static final Fn TO_JSON = Fn.scalar("json_of").shown("to_json");

  /** A record as a line of CSV. */
  public static final Fn TO_CSV = Fn.scalar("csv_of").shown("to_csv");

  /** A record as XML. */
  public static final Fn TO_XML = Fn.scalar("xml_of").shown("to_xml");

  /** JSON and a path. */
  public static final Fn JSON_PATH = Fn.scalar("get_json_object").nulls(Nulls.ALWAYS);

  public static final Fn JSON_LENGTH = Fn.scalar("json_array_length").nulls(Nulls.ALWAYS);
  public static final Fn JSON_KEYS = Fn.scalar("json_object_keys").nulls(Nulls.ALWAYS);

  /** XML and a path, each. */
  public static final Fn XPATH = Fn.scalar("xpath").nulls(Nulls.ALWAYS);

  public static final Fn XPATH_STRING = Fn.scalar("xpath_string").nulls(Nulls.ALWAYS);
  public static final Fn XPATH_BOOLEAN = Fn.scalar("xpath_boolean").nulls(Nulls.ALWAYS);
  public static final Fn XPATH_INT = Fn.scalar("xpath_int").nulls(Nulls.ALWAYS);
  public static final Fn XPATH_LONG = Fn.scalar("xpath_long").nulls(Nulls.ALWAYS);
  public static final Fn XPATH_DOUBLE = Fn.scalar("xpath_double").nulls(Nulls.ALWAYS);

  private RecordsInTexts() {}
}
