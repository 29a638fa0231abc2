package dev.sluice.spark.compile;

import dev.sluice.expr.Expr;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The functions of all tables, by the names of their constants: a new one is found by itself. */
final class FunctionTables {

  private FunctionTables() {}

  static Map<String, Fn> all() {
    Map<String, Fn> all = new TreeMap<>();
    Stream.concat(inPackage(Operators.class), inPackage(Expr.class))
        .flatMap(table -> Arrays.stream(table.getDeclaredFields()))
        .filter(field -> field.getType() == Fn.class && Modifier.isStatic(field.getModifiers()))
        .forEach(field -> all.put(name(field), value(field)));
    return all;
  }

  private static Stream<Class<?>> inPackage(Class<?> member) {
    String root = member.getProtectionDomain().getCodeSource().getLocation().getPath();
    String name = member.getPackageName();
    return Arrays.stream(new File(root, name.replace('.', '/')).list())
        .filter(file -> file.endsWith(".class"))
        .map(file -> type(name + "." + file.replace(".class", "")));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  private static Fn value(Field field) {
    try {
      field.setAccessible(true);
      return (Fn) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
