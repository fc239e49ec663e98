package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a program, of which each may be given several times. */
@ModelApi
public final class MultipleParameterTool extends AbstractParameterTool {

    private MultipleParameterTool(Parameters parameters) {
        super(parameters);
    }

    /** Reads {@code --name value}, {@code -name value} and {@code --flag}. */
    public static MultipleParameterTool fromArgs(String[] args) {
        return new MultipleParameterTool(Parameters.fromArguments(args));
    }

    public static MultipleParameterTool fromMultiMap(Map<String, Collection<String>> map) {
        LinkedHashMap<String, List<String>> texts = new LinkedHashMap<>();
        map.forEach((name, values) -> texts.put(name, List.copyOf(values)));
        return new MultipleParameterTool(new Parameters(texts));
    }

    /** All values of a name, in the order given; null when there are none. */
    public Collection<String> getMultiParameter(String name) {
        return parameters.all(name);
    }

    /** All values of a name; an error that names the parameter when there are none. */
    public Collection<String> getMultiParameterRequired(String name) {
        parameters.required(name);
        return parameters.all(name);
    }

    /** The parameters with all their values. */
    public Map<String, Collection<String>> toMultiMap() {
        Map<String, Collection<String>> map = new LinkedHashMap<>();
        parameters.names().forEach(name -> map.put(name, getMultiParameter(name)));
        return map;
    }
}
