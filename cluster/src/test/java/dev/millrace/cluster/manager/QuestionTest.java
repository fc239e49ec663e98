package dev.millrace.cluster.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a task may take to say how it does. */
class QuestionTest {

    private final Question question = new Question();

    @Test
    void aTaskThatDoesNotAnswerIsSpokenForOnceForEachQuestion() {
        question.put(1, 1_000);
        assertThat(question.isOverdue(1_100)).isFalse();
        assertThat(question.isOverdue(1_200)).isTrue();
        assertThat(question.isOverdue(1_300)).isFalse();
        question.put(2, 5_000);
        assertThat(question.isOverdue(5_100)).isFalse();
        assertThat(question.isOverdue(5_200)).isTrue();
        assertThat(question.request()).isEqualTo(2);
        assertThat(question.silentMillis(5_200)).as("since the first question").isEqualTo(4_200);
    }

    @Test
    void anAnswerEndsTheQuestion() {
        question.put(1, 1_000);
        question.answered(1);
        assertThat(question.isOverdue(9_000)).isFalse();
        question.put(2, 9_000);
        assertThat(question.silentMillis(9_300)).isEqualTo(300);
    }

    @Test
    void anAnswerToAnEarlierQuestionShowsThatTheTaskIsThereAgain() {
        question.put(1, 1_000);
        question.put(2, 5_000);
        question.answered(1);
        assertThat(question.isOverdue(5_200)).isTrue();
        assertThat(question.silentMillis(5_200)).isEqualTo(200);
    }
}
