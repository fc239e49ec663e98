package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the factory of the type information of a class. */
@ModelApi
@Documented
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TypeInfo {

    /** The factory, with a constructor without arguments. */
    Class<? extends TypeInfoFactory<?>> value();
}
