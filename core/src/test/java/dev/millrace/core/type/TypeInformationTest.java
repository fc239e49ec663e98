package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types may be said in the known ways; they are equal when they say the same. */
class TypeInformationTest {

    static class Edge<V> extends Tuple3<Long, Long, V> {
        private static final long serialVersionUID = 1;
    }

    static class Pojo {
        public int a;
        public String b;
    }

    @Test
    void hintsClassesAndNamesSayTheSame() {
        TypeInformation<Tuple2<String, Long>> hinted = TypeInformation.of(new TypeHint<Tuple2<String, Long>>() {});
        assertThat(hinted).isEqualTo(Types.TUPLE(Types.STRING, Types.LONG)).hasToString("Java Tuple2<String, Long>");
        assertThat(hinted.isTupleType()).isTrue();
        assertThat(hinted.getArity()).isEqualTo(2);
        assertThat(hinted.getTypeClass()).isEqualTo(Tuple2.class);
        assertThat(((TupleTypeInfo<?>) hinted).getTypeAt(1)).isEqualTo(BasicTypeInfo.LONG_TYPE_INFO);
        assertThat(hinted.getGenericParameters()).containsEntry("T0", Types.STRING);
        assertThat(new TupleTypeInfo<>(hinted, Types.INT).getTotalFields()).isEqualTo(3);
        assertThat(TypeInformation.of(int.class)).isSameAs(Types.INT);
        assertThat(TypeInformation.of(String.class).isBasicType()).isTrue();
        assertThat(Types.LIST(Types.STRING)).isEqualTo(TypeInformation.of(new TypeHint<List<String>>() {}));
        assertThat(Types.MAP(Types.STRING, Types.INT)).isNotEqualTo(Types.MAP(Types.STRING, Types.LONG));
        assertThat(TypeExtractor.createTypeInfo(Map.class)).hasToString("java.util.Map");
    }

    @Test
    void otherShapes() {
        assertThat(TypeInformation.of(Edge.class).getArity()).isEqualTo(3);
        assertThat(TypeInformation.of(Pojo.class).getArity()).isEqualTo(2);
        assertThat(Types.PRIMITIVE_ARRAY(Types.INT).getTypeClass()).isEqualTo(int[].class);
        assertThat(Types.OBJECT_ARRAY(Types.STRING).getTypeClass()).isEqualTo(String[].class);
        assertThat(Types.ROW_NAMED(new String[] {"a"}, Types.INT)).hasToString("Row(a: Integer)");
        assertThat(TypeInformation.of(new TypeHint<Tuple2<String, ? extends Number>[]>() {}))
                .hasToString("dev.millrace.core.tuple.Tuple2[]");
        assertThatThrownBy(() -> Types.PRIMITIVE_ARRAY(Types.STRING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TypeHint() {})
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("type argument");
    }

    @Test
    void informationTravels() throws Exception {
        TypeInformation<?> information = Types.TUPLE(Types.STRING, Types.LIST(Types.POJO(Pojo.class)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(information);
        }
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read).isEqualTo(information).hasSameHashCodeAs(information);
    }
}
