package org.theoremeter.theory.symbolic.algebra.symja;

import java.io.OutputStream;
import java.io.PrintStream;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.parser.client.ParserConfig;

/**
 * One session with Symja, bound to the thread that opened it: its evaluators must not be shared.
 *
 * <p>The session has no file system and no output.
 */
public final class AlgebraSystem {
    private static final int RECURSION_LIMIT = 512;
    private static final int ITERATION_LIMIT = 1000;
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    private final EvalEngine engine;

    private AlgebraSystem() {
        engine = new EvalEngine("", RECURSION_LIMIT, ITERATION_LIMIT, SILENT, SILENT, false);
        engine.setFileSystemEnabled(false);
        engine.setQuietMode(true);
    }

    /** Loads Symja, which takes a second or more, unless it is loaded already. */
    public static void load() {
        Loaded.once();
    }

    /** Opens a session for the current thread. */
    public static AlgebraSystem open() {
        load();
        AlgebraSystem system = new AlgebraSystem();
        EvalEngine.set(system.engine);
        return system;
    }

    /** Evaluates; an expression that Symja does not know how to evaluate comes back as it is. */
    public IExpr evaluate(IExpr expression) {
        engine.setStopRequested(false);
        return engine.evaluate(expression);
    }

    /** Loading in a class initialiser happens once, whatever the number of threads. */
    private static final class Loaded {
        static {
            // Names keep their case; and no threads of its own, which would outlive a proof.
            ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
            Config.JAS_NO_THREADS = true;
            Config.FILESYSTEM_ENABLED = false;
            try {
                F.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the algebra system was loading", interrupted);
            }
            readRules();
        }

        /** Rules of integration and simplification are read at their first use, which is no proof's own time. */
        private static void readRules() {
            AlgebraSystem system = new AlgebraSystem();
            EvalEngine.set(system.engine);
            IExpr x = F.Dummy("x");
            system.evaluate(F.Integrate(F.Times(x, F.Exp(x)), x));
        }

        private Loaded() {}

        static void once() {
            // Calling it initialises the class.
        }
    }
}
