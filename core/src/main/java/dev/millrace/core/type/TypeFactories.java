package dev.millrace.core.type;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Map;

/** Asks the factories that classes name in {@link TypeInfo}. */
final class TypeFactories {

    private TypeFactories() {}

    static TypeInformation<?> create(Class<?> valueClass, Type type, Map<String, TypeInformation<?>> parameters) {
        Class<? extends TypeInfoFactory<?>> factory =
                valueClass.getAnnotation(TypeInfo.class).value();
        try {
            Constructor<? extends TypeInfoFactory<?>> constructor = factory.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().createTypeInfo(type, parameters);
        } catch (InvocationTargetException e) {
            throw new TypeException(
                    "The type info factory of " + valueClass.getName() + " failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new TypeException(
                    factory.getName() + ", the type info factory of " + valueClass.getName()
                            + ", needs a constructor without arguments",
                    e);
        }
    }
}
