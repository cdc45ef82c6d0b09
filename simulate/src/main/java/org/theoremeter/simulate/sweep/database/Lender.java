package org.theoremeter.simulate.sweep.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One of those who make runs: a process, and which of its stores.
 *
 * @param owner a name that no other has
 * @param host the machine
 * @param pid the process there
 * @param started when the process began, in milliseconds, since numbers of processes are used again; 0 if unknown
 */
record Lender(String owner, String host, long pid, long started) {

    /** For how long one on another machine, which cannot be asked, counts as alive after it was last heard of, in milliseconds. */
    static final long PATIENCE = 120_000;

    /** Returns this process, under a new name. */
    static Lender here() {
        ProcessHandle process = ProcessHandle.current();
        return new Lender(UUID.randomUUID().toString(), thisHost(), process.pid(), started(process));
    }

    /** Returns whether it may still be at work. */
    boolean lives(long beat, long now) {
        if (!host.equals(thisHost())) {
            return now - beat < PATIENCE;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && (started == 0 || started(process.get()) == started);
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }
}
