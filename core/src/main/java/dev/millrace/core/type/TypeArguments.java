package dev.millrace.core.type;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of a type's arguments, fields or elements, in order. */
record TypeArguments(List<TypeInformation<?>> types) implements Serializable {

    private static final long serialVersionUID = 1;

    TypeArguments {
        types = List.copyOf(types);
    }

    static TypeArguments of(TypeInformation<?>... types) {
        return new TypeArguments(List.of(types));
    }

    int size() {
        return types.size();
    }

    int totalFields() {
        return types.stream().mapToInt(TypeInformation::getTotalFields).sum();
    }

    boolean areKeys() {
        return types.stream().allMatch(TypeInformation::isKeyType);
    }

    @SuppressWarnings("unchecked") // the caller knows the field
    <X> TypeInformation<X> at(int position) {
        return (TypeInformation<X>) types.get(position);
    }

    /** By the names of the class's type parameters. */
    Map<String, TypeInformation<?>> named(Class<?> generic) {
        var variables = generic.getTypeParameters();
        Map<String, TypeInformation<?>> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(variables.length, types.size()); i++) {
            named.put(variables[i].getName(), types.get(i));
        }
        return named;
    }

    @Override
    public String toString() {
        return String.join(", ", types.stream().map(Object::toString).toList());
    }
}
