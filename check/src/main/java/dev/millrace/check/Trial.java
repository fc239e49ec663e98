package dev.millrace.check;

/** A property with the generator of its values: runs single cases. */
record Trial<T>(Gen<T> generator, Property<? super T> property) {
    Outcome run(Choices choices) {
        try {
            property.check(generator.generate(choices));
            return new Outcome.Held();
        } catch (DiscardedCase e) {
            return new Outcome.Discarded();
        } catch (StackOverflowError e) {
            return new Outcome.Failed(choices.made(), e);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return new Outcome.Failed(choices.made(), e);
        }
    }

    T value(long[] tape) {
        return generator.generate(Choices.replayed(tape));
    }
}
