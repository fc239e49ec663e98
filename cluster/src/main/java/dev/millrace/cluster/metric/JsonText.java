package dev.millrace.cluster.metric;

import dev.millrace.core.fact.JobFacts;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/**
 * The facts of jobs as JSON: records are objects, in the order of their components. A time before all or after all times,
 * and a number that JSON has no form for, is {@code null}.
 */
public final class JsonText {

    /** The media type of the text. */
    public static final String MEDIA_TYPE = "application/json; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** The page of some jobs. */
    public static String of(List<JobFacts> jobs) {
        JsonText json = new JsonText();
        json.write(Map.of("jobs", jobs));
        return json.text.append('\n').toString();
    }

    private void write(Object value) {
        if (value instanceof Record record) {
            write(record);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                text.append(separator);
                write(item);
                separator = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator);
                write(entry.getKey());
                text.append(':');
                write(entry.getValue());
                separator = ",";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Number number) {
            text.append(isSayable(number) ? number.toString() : "null");
        } else if (value instanceof Boolean || value == null) {
            text.append(value);
        } else {
            quote(value.toString());
        }
    }

    private static boolean isSayable(Number number) {
        return number instanceof Double real
                ? Double.isFinite(real)
                : number.longValue() != Long.MIN_VALUE && number.longValue() != Long.MAX_VALUE;
    }

    private void write(Record record) {
        String separator = "{";
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            text.append(separator);
            quote(component.getName());
            text.append(':');
            try {
                write(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError("the accessor of a record failed: " + component, impossible);
            }
            separator = ",";
        }
        text.append('}');
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
