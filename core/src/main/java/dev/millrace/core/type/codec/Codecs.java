package dev.millrace.core.type.codec;

/** The codecs of one job by class. */
public interface Codecs {

    /** The codec of the values of exactly this class; a {@link CodecException} when there can be none. */
    Match match(Class<?> valueClass);

    /** The codec alone. */
    default Codec codec(Class<?> valueClass) {
        return match(valueClass).codec();
    }

    /** How many references deep a value may be nested. */
    int depthMax();

    /** Loads a class of the job by its name. */
    Class<?> load(String className);
}
