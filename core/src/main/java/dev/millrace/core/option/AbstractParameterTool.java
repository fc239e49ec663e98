package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Typed access to the parameters of a program. Every name that is asked for counts as requested. */
@ModelApi
public abstract class AbstractParameterTool extends ExecutionConfig.GlobalJobParameters {

    /** The value of a name that was given without one. */
    protected static final String NO_VALUE_KEY = Parameters.NO_VALUE;

    final Parameters parameters;

    AbstractParameterTool(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Whether the name was given, with a value or without. */
    public boolean has(String name) {
        return parameters.has(name);
    }

    /** The value, or null. */
    public String get(String name) {
        return parameters.get(name);
    }

    public String get(String name, String absent) {
        String value = get(name);
        return value == null ? absent : value;
    }

    /** The value; an error that names the parameter when it is missing. */
    public String getRequired(String name) {
        return parameters.required(name);
    }

    public int getInt(String name) {
        return parameters.read(name, "an int", Integer::parseInt);
    }

    public int getInt(String name, int absent) {
        return has(name) ? getInt(name) : absent;
    }

    public long getLong(String name) {
        return parameters.read(name, "a long", Long::parseLong);
    }

    public long getLong(String name, long absent) {
        return has(name) ? getLong(name) : absent;
    }

    public float getFloat(String name) {
        return parameters.read(name, "a float", Float::parseFloat);
    }

    public float getFloat(String name, float absent) {
        return has(name) ? getFloat(name) : absent;
    }

    public double getDouble(String name) {
        return parameters.read(name, "a double", Double::parseDouble);
    }

    public double getDouble(String name, double absent) {
        return has(name) ? getDouble(name) : absent;
    }

    /** True when the value is {@code true} in any case; everything else is false. */
    public boolean getBoolean(String name) {
        return Boolean.parseBoolean(parameters.required(name));
    }

    public boolean getBoolean(String name, boolean absent) {
        return has(name) ? getBoolean(name) : absent;
    }

    public short getShort(String name) {
        return parameters.read(name, "a short", Short::parseShort);
    }

    public short getShort(String name, short absent) {
        return has(name) ? getShort(name) : absent;
    }

    public byte getByte(String name) {
        return parameters.read(name, "a byte", Byte::parseByte);
    }

    public byte getByte(String name, byte absent) {
        return has(name) ? getByte(name) : absent;
    }

    public int getNumberOfParameters() {
        return parameters.size();
    }

    /** The names that were given and never asked for. */
    public Set<String> getUnrequestedParameters() {
        return parameters.unrequested();
    }

    @Override
    public Map<String, String> toMap() {
        return parameters.lastOfEach();
    }

    /** The parameters as settings. */
    public Configuration getConfiguration() {
        return Configuration.fromMap(toMap());
    }

    /** The parameters as properties. */
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.putAll(toMap());
        return properties;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbstractParameterTool that
                && that.getClass() == getClass()
                && that.toMap().equals(toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
