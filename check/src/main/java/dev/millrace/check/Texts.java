package dev.millrace.check;

/** Generators of chars and strings; shrinking goes to the empty string and to the letter a. */
final class Texts {
    private static final int LENGTH_MAX = 80;

    private Texts() {}

    static Gen<String> words(int max) {
        return letters().list(1, max).map(points -> {
            StringBuilder word = new StringBuilder();
            points.forEach(word::appendCodePoint);
            return word.toString();
        });
    }

    static Gen<String> strings(boolean withLoneSurrogates) {
        Gen<Integer> loneOrLetter = withLoneSurrogates ? surrogates() : letters();
        Gen<Integer> points = Gen.frequency(
                Gen.weighted(8, letters()),
                Gen.weighted(4, range(' ', '~')),
                Gen.weighted(2, range(0, 0x24F)),
                Gen.weighted(2, range(0, 0xFFFF).filter(Texts::isNoSurrogate)),
                Gen.weighted(2, range(Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT)),
                Gen.weighted(1, loneOrLetter));
        return points.list(0, LENGTH_MAX).map(all -> {
            StringBuilder text = new StringBuilder();
            all.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    static Gen<Character> chars() {
        return Gen.oneOf(letters(), range(0, 0xFFFF)).map(point -> (char) (int) point);
    }

    private static Gen<Integer> letters() {
        return range('a', 'z');
    }

    private static Gen<Integer> surrogates() {
        return range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    private static Gen<Integer> range(int first, int last) {
        return Gen.integers(first, last);
    }

    private static boolean isNoSurrogate(int point) {
        return point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE;
    }
}
