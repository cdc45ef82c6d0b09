package org.theoremeter.simulate.sweep.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which process makes which run; a process that no longer lives makes none. */
final class Loans {

    /** How often it is written down that this process lives, in milliseconds. */
    private static final long BEAT = 20_000;

    private final Transactions database;
    private final Lender me = Lender.here();
    private volatile boolean registered;
    private volatile long beaten;

    Loans(Transactions database) {
        this.database = database;
    }

    /** Lends a run to this process, unless a process that lives has it; within a change. */
    boolean lend(String hash) throws SQLException {
        beat();
        Optional<String> holder = holder(hash);
        if (holder.isPresent() && lives(holder.get())) {
            // of this process, too, only one thread makes it
            return false;
        }
        database.set("INSERT OR REPLACE INTO lease (hash, owner) VALUES (?, ?)", hash, me.owner());
        return true;
    }

    /** Takes back what this process was lent; within a change. */
    int takeBack(String hash) throws SQLException {
        return database.set("DELETE FROM lease WHERE hash = ? AND owner = ?", hash, me.owner());
    }

    /** Returns which process has a run, if one that lives has. */
    Optional<String> living(String hash) throws SQLException {
        Optional<String> owner = holder(hash);
        return owner.isPresent() && lives(owner.get()) ? lender(owner.get()).map(Lender::toString) : Optional.empty();
    }

    private Optional<String> holder(String hash) throws SQLException {
        return database.one("SELECT owner FROM lease WHERE hash = ?", row -> row.getString(1), hash);
    }

    /** Returns whether it is time to write down that this process lives, if others know it at all. */
    boolean due() {
        return registered && System.currentTimeMillis() - beaten > BEAT;
    }

    /** Writes down that this process lives, if it is time; within a change. */
    void beat() throws SQLException {
        long now = System.currentTimeMillis();
        if (!registered) {
            forgetTheDead(now);
        }
        if (!registered || now - beaten > BEAT) {
            database.set(
                    "INSERT OR REPLACE INTO process (owner, host, pid, started, beat) VALUES (?, ?, ?, ?, ?)",
                    me.owner(),
                    me.host(),
                    me.pid(),
                    me.started(),
                    now);
            registered = true;
            beaten = now;
        }
    }

    private void forgetTheDead(long now) throws SQLException {
        List<String> dead = new ArrayList<>();
        try (ResultSet rows = database.statement("SELECT owner, host, pid, started, beat FROM process")
                .executeQuery()) {
            while (rows.next()) {
                Lender lender = new Lender(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4));
                if (!lender.lives(rows.getLong(5), now)) {
                    dead.add(lender.owner());
                }
            }
        }
        for (String owner : dead) {
            forget(owner);
        }
    }

    private void forget(String owner) throws SQLException {
        database.set("DELETE FROM lease WHERE owner = ?", owner);
        database.set("DELETE FROM process WHERE owner = ?", owner);
    }

    /** Takes back all that this process was lent; others no longer know it. */
    boolean end() throws SQLException {
        if (registered) {
            registered = false;
            forget(me.owner());
        }
        return true;
    }

    private boolean lives(String owner) throws SQLException {
        if (owner.equals(me.owner())) {
            return true;
        }
        Optional<Long> beat = database.one("SELECT beat FROM process WHERE owner = ?", row -> row.getLong(1), owner);
        Optional<Lender> lender = lender(owner);
        return lender.isPresent() && lender.get().lives(beat.orElse(0L), System.currentTimeMillis());
    }

    private Optional<Lender> lender(String owner) throws SQLException {
        return database.one(
                "SELECT host, pid, started FROM process WHERE owner = ?",
                row -> new Lender(owner, row.getString(1), row.getLong(2), row.getLong(3)),
                owner);
    }

    /** Returns which other process uses the file; readers are not kept out by writers. */
    Optional<String> other() throws SQLException {
        PreparedStatement others = database.statement("SELECT owner, beat FROM process WHERE owner <> ?");
        others.setString(1, me.owner());
        try (ResultSet rows = others.executeQuery()) {
            while (rows.next()) {
                Optional<Lender> other = lender(rows.getString(1));
                if (other.isPresent() && other.get().lives(rows.getLong(2), System.currentTimeMillis())) {
                    return other.map(Lender::toString);
                }
            }
        }
        return Optional.empty();
    }
}
