package dev.millrace.cluster.manager;

import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.schedule.SlotPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the task managers that are there, and who has which of their slots. */
final class ResourceManager implements SlotPool {

    private final Map<NodeId, Offer> offers = new LinkedHashMap<>();
    private final Map<String, List<NodeId>> taken = new LinkedHashMap<>();

    /** A task manager and its slots. */
    private static final class Offer {
        final Silence silence;
        final int slots;
        int free;

        Offer(int slots, long nowMillis) {
            this.slots = slots;
            this.free = slots;
            this.silence = new Silence(nowMillis);
        }
    }

    void registered(NodeId taskManager, int slots, long nowMillis) {
        offers.putIfAbsent(taskManager, new Offer(slots, nowMillis));
    }

    boolean knows(NodeId taskManager) {
        return offers.containsKey(taskManager);
    }

    void heard(NodeId taskManager) {
        Offer offer = offers.get(taskManager);
        if (offer != null) {
            offer.silence.broken();
        }
    }

    List<NodeId> taskManagers() {
        return List.copyOf(offers.keySet());
    }

    /** Those that have been silent for too long; they are given up. */
    List<NodeId> lost(long nowMillis) {
        List<NodeId> lost = new ArrayList<>();
        offers.forEach((taskManager, offer) -> {
            if (offer.silence.isTooLong(nowMillis, Silence.LIMIT_MILLIS)) {
                lost.add(taskManager);
            }
        });
        for (NodeId taskManager : lost) {
            offers.remove(taskManager);
            taken.values().forEach(places -> places.removeIf(taskManager::equals));
        }
        return lost;
    }

    @Override
    public boolean fill(String job, NodeId[] places) {
        int needed = 0;
        for (NodeId place : places) {
            needed += place == null ? 1 : 0;
        }
        if (offers.values().stream().mapToLong(offer -> offer.free).sum() < needed) {
            return false;
        }
        List<NodeId> ofJob = taken.computeIfAbsent(job, id -> new ArrayList<>());
        for (int slot = 0; slot < places.length; slot++) {
            if (places[slot] == null) {
                places[slot] = roomiest();
                offers.get(places[slot]).free--;
                ofJob.add(places[slot]);
            }
        }
        return true;
    }

    private NodeId roomiest() {
        NodeId best = null;
        for (Map.Entry<NodeId, Offer> offer : offers.entrySet()) {
            if (best == null || offer.getValue().free > offers.get(best).free) {
                best = offer.getKey();
            }
        }
        return best;
    }

    @Override
    public void release(String job) {
        List<NodeId> places = taken.remove(job);
        if (places != null) {
            places.forEach(taskManager -> offers.get(taskManager).free++);
        }
    }

    @Override
    public String offer() {
        long slots = offers.values().stream().mapToLong(offer -> offer.slots).sum();
        long free = offers.values().stream().mapToLong(offer -> offer.free).sum();
        return free + " free of " + slots + " on " + offers.size() + " task managers";
    }
}
