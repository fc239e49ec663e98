package dev.millrace.runtime.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainOutputTest {
    private final List<Long> heard = new ArrayList<>();
    private final ChainOutput output = new ChainOutput(
            "op",
            new Target() {
                @Override
                public void onRecord(Object value, long timestamp) {}

                @Override
                public void onWatermark(long timestamp) {
                    heard.add(timestamp);
                }

                @Override
                public void onIdle(boolean idle) {}
            },
            Map.of(),
            null,
            null,
            new Brake());

    @Test
    void theWatermarkOfASnapshotIsSaidAgainOnce() {
        output.restore(7);
        output.repeat();
        output.repeat();
        output.watermark(7);
        output.watermark(8);
        assertThat(heard).containsExactly(7L, 8L);
    }

    @Test
    void aWatermarkThatWasDueInTheSnapshotIsNotSaidTwice() {
        output.restore(7);
        output.watermark(9);
        output.repeat();
        assertThat(heard).containsExactly(9L);
    }

    @Test
    void afterTheEndOfTheDataNoWatermarkIsSaid() {
        output.watermark(7);
        output.end();
        output.watermark(8);
        assertThat(heard).containsExactly(7L);
    }

    @Test
    void whatHasSaidNoWatermarkRepeatsNone() {
        output.restore(Long.MIN_VALUE);
        output.repeat();
        assertThat(heard).isEmpty();
    }
}
