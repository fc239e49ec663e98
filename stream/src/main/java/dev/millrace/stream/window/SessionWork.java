package dev.millrace.stream.window;

/**
 * What happens to the sessions of one key. A key waits for the end that its first session had when it began; when that time
 * comes, and the session has grown meanwhile, it waits again: so a record that makes a session grow costs no timer.
 *
 * @param <A> totals of sessions
 * @param <V> what a window function sees
 */
final class SessionWork<T, A, V> implements KeyWork<T, V> {

    private final SessionGap<? super T> gap;
    private final Combine<T, A, V> combine;
    private final TotalCopies<A> copies;
    private final long lateness;
    private final Firings<V> firings = new Firings<>();

    /** The session that the record turned to makes by itself. */
    private long start;

    private long end;
    private int reached;
    private long awaited;

    /**
     * @param lateness how long after its end a session still takes records, milliseconds
     */
    SessionWork(SessionGap<? super T> gap, Combine<T, A, V> combine, TotalCopies<A> copies, long lateness) {
        this.gap = gap;
        this.combine = combine;
        this.copies = copies;
        this.lateness = lateness;
    }

    /** A session in the place of a total. */
    static final class Session {

        private long end;
        private Object total;

        Session(long end, Object total) {
            this.end = end;
            this.total = total;
        }
    }

    @Override
    public boolean aim(T value, long timestamp, long now) {
        start = timestamp;
        end = timestamp + gap.after(value);
        return true;
    }

    @Override
    public boolean aim(Partial partial, long now) {
        start = partial.start();
        end = partial.end();
        return true;
    }

    @Override
    public boolean add(KeyTotals sessions, T value, long now) throws Exception {
        int from = reach(sessions);
        int to = reached;
        if (from == to) {
            return clearTime(end) > now && add(sessions, from, combine.first(value, copies), now);
        }
        Session session = merged(sessions, from, to);
        session.total = combine.add(total(session), value, copies);
        added(sessions, from, now);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // totals are of the combination's type
    public boolean add(KeyTotals sessions, Partial partial, long now) throws Exception {
        int from = reach(sessions);
        int to = reached;
        if (from == to) {
            return clearTime(end) > now && add(sessions, from, (A) partial.total(), now);
        }
        Session session = merged(sessions, from, to);
        session.total = combine.merge(total(session), (A) partial.total());
        added(sessions, from, now);
        return true;
    }

    /** Finds the sessions that become one by what is added; answers the place of the first, before {@link #reached}. */
    private int reach(KeyTotals sessions) {
        firings.begin();
        awaited = KeyTotals.NONE;
        int to = sessions.from(start);
        int from = to > sessions.head() && session(sessions, to - 1).end >= start ? to - 1 : to;
        while (to < sessions.tail() && sessions.start(to) <= end) {
            end = Math.max(end, session(sessions, to++).end);
        }
        reached = to;
        return from;
    }

    /** Adds a session that touches no other. */
    private boolean add(KeyTotals sessions, int place, A total, long now) {
        added(sessions, sessions.insert(place, start, new Session(end, total)), now);
        return true;
    }

    private void added(KeyTotals sessions, int from, long now) {
        Session session = session(sessions, from);
        if (session.end - 1 <= now) {
            firings.fire(sessions.start(from), session.end, combine.result(copies.copy(total(session))));
        }
        await(sessions, nextTime(session, now));
    }

    /** Makes the sessions at some places one, which reaches as far as what is added. */
    private Session merged(KeyTotals sessions, int from, int to) throws Exception {
        Session session = session(sessions, from);
        A total = total(session);
        for (int place = from + 1; place < to; place++) {
            total = combine.merge(total, total(session(sessions, place)));
        }
        session.total = total;
        session.end = Math.max(end, session(sessions, to - 1).end);
        sessions.start(from, Math.min(start, sessions.start(from)));
        if (to > from + 1) {
            sessions.remove(from + 1, to);
        }
        return session;
    }

    private static Session session(KeyTotals sessions, int place) {
        return (Session) sessions.total(place);
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private A total(Session session) {
        return (A) session.total;
    }

    /** The last time at which a session with an end counts; then it is cleared. */
    private long clearTime(long sessionEnd) {
        long last = sessionEnd - 1;
        return last > KeyTotals.NONE - lateness ? KeyTotals.NONE : last + lateness;
    }

    /** When something is to happen to a session after a time. */
    private long nextTime(Session session, long time) {
        return session.end - 1 > time ? session.end - 1 : clearTime(session.end);
    }

    private void await(KeyTotals sessions, long time) {
        awaited = time != KeyTotals.NONE && sessions.await(time) ? time : KeyTotals.NONE;
    }

    @Override
    public void come(KeyTotals sessions, long time) throws Exception {
        long next = KeyTotals.NONE;
        for (int place = sessions.tail() - 1; place >= sessions.head(); place--) {
            Session session = session(sessions, place);
            boolean over = clearTime(session.end) == time;
            if (session.end - 1 == time || over) {
                look(sessions.start(place), session, time, over);
            }
            if (over) {
                sessions.remove(place, place + 1);
            } else {
                next = Math.min(next, nextTime(session, time));
            }
        }
        sessions.come(time);
        await(sessions, next);
    }

    private void look(long sessionStart, Session session, long time, boolean over) {
        if (session.end - 1 == time) {
            firings.fire(
                    sessionStart, session.end, combine.result(over ? total(session) : copies.copy(total(session))));
        }
        if (over) {
            firings.over(sessionStart, session.end);
        }
    }

    @Override
    public boolean isSpilled() {
        return false;
    }

    @Override
    public TimeWindow window() {
        throw new IllegalStateException("sessions take all records");
    }

    @Override
    public long awaited() {
        return awaited;
    }

    @Override
    public Firings<V> firings() {
        return firings;
    }
}
