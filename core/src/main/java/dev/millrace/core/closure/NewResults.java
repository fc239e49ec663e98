package dev.millrace.core.closure;

import dev.millrace.core.closure.ReachedCode.Call;
import dev.millrace.core.closure.ResultCode.Origin;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds functions whose results are objects that were made for them and that nobody else has, though what these refer to may
 * be shared: a copy is needed only of results that refer to something that can change. The functions may otherwise do what
 * they like.
 *
 * <p>This is a proof from byte code, and where it finds none it says no.
 */
public final class NewResults {
    /** How far factories may lead to factories. */
    private static final int DEPTH_MAX = 8;

    private static final int METHODS_MAX = 100;

    private final ClassLoader loader;
    private final Map<String, Optional<ResultCode>> classes = new HashMap<>();

    private NewResults(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Whether the function returns such objects, or constants.
     *
     * @param method the name of the one method that is called on it
     */
    public static boolean isReturnedBy(Object function, String method) {
        return test(function, method, NewResults::returnsNew);
    }

    /** Whether the function gives such objects, or constants, to its collector. */
    public static boolean isCollectedBy(Object function, String method) {
        return test(function, method, NewResults::collectsNew);
    }

    private interface Test {
        boolean holds(NewResults results, ResultMethod method);
    }

    private static boolean test(Object function, String method, Test test) {
        Class<?> type = function.getClass();
        if (type.getClassLoader() == null) {
            return false;
        }
        NewResults results = new NewResults(type.getClassLoader());
        SerializedLambda lambda = Lambdas.of(function);
        if (lambda != null) {
            ResultMethod code = results.code(lambda.getImplClass())
                    .map(known -> known.method(lambda.getImplMethodName(), lambda.getImplMethodSignature()))
                    .orElse(null);
            return code != null && code.cannotBeOverridden() && test.holds(results, code);
        }
        List<ResultMethod> written = results.code(type.getName().replace('.', '/'))
                .map(known -> known.written(method))
                .orElse(List.of());
        return !written.isEmpty() && written.stream().allMatch(code -> test.holds(results, code));
    }

    private boolean returnsNew(ResultMethod method) {
        return returnsNew(method, 0);
    }

    private boolean returnsNew(ResultMethod method, int depth) {
        return areNew(method.returned(), depth);
    }

    private boolean areNew(List<Origin> origins, int depth) {
        return origins != null && origins.stream().allMatch(origin -> isNew(origin, depth));
    }

    private boolean isNew(Origin origin, int depth) {
        Call call = origin.call();
        if (call == null) {
            return true;
        }
        if (call.name().equals("<init>")) {
            return keepsToItself(call);
        }
        ResultMethod method = find(call);
        return depth < DEPTH_MAX && method != null && returnsNew(method, depth + 1);
    }

    /** Whether a constructor, and those before it, tell nobody of the object. */
    private boolean keepsToItself(Call constructor) {
        Call call = constructor;
        while (call != null
                && !call.owner().equals("java/lang/Object")
                && !call.owner().equals("java/lang/Record")) {
            ResultMethod method = find(call);
            call = method == null ? null : method.before();
        }
        return call != null;
    }

    private boolean collectsNew(ResultMethod start) {
        Deque<ResultMethod> open = new ArrayDeque<>(List.of(start));
        Set<Call> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ResultMethod method = open.poll();
            if (!areNew(method.collected(), 0)) {
                return false;
            }
            for (Call call : method.followed()) {
                if (seen.add(call)) {
                    ResultMethod next = find(call);
                    if (next == null || seen.size() > METHODS_MAX) {
                        return false;
                    }
                    open.add(next);
                }
            }
        }
        return true;
    }

    /** The code that a call runs for certain, or null. */
    private ResultMethod find(Call call) {
        String owner = call.owner();
        while (owner != null && !owner.startsWith("java/") && !owner.startsWith("[")) {
            ResultCode code = code(owner).orElse(null);
            ResultMethod method = code == null ? null : code.method(call.name(), call.descriptor());
            if (method != null) {
                boolean certain = call.kind() == Call.Kind.EXACT
                        || method.cannotBeOverridden()
                        || code(call.owner()).map(ResultCode::isFinal).orElse(false);
                return certain ? method : null;
            }
            owner = code == null ? null : code.superclass();
        }
        return null;
    }

    private Optional<ResultCode> code(String name) {
        return classes.computeIfAbsent(name, absent -> ResultCode.read(absent, loader));
    }
}
