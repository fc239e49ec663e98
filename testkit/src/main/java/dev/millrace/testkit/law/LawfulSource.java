package dev.millrace.testkit.law;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A source whose readers and enumerators are watched. */
final class LawfulSource<T, SplitT extends SourceSplit, StateT> implements Source<T, SplitT, StateT> {
    private static final long serialVersionUID = 1;

    private final Source<T, SplitT, StateT> source;
    private final String name;

    LawfulSource(Source<T, SplitT, StateT> source, String name) {
        this.source = source;
        this.name = name;
    }

    @Override
    public Boundedness getBoundedness() {
        return source.getBoundedness();
    }

    @Override
    @SuppressWarnings("unchecked") // the proxy is an enumerator of the same types
    public SplitEnumerator<SplitT, StateT> createEnumerator(SplitEnumeratorContext<SplitT> context) throws Exception {
        return watched(
                SplitEnumerator.class, source.createEnumerator(context), new CallLaws(name + " enumerator", false));
    }

    @Override
    @SuppressWarnings("unchecked") // the proxy is an enumerator of the same types
    public SplitEnumerator<SplitT, StateT> restoreEnumerator(SplitEnumeratorContext<SplitT> context, StateT checkpoint)
            throws Exception {
        SplitEnumerator<SplitT, StateT> restored = source.restoreEnumerator(context, checkpoint);
        return watched(SplitEnumerator.class, restored, new CallLaws(name + " enumerator", false));
    }

    @Override
    @SuppressWarnings("unchecked") // the proxy is a reader of the same types
    public SourceReader<T, SplitT> createReader(SourceReaderContext context) throws Exception {
        CallLaws laws = new CallLaws(name + " reader " + context.getIndexOfSubtask(), true);
        return watched(SourceReader.class, source.createReader(context), laws);
    }

    private static <E> E watched(Class<E> kind, E made, CallLaws laws) {
        return kind.cast(Proxy.newProxyInstance(
                LawfulSource.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    laws.before(method.getName());
                    Object answer = invoke(method, made, arguments);
                    laws.after(method.getName(), answer);
                    return answer;
                }));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public SimpleVersionedSerializer<SplitT> getSplitSerializer() {
        return source.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<StateT> getEnumeratorCheckpointSerializer() {
        return source.getEnumeratorCheckpointSerializer();
    }
}
