package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.tuple.Tuple2;
import java.io.InputStream;
import java.io.Serializable;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What cannot be handled is named by the field's path, with what to do. */
class TypeErrorsTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    static class MyEvent {
        Connection connection;
    }

    static class Connection {
        Socket socket;
        String name;
    }

    record WithStreams(Map<String, List<InputStream>> streams) {}

    record Anything(Object value) {}

    static class Node {
        String name;
        Node next;
        transient Node back;
        List<Node> children = new ArrayList<>();

        Node(String name) {
            this.name = name;
        }
    }

    class Inner {
        int number;
    }

    static class Threaded extends Thread {}

    static class NoEquals {
        int id;
    }

    record KeyOf(String name, NoEquals part) {}

    static class ById {
        private long id;
        private String note;

        public long getId() {
            return id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ById that && getId() == that.getId();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    static final class ByIdWithCache extends ById {
        private transient int cache;
    }

    static class Weighted extends Tuple2<Long, Long> {
        private static final long serialVersionUID = 1;
        public double weight;
    }

    static class Growing extends ArrayList<String> {
        private static final long serialVersionUID = 1;
        int extra;
    }

    private void write(Object value) throws Exception {
        types.newSchemas().write(value, new BytesOutput());
    }

    @Test
    void aFieldOfAFieldKnownFromTheClass() {
        assertThatThrownBy(() -> types.of(MyEvent.class))
                .isInstanceOf(TypeException.class)
                .hasMessage("MyEvent.connection.socket: java.net.Socket cannot be serialized; mark it transient, or"
                        + " register a serializer");
    }

    @Test
    void typeArgumentsOfCollections() {
        assertThatThrownBy(() -> types.of(WithStreams.class))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("WithStreams.streams[][]: java.io.InputStream cannot be serialized");
    }

    @Test
    void aValueInAnOpenFieldIsFoundWhenItIsWritten() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fine", 1);
        map.put("bad", Optional.of(new Socket()));
        assertThatThrownBy(() -> write(Tuple2.of("a", new Anything(map))))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Tuple2.f1.value[1].get(): java.net.Socket cannot be serialized");
        assertThatThrownBy(() -> types.copy(Tuple2.of("a", new Anything(map))))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Tuple2.f1.value[1].get(): java.net.Socket cannot be serialized");
    }

    @Test
    void lambdas() {
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> "text";
        assertThatThrownBy(() -> write(new Anything(lambda)))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Anything.value: ")
                .hasMessageContaining("it is a lambda");
    }

    @Test
    void innerClasses() {
        assertThatThrownBy(() -> types.of(Inner.class))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("is an inner class and holds its outer object; make it static");
    }

    @Test
    void subclassesOfClosedClasses() {
        assertThatThrownBy(() -> types.of(Threaded.class)).hasMessageContaining("Threaded cannot be serialized");
        assertThatThrownBy(() -> types.of(Growing.class))
                .hasMessageContaining("it extends java.util.ArrayList, whose fields are closed");
    }

    @Test
    void aCycleNamesBothEnds() {
        Node node = new Node("a");
        node.next = new Node("b");
        node.next.children.add(node);
        node.back = node;
        assertThatThrownBy(() -> write(Tuple2.of(1, node)))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Tuple2.f1.next.children[0] is the object at Tuple2.f1 again: a cycle of")
                .hasMessageContaining("mark the back reference transient");
        assertThatThrownBy(() -> types.copy(node))
                .hasMessageStartingWith("Node.next.children[0] is the object at Node again");
    }

    @Test
    void aChainDeeperThanTheBound() {
        Node first = new Node("0");
        Node last = first;
        for (int i = 1; i < 2_000; i++) {
            last.next = new Node("" + i);
            last = last.next;
        }
        assertThatThrownBy(() -> write(first))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Node.next.next.next")
                .hasMessageContaining("nested 500 references deep")
                .hasMessageContaining("TypeOptions.withDepthMax");
    }

    @Test
    void keysWithoutEquality() {
        assertThatThrownBy(() -> types.hash(new NoEquals()))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining(
                        "NoEquals cannot be a key: it has no equals and hashCode by content; make it a record");
        assertThatThrownBy(() -> types.requireKey(NoEquals.class)).isInstanceOf(TypeException.class);
        assertThatThrownBy(() -> types.hash(Tuple2.of(1, List.of(new NoEquals()))))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Tuple2.f1[0]: ")
                .hasMessageContaining("NoEquals cannot be a key");
        assertThatThrownBy(() -> types.hash(new KeyOf("a", new NoEquals())))
                .hasMessageContaining("NoEquals cannot be a key");
        assertThatThrownBy(() -> types.hash(new StringBuilder("a")))
                .hasMessageContaining("StringBuilder cannot be a key");
    }

    @Test
    void keysWhoseEqualsLeavesFieldsOut() {
        assertThatThrownBy(() -> types.hash(new ById()))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("ById cannot be a key: its equals ignores the field note");
        assertThatThrownBy(() -> types.requireKey(ByIdWithCache.class)).hasMessageContaining("ignores the field note");
        assertThatThrownBy(() -> types.requireKey(Weighted.class)).hasMessageContaining("ignores the field weight");
        for (int arity = 0; arity <= 25; arity++) {
            types.requireKey(dev.millrace.core.tuple.Tuple.getTupleClass(arity));
        }
    }

    @Test
    void aNullKey() {
        assertThatThrownBy(() -> types.hash(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("A key is null; filter such records out before keyBy");
    }

    @Test
    void thingsWithoutOrder() {
        @SuppressWarnings("rawtypes")
        ValueType<HashMap> maps = types.of(HashMap.class);
        assertThatThrownBy(() -> maps.compare(new HashMap<>(), new HashMap<>()))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("java.util.HashMap cannot be compared");
    }
}
