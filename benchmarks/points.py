#!/usr/bin/env python3
"""Holds how long it takes to look for a network's fixed points against PyTorch, in turn, on the same weights.

usage: points.py [STARTS [ROUNDS [CORES]]]      default: 500 3 2

A leaky network of 100 units is trained once on the delayed cue. Ours is the command `theoremeter points`, its start, trajectories,
spectra, certificates, basins and files included. Theirs is the minimisation of q alone, as public finders of fixed points do it: all
starts in one batch, Adam with a rate that is lowered on plateaus, gradients clipped, until q stays below 1e-12 everywhere, nothing
changes any more, or 5000 steps are made; it starts from states of the same kind (those of the network's own trials, moved a little),
PyTorch imported before the clock starts. /usr/bin/python3 needs torch (python3-torch). Build first: ./theoremeter --version. Says the
machine's load, since others' work slows both.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNITS, WANTED = 100, 5
WIDE = "avx512f" in pathlib.Path("/proc/cpuinfo").read_text()
STEPS, SMALL, SAME = 5000, 1e-12, 1e-20


def environment(cores):
    threads = dict(OMP_NUM_THREADS=str(cores), OPENBLAS_NUM_THREADS=str(cores))
    return dict(os.environ, **threads, **(dict(OPENBLAS_CORETYPE="SkylakeX", ATEN_CPU_CAPABILITY="avx512") if WIDE else {}))


def torch_seconds(file, states, starts, cores):
    """Run by /usr/bin/python3: prints the seconds, the steps, and which part of the starts ended with q below 1e-12."""
    import numpy
    import torch
    torch.set_num_threads(cores)
    torch.manual_seed(1)
    weights = numpy.load(file)
    alpha = json.loads(str(weights["about"]))["network"]["alpha"]
    rec = torch.tensor(weights["W_rec"], dtype=torch.float32)
    bias = torch.tensor(weights["b_rec"] + weights["b_in"], dtype=torch.float32)
    seen = torch.tensor(numpy.load(states)["states"].reshape(-1, rec.shape[0]), dtype=torch.float32)
    spread = (seen - seen.mean(0)).pow(2).mean().sqrt()
    start = time.perf_counter()
    r = seen[torch.arange(starts) * len(seen) // starts]
    r = (r + 0.5 * spread * torch.randn_like(r)).requires_grad_()
    optimiser = torch.optim.Adam([r], lr=1.0)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimiser, factor=0.95, patience=5)
    before = None
    for step in range(STEPS):
        f = (1 - alpha) * r + alpha * torch.tanh(r @ rec.T + bias)
        q = 0.5 * ((f - r) ** 2).sum(1)
        loss = q.mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([r], 1.0)
        optimiser.step()
        plateau.step(loss.detach())
        now = q.detach()
        rate = optimiser.param_groups[0]["lr"]
        if before is not None and bool(((now < SMALL) | ((now - before).abs() < SAME * rate)).all()):
            break
        before = now
    print(json.dumps([time.perf_counter() - start, step + 1, float((now < SMALL).float().mean())]))


def theirs(file, states, starts, cores):
    command = ["/usr/bin/python3", __file__, "torch", str(file), str(states), str(starts), str(cores)]
    return json.loads(subprocess.run(command, env=environment(cores), check=True, capture_output=True, text=True).stdout)


def ours(file, states, starts, cores, folder):
    start = time.perf_counter()
    subprocess.run([ROOT / "theoremeter", "points", file, "--states", states, "--starts", str(starts), "--jobs", str(cores),
                    "--out", folder, "--quiet"], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    found = json.loads(pathlib.Path(folder, "points.json").read_text())
    fixed = sum(point["starts"] for point in found["points"] if point["kind"] != "ghost")
    return seconds, fixed / starts, found["search"]["ended_in_a_point"] / starts, len(found["points"])


def main():
    starts, rounds, cores = (list(map(int, sys.argv[1:])) + [500, 3, 2][len(sys.argv) - 1:])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ROOT / "theoremeter", "simulate", "leaky-rnn/delayed-cue", "--set", f"neurons={UNITS}",
                        "--set", "delay=100ms", "--set", "rate=0.1", "--set", "batch=16", "--save-weights", "final",
                        "--run-on", "200", "--store", folder + "/store", "--out", folder + "/f", "--quiet"],
                       check=True, capture_output=True)
        file, states = (pathlib.Path(folder, "f", name) for name in ("weights-final.npz", "run-on.npz"))
        both = [(ours(file, states, starts, cores, folder + "/p"), theirs(file, states, starts, cores)) for _ in range(rounds)]
    mine = [one[0] for one, _ in both]
    torch = [other[0] for _, other in both]
    _, fixed, ended, points = both[-1][0]
    ratio = statistics.median(other / one for one, other in zip(mine, torch))
    print(f"{UNITS} units, {starts} starts, {cores} cores, load {os.getloadavg()[0]:.1f}")
    print(f"  ours   {statistics.median(mine):7.2f} s ({min(mine):.2f} to {max(mine):.2f}), {100 * fixed:.1f} % of starts end in a fixed"
          f" point, {100 * ended:.1f} % in a fixed or slow point; {points} points")
    print(f"  torch  {statistics.median(torch):7.2f} s ({min(torch):.2f} to {max(torch):.2f}), {both[-1][1][1]} steps,"
          f" {100 * both[-1][1][2]:.1f} % of starts end with q below {SMALL:g}")
    print(f"  {ratio:.1f} times as fast, wanted: {WANTED}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["torch"]:
        torch_seconds(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    else:
        main()
