package dev.millrace.core.type;

/** Short names of classes for paths, taken from the full name: some compilers make classes that have no simple name. */
final class ClassNames {

    private ClassNames() {}

    static String brief(Class<?> valueClass) {
        if (valueClass.isArray()) {
            return brief(valueClass.getComponentType()) + "[]";
        }
        String name = valueClass.getName();
        int hidden = name.indexOf('/');
        String plain = hidden < 0 ? name : name.substring(0, hidden);
        String nested = plain.substring(plain.lastIndexOf('.') + 1);
        return valueClass.isHidden() ? nested : nested.substring(nested.lastIndexOf('$') + 1);
    }
}
