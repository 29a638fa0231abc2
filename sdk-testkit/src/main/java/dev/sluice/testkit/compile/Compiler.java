package dev.sluice.testkit.compile;

import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers a source is given to. */
public enum Compiler {
  /** The compiler of the JDK that runs the test. */
  JAVAC {
    @Override
    JavaCompiler tool() {
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      if (javac == null) {
        throw new IllegalStateException(
            "This Java has no compiler: run the test on a JDK, not on a JRE ("
                + System.getProperty("java.home")
                + ")");
      }
      return javac;
    }

    @Override
    List<String> options() {
      // The default limit of 100 errors is for people; a batch needs them all.
      return List.of("-Xmaxerrs", "100000", "-nowarn", "-implicit:none");
    }
  },

  /** The Eclipse compiler, which the Eclipse and Visual Studio Code editors use. */
  ECLIPSE {
    @Override
    JavaCompiler tool() {
      return new EclipseCompiler();
    }

    @Override
    List<String> options() {
      return List.of("-proceedOnError", "-nowarn");
    }
  };

  abstract JavaCompiler tool();

  abstract List<String> options();

  /** The compiler's usual name. */
  @Override
  public String toString() {
    return this == JAVAC ? "javac" : "ecj";
  }
}
