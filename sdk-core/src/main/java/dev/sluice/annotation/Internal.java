package dev.sluice.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is public for the modules of Sluice alone: it may change or go with any version. On a
 * package it holds for all types in it, but for {@link #except}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.PACKAGE,
    ElementType.TYPE,
    ElementType.METHOD,
    ElementType.CONSTRUCTOR,
    ElementType.FIELD
})
public @interface Internal {

  /**
   * The types of a package that users meet.
   *
   * @return types that keep their signatures, as those outside
   */
  Class<?>[] except() default {};
}
