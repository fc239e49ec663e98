package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import dev.millrace.core.type.elsewhere.Parent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Classes as people write them, of every visibility, are written, read and copied by generated code. */
class UserClassesTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    private static final class Secret {
        private final int number;
        private final String text;
        private transient int cache = 7;

        private Secret(int number, String text) {
            this.number = number;
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret that && number == that.number && Objects.equals(text, that.text);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    public static class Pojo {
        public boolean flag;
        public byte small;
        public short medium;
        public char letter;
        public int number;
        public long big;
        public float real;
        public double precise;
        public String text;
        public Long boxed;
        public int[] numbers;
        public List<String> words = new ArrayList<>();
        public Object anything;
        public Pojo next;
        static int created;

        public Pojo() {
            created++;
        }
    }

    record Point(int x, int y) {}

    private record Named<T>(String name, T value, List<? extends T> more) {}

    sealed interface Shape permits Circle, Square {}

    record Circle(Point center, double radius) implements Shape {}

    record Square(Point corner, double side) implements Shape {}

    enum Color {
        RED,
        GREEN {
            @Override
            String mood() {
                return "calm";
            }
        };

        String mood() {
            return "excited";
        }
    }

    record Drawing(Shape shape, Color color, Point at, Shape[] others) {}

    static final class Child extends Parent {
        private final String own;

        Child(String secret, int hidden, String own) {
            super(secret, hidden);
            this.own = own;
        }

        @Override
        public String describe() {
            return super.describe() + own;
        }
    }

    static final class Tree {
        private final String name;
        private Tree left;
        private Tree right;

        Tree(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name + "(" + left + "," + right + ")";
        }
    }

    static class Edge extends Tuple3<Long, Long, Double> {
        private static final long serialVersionUID = 1;

        public Edge() {}

        Edge(long from, long to, double weight) {
            super(from, to, weight);
        }
    }

    @Test
    void aPrivateClassWithoutDefaultConstructor() throws IOException {
        Secret read = again(new Secret(5, "five"));
        assertThat(read.number).isEqualTo(5);
        assertThat(read.text).isEqualTo("five");
        assertThat(read.cache).isZero();
    }

    @Test
    void aPojoWithFieldsOfEveryKind() throws IOException {
        Pojo pojo = new Pojo();
        pojo.flag = true;
        pojo.small = -3;
        pojo.medium = 300;
        pojo.letter = 'ß';
        pojo.number = Integer.MIN_VALUE;
        pojo.big = Long.MAX_VALUE;
        pojo.real = 1.5f;
        pojo.precise = 0.1;
        pojo.text = "text ☃";
        pojo.boxed = null;
        pojo.numbers = new int[] {1, 2, 3};
        pojo.words.add("word");
        pojo.anything = Map.of("k", Optional.of(new Point(1, 2)));
        pojo.next = new Pojo();
        Pojo read = again(pojo);
        assertThat(read).usingRecursiveComparison().isEqualTo(pojo);
        assertThat(read.words).isNotSameAs(pojo.words);
        assertThat(types.copy(pojo))
                .isNotSameAs(pojo)
                .usingRecursiveComparison()
                .isEqualTo(pojo);
    }

    @Test
    void recordsAlsoGenericAndPrivateOnes() throws IOException {
        Named<Object> named = new Named<>("n", new Point(3, 4), List.of("a", 1L));
        assertThat(again(named)).isEqualTo(named);
        assertThat(types.copy(named)).isSameAs(named);
    }

    @Test
    void aLocalRecord() throws IOException {
        record Local(int a, String b) {}
        assertThat(again(new Local(1, "b"))).isEqualTo(new Local(1, "b"));
        assertThat(types.of(Local.class).immutable()).isTrue();
    }

    @Test
    void sealedTypesEnumsAndArrays() throws IOException {
        Drawing drawing = new Drawing(new Circle(new Point(1, 2), 3), Color.GREEN, null, new Shape[] {
            new Square(new Point(0, 0), 1), null
        });
        Drawing read = again(drawing);
        assertThat(read).usingRecursiveComparison().isEqualTo(drawing);
        assertThat(read.color().mood()).isEqualTo("calm");
        assertThat(types.of(Circle.class).immutable()).isTrue();
        assertThat(types.of(Drawing.class).immutable()).isFalse();
    }

    @Test
    void inheritedFieldsOfOtherPackages() throws IOException {
        Child child = new Child("secret", 9, "own");
        assertThat(again(child).describe()).isEqualTo(child.describe()).isEqualTo("secret900.0innerown");
    }

    @Test
    void aTreeOfItsOwnClass() throws IOException {
        Tree tree = new Tree("root");
        tree.left = new Tree("l");
        tree.left.right = new Tree("lr");
        assertThat(again(tree)).hasToString(tree.toString());
        assertThat(types.copy(tree)).isNotSameAs(tree).hasToString(tree.toString());
    }

    @Test
    void tuplesAndTheirSubclasses() throws IOException {
        Tuple2<String, int[]> tuple = Tuple2.of("a", new int[] {1});
        Tuple2<String, int[]> copy = again(tuple);
        assertThat(copy.f0).isEqualTo("a");
        assertThat(copy.f1).containsExactly(1);
        Edge edge = again(new Edge(1, 2, 0.5));
        assertThat(edge).isInstanceOf(Edge.class).isEqualTo(new Edge(1, 2, 0.5));
        assertThat(types.hash(edge)).isEqualTo(types.hash(Tuple3.of(1L, 2L, 0.5)));
    }

    @Test
    void thePrivateClassIsAKeyByItsFields() {
        assertThat(types.hash(new Secret(1, "a"))).isEqualTo(types.hash(new Secret(1, "a")));
        assertThat(types.hash(new Secret(1, "a"))).isNotEqualTo(types.hash(new Secret(2, "a")));
    }

    @SuppressWarnings("unchecked")
    private <T> T again(T value) throws IOException {
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        BytesOutput list = new BytesOutput();
        schemas.writeTo(list);
        Schemas read = types.readSchemas(new BytesInput(list.toByteArray()));
        BytesInput in = new BytesInput(out.toByteArray());
        T result = (T) read.read(in);
        assertThat(in.remaining()).isZero();
        BytesOutput alone = new BytesOutput();
        ValueType<T> type = (ValueType<T>) types.of(value.getClass());
        type.write(value, alone);
        BytesInput aloneIn = new BytesInput(alone.toByteArray());
        assertThat(types.equal(type.read(aloneIn), value)).isTrue();
        assertThat(aloneIn.remaining()).isZero();
        return result;
    }
}
