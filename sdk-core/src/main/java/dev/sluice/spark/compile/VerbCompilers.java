package dev.sluice.spark.compile;

import dev.sluice.plan.Modules;
import dev.sluice.plan.Verb;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The compiler of each verb, by its class. */
final class VerbCompilers {

  private final Map<Class<?>, VerbCompiler<?>> compilers = new HashMap<>();

  <V extends Verb> VerbCompilers with(Class<V> verb, VerbCompiler<? super V> compiler) {
    if (compilers.putIfAbsent(verb, compiler) != null) {
      throw new IllegalStateException("two compilers for the verb " + verb.getName());
    }
    return this;
  }

  /** The same with the verbs of all modules. */
  VerbCompilers withModules() {
    for (VerbCompiler.Of<?> part : Modules.parts(VerbCompiler.Of.class)) {
      add(part);
    }
    return this;
  }

  private <V extends Verb> void add(VerbCompiler.Of<V> part) {
    with(part.verb(), part.compiler());
  }

  @SuppressWarnings("unchecked") // put in with the class of its verb
  Dataset<Row> compile(VerbInputs inputs) {
    Verb verb = inputs.stage().verb();
    VerbCompiler<Verb> compiler = (VerbCompiler<Verb>) compilers.get(verb.getClass());
    if (compiler == null) {
      throw new IllegalStateException(
          "no compiler for the verb %s (%s): the module that brings it must bring one"
              .formatted(verb.name(), verb.getClass().getName()));
    }
    return compiler.compile(verb, inputs);
  }
}
