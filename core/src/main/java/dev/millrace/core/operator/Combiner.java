package dev.millrace.core.operator;

import dev.millrace.core.function.KeySelector;
import java.io.Serializable;

/**
 * An operator that may stand before the exchange which brings another one its records by key, and makes fewer of them. It
 * has neither keys nor state: what it holds back it emits before each barrier, watermark or idleness that it passes on, and
 * before the end.
 *
 * @param factory makes the operator that combines
 * @param key the key of what it emits
 */
public record Combiner(OperatorFactory<?, ?> factory, KeySelector<?, ?> key) implements Serializable {}
