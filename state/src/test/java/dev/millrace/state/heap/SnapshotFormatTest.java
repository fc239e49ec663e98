package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes that the heap store writes: what was written once is read for ever. */
final class SnapshotFormatTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 0);
    private static final String HEADER = "010100040a636f756e74050a76616c756500086c69737401066d617002";
    private static final String GROUP =
            "010101026b01010a0000000000000000000501010501000102760101150201000700000000000000"
                    + "0107000000000000000201010d01010001026101000600000001010101026b01000000000000000000000900";

    private static KeyedStore open(StoredKeyGroups... restored) throws Exception {
        TypeSystem types = TypeSystem.create(SnapshotFormatTest.class.getClassLoader());
        return new HeapStateBackend().open(new StateSpec("op", RANGE, 1, types, new FreeMemory(), List.of(restored)));
    }

    private static KeyedStore filled() throws Exception {
        KeyedStore store = open();
        store.state().useKey("k");
        store.state().longCell("count").set(5);
        ValueState<String> value = store.state().value(new ValueStateDescriptor<>("value"));
        value.update("v");
        ListState<Long> list = store.state().list(new ListStateDescriptor<>("list"));
        list.add(1L);
        list.add(2L);
        MapState<String, Integer> map = store.state().map(new MapStateDescriptor<>("map"));
        map.put("a", 1);
        store.timers(Timer.Domain.EVENT_TIME).add(null, 9);
        return store;
    }

    @Test
    void theBytesAreFixed() throws Exception {
        SnapshotBytes bytes = SnapshotBytes.of(filled().freeze(1), RANGE);
        assertThat(hex(bytes.stored().header())).isEqualTo(HEADER);
        assertThat(hex(bytes.stored().group(0))).isEqualTo(GROUP);
    }

    private static String hex(DataInputView in) throws Exception {
        byte[] bytes = new byte[((BytesInput) in).remaining()];
        in.readFully(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void whatWasWrittenOnceIsRead() throws Exception {
        KeyedStore store =
                open(stored(HexFormat.of().parseHex(HEADER), HexFormat.of().parseHex(GROUP)));
        store.state().useKey("k");
        assertThat(store.state().longCell("count").get(0)).isEqualTo(5);
        assertThat(store.state()
                        .<String>value(new ValueStateDescriptor<>("value"))
                        .value())
                .isEqualTo("v");
        assertThat(store.state().<Long>list(new ListStateDescriptor<>("list")).get())
                .containsExactly(1L, 2L);
        assertThat(store.state()
                        .<String, Integer>map(new MapStateDescriptor<>("map"))
                        .get("a"))
                .isEqualTo(1);
        assertThat(store.timers(Timer.Domain.EVENT_TIME).poll(9).key()).isEqualTo("k");
    }

    private static StoredKeyGroups stored(byte[] header, byte[] group) {
        return new StoredKeyGroups() {
            @Override
            public KeyGroupRange keyGroups() {
                return RANGE;
            }

            @Override
            public DataInputView header() {
                return new BytesInput(header);
            }

            @Override
            public DataInputView group(int keyGroup) {
                return new BytesInput(group);
            }
        };
    }

    @Test
    void anotherFormatIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> open(stored(new byte[] {9}, new byte[0])))
                .hasMessageContaining("format 9")
                .hasMessageContaining("format 1");
    }

    @Test
    void closingAFrozenStateUnwrittenIsFine() throws Exception {
        FrozenState frozen = filled().freeze(1);
        frozen.close();
        frozen.close();
    }
}
