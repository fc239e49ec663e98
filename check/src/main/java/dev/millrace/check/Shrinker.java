package dev.millrace.check;

import java.util.Arrays;

/**
 * Finds a smaller tape on which a trial fails in the same way. A tape is smaller when it is shorter, or as long with the
 * first differing choice lower. The passes (leave choices out, zero them, lower them one by one, lower one and leave out a
 * later one, move what one has to a later one) run until none makes progress or the attempts are used up; the idea is that
 * of Hypothesis (MacIver, Donaldson: "Test-case reduction via test-case generation", ECOOP 2020). One thread owns it.
 */
final class Shrinker {
    private static final int CHUNK_MAX = 64;
    private static final int PAIR_DISTANCE_MAX = 24;

    private final Trial<?> trial;
    private final int attemptsMax;
    private int attempts;
    private Outcome.Failed best;

    Shrinker(Trial<?> trial, int attemptsMax) {
        this.trial = trial;
        this.attemptsMax = attemptsMax;
    }

    Outcome.Failed smallest(Outcome.Failed found) {
        best = found;
        boolean progress = true;
        while (progress && attempts < attemptsMax) {
            long[] before = best.tape();
            leaveOutChunks();
            zeroChunks();
            lowerEach();
            lowerOneAndLeaveOutAnother();
            moveBetweenTwo();
            progress = best.tape() != before;
        }
        return best;
    }

    int attempts() {
        return attempts;
    }

    private void leaveOutChunks() {
        for (int chunk = CHUNK_MAX; chunk >= 1; chunk = chunk > 4 ? chunk / 2 : chunk - 1) {
            int start = best.tape().length - chunk;
            while (start >= 0 && attempts < attemptsMax) {
                boolean taken = accepts(without(best.tape(), start, chunk));
                start = taken ? Math.min(start, best.tape().length) - chunk : start - 1;
            }
        }
    }

    private void zeroChunks() {
        for (int chunk = CHUNK_MAX; chunk >= 2; chunk /= 2) {
            for (int start = 0; start + chunk <= best.tape().length; start += chunk) {
                long[] candidate = best.tape().clone();
                Arrays.fill(candidate, start, start + chunk, 0);
                accepts(candidate);
            }
        }
    }

    private void lowerEach() {
        for (int i = 0; i < best.tape().length && attempts < attemptsMax; i++) {
            lower(i);
        }
    }

    /** Halves the distance between the highest value known to be too low and the lowest known to fail. */
    private void lower(int index) {
        if (best.tape()[index] == 0 || accepts(with(best.tape(), index, 0))) {
            return;
        }
        long tooLow = 0;
        while (index < best.tape().length && tooLow + 1 < best.tape()[index] && attempts < attemptsMax) {
            long middle = tooLow + (best.tape()[index] - tooLow) / 2;
            if (!accepts(with(best.tape(), index, middle))) {
                tooLow = middle;
            }
        }
    }

    private void lowerOneAndLeaveOutAnother() {
        for (int i = 0; i < best.tape().length; i++) {
            for (int distance = 1; distance <= PAIR_DISTANCE_MAX; distance++) {
                int other = i + distance;
                if (other < best.tape().length && best.tape()[i] > 0) {
                    long[] lowered = with(best.tape(), i, best.tape()[i] - 1);
                    accepts(without(lowered, other, 1));
                }
            }
        }
    }

    /** For laws on sums: takes as much as possible from a choice and gives it to a later one. */
    private void moveBetweenTwo() {
        for (int i = 0; i < best.tape().length; i++) {
            for (int distance = 1; distance <= PAIR_DISTANCE_MAX && i + distance < best.tape().length; distance++) {
                move(i, i + distance);
            }
        }
    }

    private void move(int from, int to) {
        for (long amount = best.tape()[from]; amount > 0 && attempts < attemptsMax; amount /= 2) {
            long[] candidate = with(best.tape(), from, best.tape()[from] - amount);
            candidate[to] = Math.max(candidate[to], candidate[to] + amount);
            if (accepts(candidate)) {
                return;
            }
        }
    }

    private boolean accepts(long[] candidate) {
        if (attempts >= attemptsMax || !isSmaller(candidate, best.tape())) {
            return false;
        }
        attempts++;
        Outcome outcome = trial.run(Choices.replayed(candidate));
        if (outcome instanceof Outcome.Failed failed && failed.isLike(best) && isSmaller(failed.tape(), best.tape())) {
            best = failed;
            return true;
        }
        return false;
    }

    private static boolean isSmaller(long[] candidate, long[] than) {
        return candidate.length != than.length ? candidate.length < than.length : Arrays.compare(candidate, than) < 0;
    }

    private static long[] with(long[] tape, int index, long choice) {
        long[] changed = tape.clone();
        changed[index] = choice;
        return changed;
    }

    private static long[] without(long[] tape, int start, int count) {
        long[] shorter = new long[tape.length - count];
        System.arraycopy(tape, 0, shorter, 0, start);
        System.arraycopy(tape, start + count, shorter, start, tape.length - start - count);
        return shorter;
    }
}
