package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.KeyedCount.Payment;
import dev.millrace.benchmarks.workload.Tally;

/** Totals per account. */
final class PaymentTotals implements Plan<Payment> {
    private final TextTable table = new TextTable(1024);
    private final int keys;

    PaymentTotals(int keys) {
        this.keys = keys;
    }

    @Override
    public Payment pick(long number) {
        return KeyedCount.payment(number, keys);
    }

    @Override
    public long hash(Payment payment) {
        return payment.account().hashCode();
    }

    @Override
    public void process(Payment payment, Tally tally) {
        int at = table.place(payment.account());
        long[] totals = table.longs;
        long count = ++totals[at];
        long sum = totals[at + 1] += payment.amount();
        long largest = totals[at + 2] = Math.max(totals[at + 2], payment.amount());
        tally.add(KeyedCount.check(payment.account(), count, sum, largest));
    }
}
