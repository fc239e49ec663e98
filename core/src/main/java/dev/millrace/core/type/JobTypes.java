package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.FlatLayout;
import dev.millrace.core.type.codec.JavaCodec;
import dev.millrace.core.type.codec.Match;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.generate.Generator;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The types of one job. All state is caches; two threads that miss together may make a codec twice, and one wins. */
final class JobTypes implements TypeSystem, Codecs {

    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "short", short.class,
            "char", char.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class,
            "void", void.class);

    private final ClassLoader userClasses;
    private final TypeOptions options;
    private final BuiltIns builtIns = new BuiltIns(this);
    private final CustomTypes custom;
    private final Generator generator = new Generator(this);
    private final Map<Class<?>, Match> matches = new ConcurrentHashMap<>();
    private final Map<Class<?>, CodecType<?>> types = new ConcurrentHashMap<>();
    private final NamedTags named = new NamedTags(this, false);
    private final NamedTags canonical = new NamedTags(this, true);
    private final Slot slot = new Slot(this);

    JobTypes(ClassLoader userClasses, TypeOptions options) {
        this.userClasses = userClasses == null ? ClassLoader.getPlatformClassLoader() : userClasses;
        this.options = options;
        custom = new CustomTypes(options, this, this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ValueType<T> of(Class<T> valueClass) {
        CodecType<?> type = types.get(valueClass);
        return (ValueType<T>) (type != null ? type : newType(valueClass));
    }

    @Override
    public <T> ValueType<T> of(TypeInformation<T> information) {
        if (information.isKnown()) {
            return of(information.getTypeClass());
        }
        TypeSerializer<T> serializer = information.createSerializer(SerializerConfig.of(this));
        return new CodecType<>(this, new SerializerCodec(information.getTypeClass(), serializer));
    }

    private CodecType<?> newType(Class<?> valueClass) {
        try {
            CodecType<?> type = new CodecType<>(this, codec(valueClass));
            CodecType<?> earlier = types.putIfAbsent(valueClass, type);
            return earlier != null ? earlier : type;
        } catch (CodecException e) {
            throw new TypeException(e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public ValueType<Object> typeOf(Object value) {
        return (ValueType<Object>) of(value.getClass());
    }

    @Override
    public boolean isPlain() {
        return options.serializers().isEmpty() && options.javaSerialization().isEmpty();
    }

    /** The codec of values of a class, after the whole class was inspected. */
    @Override
    public Match match(Class<?> valueClass) {
        Match match = matches.get(valueClass);
        return match != null ? match : newMatch(valueClass);
    }

    private Match newMatch(Class<?> valueClass) {
        new Inspection(builtIns, custom).check(valueClass, ClassNames.brief(valueClass));
        Match match = new Match(valueClass, make(valueClass));
        Match earlier = matches.putIfAbsent(valueClass, match);
        return earlier != null ? earlier : match;
    }

    private Codec make(Class<?> valueClass) {
        if (valueClass.isPrimitive()) {
            return codec(MethodType.methodType(valueClass).wrap().returnType());
        }
        Codec said = custom.of(valueClass).orElseGet(() -> builtIns.of(valueClass));
        if (said != null) {
            return said;
        }
        boolean open = valueClass.isInterface() || valueClass == Object.class || valueClass == Void.class;
        if (open || Modifier.isAbstract(valueClass.getModifiers())) {
            return new AnyCodec(valueClass, this);
        }
        if (Throwable.class.isAssignableFrom(valueClass)) {
            return new JavaCodec(valueClass, this);
        }
        return ObjectFields.hasState(ObjectFields.librarySuperclass(valueClass))
                ? new LibrarySubclass(valueClass, this)
                : generator.codec(new Planner(builtIns, this, custom).plan(valueClass));
    }

    Codec byTag(int tag, DataInputView in) throws IOException {
        if (tag == BuiltIns.TUPLE) {
            return tuple(in.readByte());
        }
        Codec codec = builtIns.byTag(tag);
        if (codec == null) {
            throw new IOException("No built-in type has the tag " + tag
                    + ": the data is damaged, written by a newer version, or not read from a value's start");
        }
        return codec;
    }

    private Codec tuple(int arity) throws IOException {
        if (arity < 0 || arity > Tuple.MAX_ARITY) {
            throw new IOException("A tuple of " + arity + " fields: the data is damaged");
        }
        return codec(Tuple.getTupleClass(arity));
    }

    Codec of(String className) {
        return codec(load(className));
    }

    @Override
    public Class<?> load(String className) {
        Class<?> primitive = PRIMITIVES.get(className);
        if (primitive != null) {
            return primitive;
        }
        try {
            return Class.forName(className, false, userClasses);
        } catch (ClassNotFoundException e) {
            throw new CodecException("there is no class " + className + " any more", e);
        }
    }

    @Override
    public int depthMax() {
        return options.depthMax();
    }

    Optional<FlatLayout> flat(ObjectCodec codec, Object sample) {
        return generator.flat(codec, sample);
    }

    NamedTags named() {
        return named;
    }

    TypeException explained(Object value, RuntimeException e) {
        return new Diagnosis(this, false).explain(value, e);
    }

    TypeException explainedKey(Object key, RuntimeException e) {
        return new Diagnosis(this, true).explain(key, e);
    }

    /** Damaged bytes may trip anything: an enum's name, a date, a constructor that checks its arguments. */
    static TypeException unreadable(String what, RuntimeException e) {
        return e instanceof TypeException known
                ? known
                : new TypeException(
                        what + " cannot be read: " + (e instanceof CodecException ? e.getMessage() : e.toString()), e);
    }

    @Override
    public Object copy(Object value) {
        if (value instanceof String || value instanceof Long || value == null) {
            return value;
        }
        try {
            return slot.copy(value, 0);
        } catch (CodecException e) {
            throw explained(value, e);
        }
    }

    @Override
    public int hash(Object key) {
        if (key instanceof String text) {
            return Mix.of(text);
        }
        if (key instanceof Long number) {
            return Mix.of((long) number);
        }
        if (key instanceof Integer number) {
            return Mix.of((int) number);
        }
        if (key == null) {
            throw new NullPointerException(
                    "A key is null; filter such records out before keyBy, or give them a key that"
                            + " stands for nothing, such as an empty string");
        }
        try {
            return slot.codecOf(key).hash(key);
        } catch (CodecException e) {
            throw explainedKey(key, e);
        } catch (StackOverflowError e) {
            throw new TypeException(
                    "A key of " + key.getClass().getName() + " is nested too deep to be hashed, or refers to itself",
                    e);
        }
    }

    @Override
    public boolean equal(Object left, Object right) {
        return left instanceof String ? left.equals(right) : slot.equal(left, right);
    }

    @Override
    public void requireKey(Class<?> keyClass) {
        String noKey = ((CodecType<?>) of(keyClass)).codec().noKey();
        if (noKey != null) {
            throw new TypeException(noKey);
        }
    }

    @Override
    public void writeKey(Object key, DataOutputView out) throws IOException {
        try {
            slot.write(key, out, canonical, 0);
        } catch (CodecException e) {
            throw explained(key, e);
        }
    }

    @Override
    public Object readKey(DataInputView in) throws IOException {
        try {
            return Slot.read(in, canonical);
        } catch (RuntimeException e) {
            throw unreadable("A key", e);
        }
    }

    @Override
    public Schemas newSchemas() {
        return new SchemaList(this);
    }

    @Override
    public Schemas readSchemas(DataInputView in) throws IOException {
        SchemaList list = new SchemaList(this);
        list.readMore(in);
        return list;
    }
}
