package dev.millrace.state.contract;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.SerializerConfig;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.io.IOException;

/** A user's own type information: strings written backwards. */
final class ReversedTextInfo extends TypeInformation<String> {

    private static final long serialVersionUID = 1;

    @Override
    public boolean isBasicType() {
        return true;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<String> getTypeClass() {
        return String.class;
    }

    @Override
    public boolean isKeyType() {
        return true;
    }

    @Override
    public TypeSerializer<String> createSerializer(SerializerConfig config) {
        return new Reversed();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ReversedTextInfo;
    }

    @Override
    public boolean equals(Object other) {
        return canEqual(other);
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "reversed text";
    }

    private static final class Reversed extends TypeSerializer<String> {

        private static final long serialVersionUID = 1;

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public TypeSerializer<String> duplicate() {
            return this;
        }

        @Override
        public String createInstance() {
            return "";
        }

        @Override
        public String copy(String from) {
            return from;
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(String record, DataOutputView target) throws IOException {
            target.writeText(new StringBuilder(record).reverse().toString());
        }

        @Override
        public String deserialize(DataInputView source) throws IOException {
            return new StringBuilder(source.readText()).reverse().toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reversed;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
