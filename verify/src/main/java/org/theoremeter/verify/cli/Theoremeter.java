package org.theoremeter.verify.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.training.file.TrainingFileException;
import org.theoremeter.simulate.training.run.CheckpointException;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.Build;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.cli.baseline.BlessCommand;
import org.theoremeter.verify.cli.baseline.CompareCommand;
import org.theoremeter.verify.cli.calibration.CalibrateCommand;
import org.theoremeter.verify.cli.claims.CheckCommand;
import org.theoremeter.verify.cli.claims.ExplainCommand;
import org.theoremeter.verify.cli.claims.ListCommand;
import org.theoremeter.verify.cli.claims.NewCommand;
import org.theoremeter.verify.cli.fit.FitCommand;
import org.theoremeter.verify.cli.fit.PredictCommand;
import org.theoremeter.verify.cli.formula.CriticalCommand;
import org.theoremeter.verify.cli.formula.DeriveCommand;
import org.theoremeter.verify.cli.points.PointsCommand;
import org.theoremeter.verify.cli.simulation.SimulateCommand;
import org.theoremeter.verify.cli.sweep.SweepCommand;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.PrintableWriter;
import org.theoremeter.verify.cli.verification.RenderCommand;
import org.theoremeter.verify.cli.verification.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: finds the command and turns every fault into one line and an exit status. */
@Command(
        name = "theoremeter",
        description = "Measures theories of how recurrent neural networks learn against simulation.",
        mixinStandardHelpOptions = true,
        versionProvider = Theoremeter.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with:  theoremeter verify            run the built-in claims and write a report",
            "             theoremeter new trajectory my.yaml && theoremeter verify my.yaml",
            "",
            "Exit status: 0 all as expected, 1 a claim failed, 2 bad input, 3 inconclusive or error."
        },
        subcommands = {
            NewCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            DeriveCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            PredictCommand.class,
            CriticalCommand.class,
            FitCommand.class,
            SimulateCommand.class,
            PointsCommand.class,
            SweepCommand.class,
            CalibrateCommand.class,
            RenderCommand.class,
            CompareCommand.class,
            BlessCommand.class
        })
public final class Theoremeter implements Runnable {

    private static final int LONGEST_FAULT = 480;

    @Spec
    private CommandSpec spec;

    /** Shows the help when no command is named. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Tells version and commit. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Build build = Build.current();
            return new String[] {"theoremeter " + build.version() + " (commit " + build.commit() + ")"};
        }
    }

    /**
     * Runs a command.
     *
     * @param out where results are printed
     * @param err where faults and progress are printed
     * @param arguments the command line
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        PrintWriter printed = PrintableWriter.to(out);
        PrintWriter told = PrintableWriter.to(err);
        CommandLine commandLine = new CommandLine(new Theoremeter());
        commandLine.setOut(printed);
        commandLine.setErr(told);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commandLine.setExpandAtFiles(false);
        commandLine.setUsageHelpWidth(100);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> report(told, failure));
        commandLine.setParameterExceptionHandler((failure, unused) -> report(told, failure));
        int status = executed(commandLine, told, arguments);
        printed.flush();
        told.flush();
        if (out.checkError()) {
            err.println("what was printed could not be written: the disk is full, or nobody reads on");
            status = status == ExitStatus.AS_EXPECTED ? ExitStatus.UNDECIDED : status;
        }
        err.flush();
        return status;
    }

    /** A claim that is too large for the machine has not failed. */
    private static int executed(CommandLine commandLine, PrintWriter err, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (StackOverflowError deep) {
            err.println("the input is nested too deeply for this machine, accepted: a simpler one, or more room by"
                    + " THEOREMETER_JAVA_OPTIONS=-Xss64m");
        } catch (OutOfMemoryError large) {
            err.println("the input is too large for the memory of this machine, accepted: a smaller one, or more by"
                    + " THEOREMETER_JAVA_OPTIONS=-Xmx8g");
        }
        return ExitStatus.UNDECIDED;
    }

    private static int report(PrintWriter err, Exception failure) {
        if (failure instanceof BadInput bad) {
            bad.faults().forEach(fault -> err.println(Quotation.start(fault, LONGEST_FAULT)));
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof ClaimException
                || failure instanceof ParameterException
                || failure instanceof CheckpointException
                || failure instanceof TrainingFileException) {
            String fault = failure.getMessage().lines().findFirst().orElse("bad input");
            err.println(Quotation.start(fault, LONGEST_FAULT));
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof InterruptedRun) {
            err.println("interrupted");
            return ExitStatus.UNDECIDED;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        err.println("internal error, please report it: " + cause);
        for (StackTraceElement element : cause.getStackTrace()) {
            err.println("    at " + element);
        }
        return ExitStatus.UNDECIDED;
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        if (arguments.length > 0) {
            FusedArithmetic.warning(arguments[0]).ifPresent(err::println);
        }
        System.exit(run(out, err, arguments));
    }
}
