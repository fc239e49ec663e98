package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Objects;

/**
 * A value of one of two classes.
 *
 * @param <L> the left value
 * @param <R> the right value
 */
@ModelApi
public abstract sealed class Either<L, R> implements Serializable {

    private static final long serialVersionUID = 1;

    private Either() {}

    /** The one with a left value. */
    public static <L, R> Either<L, R> Left(L value) {
        return new Left<>(value);
    }

    /** The one with a right value. */
    public static <L, R> Either<L, R> Right(R value) {
        return new Right<>(value);
    }

    /** The left value; fails on a right one. */
    public abstract L left();

    /** The right value; fails on a left one. */
    public abstract R right();

    /** Whether there is a left value. */
    public final boolean isLeft() {
        return this instanceof Left;
    }

    /** Whether there is a right value. */
    public final boolean isRight() {
        return this instanceof Right;
    }

    /** With a left value. */
    public static final class Left<L, R> extends Either<L, R> {

        private static final long serialVersionUID = 1;

        private final L value;

        public Left(L value) {
            this.value = Objects.requireNonNull(value, "value");
        }

        @Override
        public L left() {
            return value;
        }

        @Override
        public R right() {
            throw new IllegalStateException("This is Left(" + value + "), it has no right value");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Left<?, ?> that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return "Left(" + value + ")";
        }
    }

    /** With a right value. */
    public static final class Right<L, R> extends Either<L, R> {

        private static final long serialVersionUID = 1;

        private final R value;

        public Right(R value) {
            this.value = Objects.requireNonNull(value, "value");
        }

        @Override
        public L left() {
            throw new IllegalStateException("This is Right(" + value + "), it has no left value");
        }

        @Override
        public R right() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Right<?, ?> that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return ~value.hashCode();
        }

        @Override
        public String toString() {
            return "Right(" + value + ")";
        }
    }
}
