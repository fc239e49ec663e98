package dev.millrace.verification.program;

/** A mutable record of a program: a key and a running number. */
public final class Numbered {

    public int key;
    public long sum;
    public int[] last = new int[1];

    public Numbered() {}

    Numbered(int key, long sum) {
        this.key = key;
        this.sum = sum;
        this.last[0] = (int) sum;
    }

    @Override
    public String toString() {
        return key + ":" + sum + ":" + last[0];
    }
}
