package dev.millrace.core.type;

import dev.millrace.core.type.codec.ArrayCodec;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.EnumCodec;
import dev.millrace.core.type.codec.JavaCodec;
import dev.millrace.core.type.generate.FieldPlan;
import dev.millrace.core.type.generate.ObjectCodec;
import java.util.List;

/** Describes what codecs write. */
final class SchemaOf {

    private SchemaOf() {}

    static Schema codec(Codec codec) {
        String className = codec.valueClass().getName();
        if (codec instanceof ObjectCodec object) {
            return new Schema(
                    Schema.Kind.OBJECT,
                    className,
                    object.plan().fields().stream().map(SchemaOf::field).toList());
        }
        return new Schema(kind(codec), className, List.of());
    }

    private static Schema.Kind kind(Codec codec) {
        if (codec instanceof EnumCodec) {
            return Schema.Kind.ENUM;
        }
        if (codec instanceof ArrayCodec) {
            return Schema.Kind.ARRAY;
        }
        if (codec instanceof SerializerCodec) {
            return Schema.Kind.CUSTOM;
        }
        if (codec instanceof AnyCodec) {
            return Schema.Kind.ANY;
        }
        return codec instanceof JavaCodec ? Schema.Kind.JAVA : Schema.Kind.BUILT_IN;
    }

    private static Schema.Field field(FieldPlan plan) {
        if (plan.type().isPrimitive()) {
            return new Schema.Field(plan.name(), Schema.Form.PRIMITIVE, declared(Schema.Kind.BUILT_IN, plan.type()));
        }
        return plan.open()
                ? new Schema.Field(plan.name(), Schema.Form.TAGGED, declared(Schema.Kind.ANY, plan.type()))
                : new Schema.Field(plan.name(), Schema.Form.NULLABLE, codec(plan.exact()));
    }

    private static Schema declared(Schema.Kind kind, Class<?> declared) {
        return new Schema(kind, declared.getName(), List.of());
    }
}
