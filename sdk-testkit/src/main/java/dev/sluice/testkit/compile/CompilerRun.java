package dev.sluice.testkit.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Gives many sources to one compiler and sorts the errors by source. */
final class CompilerRun {
  /** On the console javac leaves the packages of types out, through its interface it does not. */
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  private final Compiler compiler;

  CompilerRun(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * The errors of each source; an empty list means it compiles.
   *
   * <p>A compiler that met an error may leave the others' later phases out (javac attributes
   * nothing once one file does not parse). So what shows no error is compiled again without the
   * sources that do, until nothing new turns up.
   */
  Map<CompilationUnit, List<CompileError>> errors(List<CompilationUnit> units) {
    Map<CompilationUnit, List<CompileError>> errors = new IdentityHashMap<>();
    List<CompilationUnit> unsettled = List.copyOf(units);
    JavaCompiler tool = compiler.tool();
    try (SourceFolder folder = SourceFolder.of(units);
        StandardJavaFileManager files =
            tool.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      boolean settled = false;
      while (!settled && !unsettled.isEmpty()) {
        Map<CompilationUnit, List<CompileError>> found = compile(tool, files, folder, unsettled);
        errors.putAll(found);
        settled = found.isEmpty();
        unsettled = unsettled.stream().filter(unit -> !found.containsKey(unit)).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unsettled.forEach(unit -> errors.put(unit, List.of()));
    return errors;
  }

  private Map<CompilationUnit, List<CompileError>> compile(
      JavaCompiler tool,
      StandardJavaFileManager files,
      SourceFolder folder,
      List<CompilationUnit> units) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    boolean success =
        tool.getTask(
            output,
            new DiscardingFileManager(files),
            diagnostics,
            options(),
            null,
            files.getJavaFileObjectsFromPaths(folder.paths(units)))
            .call();
    Map<CompilationUnit, List<CompileError>> errors = new IdentityHashMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        CompilationUnit unit = unitOf(diagnostic, folder);
        errors.computeIfAbsent(unit, any -> new ArrayList<>()).add(error(diagnostic, unit));
      }
    }
    if (!success && errors.isEmpty()) {
      throw new IllegalStateException(compiler + " failed without naming an error: " + output);
    }
    return errors;
  }

  private CompilationUnit unitOf(Diagnostic<? extends JavaFileObject> diagnostic, SourceFolder in) {
    return Optional.ofNullable(diagnostic.getSource())
        .flatMap(source -> in.unitAt(Path.of(source.toUri())))
        .orElseThrow(
            () -> new IllegalStateException(
                compiler
                    + " failed before it read a source: "
                    + diagnostic.getMessage(Locale.ENGLISH)));
  }

  private CompileError error(Diagnostic<?> diagnostic, CompilationUnit unit) {
    long line = unit.relativeLine(diagnostic.getLineNumber());
    String message = PACKAGES.matcher(diagnostic.getMessage(Locale.ENGLISH)).replaceAll("");
    return new CompileError(compiler, line, message);
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(compiler.options());
    options.add("-proc:none");
    options.add("--release");
    options.add(String.valueOf(Runtime.version().feature()));
    options.add("-classpath");
    // Surefire may start the JVM with a jar that only names the real class path.
    options.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return options;
  }
}
