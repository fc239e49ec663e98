package dev.millrace.core.closure;

import dev.millrace.core.closure.ReachedCode.Call;
import dev.millrace.core.closure.ResultCode.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where a method has from what it returns and what it collects. It looks at the one instruction before: a result that was made
 * there has been nowhere else, as every other way of it would need an instruction between.
 *
 * <p>A collector must stay in sight: each place that reads the parameter has to be matched by one that calls it, or hands it
 * to a method or a lambda that can be read too.
 */
final class ResultMethod extends MethodVisitor {
    private static final String COLLECTOR = "dev/millrace/core/function/Collector";
    private static final String COLLECTOR_TYPE = "L" + COLLECTOR + ";";
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final int access;
    private final Set<Integer> collectors = new HashSet<>();
    private final List<Origin> returned = new ArrayList<>();
    private final List<Origin> collected = new ArrayList<>();
    private final List<Call> followed = new ArrayList<>();
    private boolean returnsUnknown;
    private boolean collectsUnknown;
    private int collectorLoads;
    private int collectorUses;

    private Origin last;
    private boolean afterCollectorLoad;
    private boolean afterNew;
    private boolean afterThis;
    private boolean afterLabel;
    private int unfinished;
    /** Of a constructor: the one it begins with, and whether the object may have got anywhere else. */
    private Call before;

    private boolean leaks;

    ResultMethod(int access, String descriptor) {
        super(Opcodes.ASM9);
        this.access = access;
        this.returnsUnknown = (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) != 0;
        this.collectsUnknown = returnsUnknown;
        int slot = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            if (argument.getDescriptor().equals(COLLECTOR_TYPE)) {
                collectors.add(slot);
            }
            slot += argument.getSize();
        }
    }

    boolean isBridge() {
        return (access & Opcodes.ACC_BRIDGE) != 0;
    }

    boolean cannotBeOverridden() {
        return (access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
    }

    /** Where returned values come from, or null when one comes from somewhere else. */
    List<Origin> returned() {
        return returnsUnknown ? null : returned;
    }

    /** Where collected values come from, or null when one comes from somewhere else or a collector goes out of sight. */
    List<Origin> collected() {
        return collectsUnknown || collectorLoads != collectorUses ? null : collected;
    }

    /** Of a constructor: the one that it begins with; null when the object may be known elsewhere once it has run. */
    Call before() {
        return leaks ? null : before;
    }

    /** Methods that are given the collector. */
    List<Call> followed() {
        return followed;
    }

    private void next() {
        last = null;
        afterThis = false;
        afterLabel = false;
        afterCollectorLoad = false;
        afterNew = false;
    }

    private static int collectors(String descriptor) {
        int count = 0;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            count += argument.getDescriptor().equals(COLLECTOR_TYPE) ? 1 : 0;
        }
        return count;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
            if (last == null) {
                returnsUnknown = true;
            } else {
                returned.add(last);
            }
        }
        collectsUnknown |= afterCollectorLoad && opcode >= Opcodes.DUP && opcode <= Opcodes.SWAP;
        unfinished += afterNew && opcode == Opcodes.DUP ? 1 : 0;
        leaks |= opcode == Opcodes.AASTORE || opcode == Opcodes.MONITORENTER || afterThis && opcode >= Opcodes.DUP;
        next();
        if (opcode == Opcodes.ACONST_NULL) {
            last = Origin.CONSTANT;
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        leaks |= afterThis && opcode == Opcodes.ASTORE;
        next();
        afterThis = slot == 0 && opcode == Opcodes.ALOAD;
        if (collectors.contains(slot)) {
            collectsUnknown |= opcode != Opcodes.ALOAD;
            collectorLoads++;
            afterCollectorLoad = true;
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.CHECKCAST) {
            collectsUnknown |= type.equals(COLLECTOR) || afterCollectorLoad;
            return;
        }
        next();
        afterNew = opcode == Opcodes.NEW;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        collectsUnknown |= descriptor.equals(COLLECTOR_TYPE);
        boolean puts = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        leaks |= puts && (afterThis || afterLabel) && Type.getType(descriptor).getSort() >= Type.ARRAY;
        next();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        boolean exact = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
        Call call = new Call(exact ? Call.Kind.EXACT : Call.Kind.BY_OBJECT, owner, name, descriptor);
        if (owner.equals(COLLECTOR)) {
            collectorUses++;
            if (last == null || !name.equals("collect")) {
                collectsUnknown = true;
            } else {
                collected.add(last);
            }
        }
        int handedOn = collectors(descriptor);
        if (handedOn > 0) {
            collectorUses += handedOn;
            followed.add(call);
        }
        collectsUnknown |= Type.getReturnType(descriptor).getDescriptor().equals(COLLECTOR_TYPE);
        boolean made = name.equals("<init>") && unfinished > 0;
        if (name.equals("<init>") && !made && before == null) {
            before = call;
        } else {
            leaks |= !ReachedCode.isTrusted(call);
        }
        unfinished -= made ? 1 : 0;
        next();
        if (ReachedCode.isConstant(Type.getReturnType(descriptor))) {
            last = name.equals("<init>") ? null : Origin.CONSTANT;
        } else if (opcode != Opcodes.INVOKEINTERFACE) {
            last = new Origin(call);
        }
        if (name.equals("<init>")) {
            last = made ? new Origin(call) : null;
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        leaks = true;
        int captured = collectors(descriptor);
        if (captured > 0) {
            collectorUses += captured;
            boolean lambda = bootstrap.getOwner().equals(LAMBDAS)
                    && arguments.length > 1
                    && arguments[1] instanceof Handle
                    && !((Handle) arguments[1]).getOwner().equals(COLLECTOR);
            if (lambda) {
                Handle code = (Handle) arguments[1];
                followed.add(new Call(Call.Kind.EXACT, code.getOwner(), code.getName(), code.getDesc()));
            } else {
                collectsUnknown = true;
            }
        }
        next();
        if (ReachedCode.isConstant(Type.getReturnType(descriptor))) {
            last = Origin.CONSTANT;
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        next();
        if (value instanceof String) {
            last = Origin.CONSTANT;
        }
    }

    @Override
    public void visitLabel(Label label) {
        next(); // whatever jumps here may bring another value
        afterLabel = true;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        next();
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        next();
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        next();
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        next();
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        next();
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        next();
    }
}
