package dev.millrace.check;

/** Generators of numbers; the bounds and the known trouble-makers come often, shrinking goes to zero. */
final class Numbers {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        9_007_199_254_740_993.0,
        0.1
    };

    private Numbers() {}

    static Gen<Long> longs(long min, long max) {
        if (min > max) {
            throw new IllegalArgumentException("no number lies from " + min + " to " + max + "; swap the bounds");
        }
        if (min >= 0) {
            return choices -> min + choices.edgeUpTo(max - min);
        }
        if (max < 0) {
            return choices -> max - choices.edgeUpTo(max - min);
        }
        return choices -> choices.upTo(1) == 0 ? choices.edgeUpTo(max) : -1 - choices.edgeUpTo(-1 - min);
    }

    static Gen<Double> doubles() {
        Gen<Long> small = longs(-1000, 1000);
        Gen<Long> bits = longs(Long.MIN_VALUE, Long.MAX_VALUE);
        return choices -> switch ((int) choices.upTo(3)) {
            case 0 -> (double) small.generate(choices);
            case 1 -> SPECIAL[(int) choices.upTo(SPECIAL.length - 1L)];
            case 2 -> small.generate(choices) / (1.0 + choices.upTo(999));
            default -> Double.longBitsToDouble(bits.generate(choices));
        };
    }

    static Gen<Float> floats() {
        Gen<Double> wide = doubles();
        Gen<Long> bits = longs(Integer.MIN_VALUE, Integer.MAX_VALUE);
        return choices -> choices.upTo(3) < 3
                ? wide.generate(choices).floatValue()
                : Float.intBitsToFloat(bits.generate(choices).intValue());
    }
}
