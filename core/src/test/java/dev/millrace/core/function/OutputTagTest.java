package dev.millrace.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutputTagTest {

    @Test
    void tagsAreEqualWhenTheirIdsAre() {
        assertThat(new OutputTag<String>("late")).isEqualTo(new OutputTag<Integer>("late") {});
        assertThat(new OutputTag<String>("late")).isNotEqualTo(new OutputTag<String>("early"));
    }

    @Test
    void anAnonymousTagKnowsItsType() {
        assertThat(new OutputTag<String>("late") {}.getTypeInfo().getTypeClass())
                .isEqualTo(String.class);
        assertThat(new OutputTag<String>("late").getTypeInfo()).isNull();
    }

    @Test
    void anEmptyIdIsRefused() {
        assertThatThrownBy(() -> new OutputTag<String>("")).hasMessageContaining("id");
    }
}
