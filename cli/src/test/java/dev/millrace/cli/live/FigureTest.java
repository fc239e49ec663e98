package dev.millrace.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers in few characters. */
final class FigureTest {

    @Test
    void countsHaveTwoOrThreeDigits() {
        assertThat(Figure.count(0)).isEqualTo("0");
        assertThat(Figure.count(999)).isEqualTo("999");
        assertThat(Figure.count(999.6)).isEqualTo("1.0 k");
        assertThat(Figure.count(1_249)).isEqualTo("1.2 k");
        assertThat(Figure.count(9_960)).isEqualTo("10 k");
        assertThat(Figure.count(999_499)).isEqualTo("999 k");
        assertThat(Figure.count(999_500)).isEqualTo("1.0 M");
        assertThat(Figure.count(5e16)).isEqualTo("50000 T");
        assertThat(Figure.bytes(48_213)).isEqualTo("48 KB");
    }

    @Test
    void timesHaveTheUnitThatFits() {
        assertThat(Figure.time(-5)).isEqualTo("0 ms");
        assertThat(Figure.time(999)).isEqualTo("999 ms");
        assertThat(Figure.time(1_040)).isEqualTo("1.0 s");
        assertThat(Figure.time(119_000)).isEqualTo("119 s");
        assertThat(Figure.time(120_000)).isEqualTo("2 min");
        assertThat(Figure.time(7_200_000)).isEqualTo("2 h");
        assertThat(Figure.time(200_000_000)).isEqualTo("2 d");
        assertThat(Figure.time(100_000_000_000L)).isEqualTo("3 y");
    }

    @Test
    void onlyTheWholeIsAllOfIt() {
        assertThat(Figure.percent(0.9999)).isEqualTo("99 %");
        assertThat(Figure.percent(1)).isEqualTo("100 %");
    }

    @Test
    void oneIsSingular() {
        assertThat(Figure.counted(1, "record")).isEqualTo("1 record");
        assertThat(Figure.counted(1_234_567, "record")).isEqualTo("1,234,567 records");
    }
}
