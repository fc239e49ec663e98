package dev.millrace.core.type.elsewhere;

/** A superclass in another package, with fields of every visibility. */
public class Parent {
    private final String secret;
    int hidden;
    protected long guarded;
    public double open;
    private Inner inner;

    static class Inner {
        private String text = "inner";
    }

    protected Parent(String secret, int hidden) {
        this.secret = secret;
        this.hidden = hidden;
        inner = new Inner();
    }

    public String describe() {
        return secret + hidden + guarded + open + (inner == null ? null : inner.text);
    }
}
