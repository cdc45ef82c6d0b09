#!/usr/bin/env python3
"""Holds how many networks a sweep trains in an hour against PyTorch with one process a core, in turn, at the same grid points.

usage: sweep.py [EPOCHS [SEEDS [ROUNDS [CORES]]]]      default: 200 8 3 2

Networks of 100 units on the delayed cue, batch 16, rate 0.1, delays of 40 and 160 ms: `theoremeter sweep` with a thread a core,
its start and warming up included, against processes that are kept, as joblib keeps them, and have imported PyTorch before
the clock starts. /usr/bin/python3 needs torch (python3-torch). Build first: ./theoremeter --version. Says the machine's load, since
others' work slows both.
"""
import concurrent.futures
import multiprocessing
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DELAYS = (40, 160)
UNITS, BATCH, RATE, ALPHA = 100, 16, 0.1, 0.5
WIDE = "avx512f" in pathlib.Path("/proc/cpuinfo").read_text()
ENVIRONMENT = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1",
                   **(dict(OPENBLAS_CORETYPE="SkylakeX", ATEN_CPU_CAPABILITY="avx512") if WIDE else {}))
for name in ("OPENBLAS_L2_SIZE",) + (() if WIDE else ("OPENBLAS_CORETYPE",)):
    ENVIRONMENT.pop(name, None)
SWEEP = """sweep: 1
id: networks-an-hour
experiment: leaky-rnn/delayed-cue
with: {neurons: %d, batch: %d, rate: %r, epochs: %d epoch, delay: delay ms, precision: %s}
over: {delay: [%d]}
seeds: %d
"""


def network(task):
    """Trains one network in PyTorch, as the reference does: a loop over steps, autograd, momentum."""
    import torch
    delay, epochs, seed = task
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    steps = 16 + delay // 5
    win, rec, out = torch.nn.Linear(2, UNITS), torch.nn.Linear(UNITS, UNITS), torch.nn.Linear(UNITS, 2)
    for layer in (win, rec, out):
        torch.nn.init.xavier_uniform_(layer.weight)
    with torch.no_grad():
        rec.weight.fill_diagonal_(0)
    cue = torch.tensor([[0.0, 1.0], [1.0, 0.0]]).repeat(BATCH // 2, 1)
    x, y = torch.zeros(BATCH, steps, 2), torch.zeros(BATCH, steps, 2)
    x[:, :6], y[:, -10:] = cue[:, None], cue[:, None]
    w = torch.full_like(y, 10 / steps)
    w[:, -10:] = 1 - 10 / steps
    parameters = [p for layer in (win, rec, out) for p in layer.parameters()]
    optimiser = torch.optim.SGD(parameters, lr=RATE, momentum=0.9, weight_decay=1e-7)
    for _ in range(epochs):
        optimiser.zero_grad()
        r = torch.tanh(0.1 * torch.randn(BATCH, UNITS))
        answers = []
        for t in range(steps):
            answers.append(torch.sigmoid(out(r)))
            r = (1 - ALPHA) * r + ALPHA * torch.tanh(win(x[:, t]) + rec(r) + 0.001 * torch.randn_like(r))
        loss = (w * (torch.stack(answers, 1) - y) ** 2).mean()
        loss.backward()
        optimiser.step()
    return float(loss.detach())


def torch_seconds(delay, epochs, seeds, cores):
    """Run by /usr/bin/python3: prints the seconds in which a pool of processes trains all seeds."""
    # this pool says so when a process dies, where multiprocessing.Pool waits for it for ever
    with concurrent.futures.ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(network, [(delay, 2, seed) for seed in range(4 * cores)]))
        start = time.perf_counter()
        list(pool.map(network, [(delay, epochs, seed) for seed in range(seeds)]))
        print(time.perf_counter() - start)


def theirs(delay, epochs, seeds, cores):
    command = ["/usr/bin/python3", __file__, "torch", str(delay), str(epochs), str(seeds), str(cores)]
    return float(subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True).stdout)


def ours(delay, epochs, seeds, cores, precision):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "sweep.yaml")
        file.write_text(SWEEP % (UNITS, BATCH, RATE, epochs, precision, delay, seeds))
        start = time.perf_counter()
        subprocess.run([ROOT / "theoremeter", "sweep", file, "--jobs", str(cores), "--store", folder + "/store", "--quiet"],
                       check=True, capture_output=True)
        return time.perf_counter() - start


def main():
    epochs, seeds, rounds, cores = (list(map(int, sys.argv[1:])) + [200, 8, 3, 2][len(sys.argv) - 1:])
    for delay in DELAYS:
        hourly = {}
        for _ in range(rounds):
            # many of ours, so that they take about as long as few of theirs
            for name, many, seconds in (("torch float", seeds, theirs(delay, epochs, seeds, cores)),
                                        ("ours float", 5 * seeds, ours(delay, epochs, 5 * seeds, cores, "float")),
                                        ("ours double", 5 * seeds, ours(delay, epochs, 5 * seeds, cores, "double"))):
                hourly.setdefault(name, []).append(3600 * many / seconds)
        middle = {name: statistics.median(rates) for name, rates in hourly.items()}
        print(f"delay {delay} ms, {epochs} epochs, {cores} cores, load {os.getloadavg()[0]:.1f}")
        for name, rate in middle.items():
            print(f"  {name:12} {rate:8.0f} networks an hour, {rate / middle['torch float']:5.2f} times PyTorch's"
                  f" ({min(hourly[name]):.0f} to {max(hourly[name]):.0f})", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["torch"]:
        torch_seconds(*map(int, sys.argv[2:]))
    else:
        main()
