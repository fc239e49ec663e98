package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The parameters of a program; of a name given twice the last value counts. */
@ModelApi
public final class ParameterTool extends AbstractParameterTool {

    private ParameterTool(Parameters parameters) {
        super(parameters);
    }

    /** Reads {@code --name value}, {@code -name value} and {@code --flag}. */
    public static ParameterTool fromArgs(String[] args) {
        return new ParameterTool(Parameters.fromArguments(args));
    }

    public static ParameterTool fromMap(Map<String, String> map) {
        LinkedHashMap<String, List<String>> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> texts.put(name, List.of(value)));
        return new ParameterTool(new Parameters(texts));
    }

    /** Reads a Java properties file; a file that is missing is an error that names it. */
    public static ParameterTool fromPropertiesFile(String path) throws IOException {
        return fromPropertiesFile(new File(path));
    }

    /** Reads a Java properties file; a file that is missing is an error that names it. */
    public static ParameterTool fromPropertiesFile(File file) throws IOException {
        if (!file.exists()) {
            throw new java.io.FileNotFoundException("there is no properties file " + file.getAbsolutePath());
        }
        try (InputStream stream = new java.io.FileInputStream(file)) {
            return fromPropertiesFile(stream);
        }
    }

    /** Reads Java properties. */
    public static ParameterTool fromPropertiesFile(InputStream stream) throws IOException {
        Properties properties = new Properties();
        properties.load(stream);
        Map<String, String> map = new TreeMap<>();
        properties.forEach((name, value) -> map.put(name.toString(), value.toString()));
        return fromMap(map);
    }

    /** The system properties of this process. */
    public static ParameterTool fromSystemProperties() {
        Map<String, String> map = new TreeMap<>();
        System.getProperties().forEach((name, value) -> map.put(name.toString(), value.toString()));
        return fromMap(map);
    }

    /** These parameters and the other's; the other's win. */
    public ParameterTool mergeWith(ParameterTool other) {
        Map<String, String> map = new LinkedHashMap<>(toMap());
        map.putAll(other.toMap());
        return fromMap(map);
    }
}
