#!/usr/bin/env python3
"""Holds an epoch of training against the same in numpy and PyTorch, in turn, and prints the ratios of the medians.

usage: compare.py PEERS INITIAL_STATE [ROUNDS]

PEERS is a folder with dcdt_torch.py, dcdt_numpy.py and rank2_numpy.py, each of which says in its first lines how it is run;
INITIAL_STATE is the published initial state of the rank-2 example. Build first: mvn -P benchmarks -pl benchmarks -am -DskipTests
package. Everything runs on one core.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WIDE = "avx512f" in pathlib.Path("/proc/cpuinfo").read_text()
ENVIRONMENT = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1",
                   **(dict(OPENBLAS_CORETYPE="SkylakeX", ATEN_CPU_CAPABILITY="avx512") if WIDE else {}))
for name in ("OPENBLAS_L2_SIZE",) + (() if WIDE else ("OPENBLAS_CORETYPE",)):
    ENVIRONMENT.pop(name, None)
PINNED = ["taskset", "-c", "1"]


def output(command):
    return subprocess.run(PINNED + command, env=ENVIRONMENT, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def torch(peers, python="/usr/bin/python3"):
    lines = [json.loads(line) for line in output([python, f"{peers}/dcdt_torch.py", "4"]).splitlines()]
    return {("torch float", f"leaky-{line['batch']}"): line["median"] for line in lines if line["steps"] == 36}


def numpy(peers):
    lines = [json.loads(line) for line in output(["python3", f"{peers}/dcdt_numpy.py", "4"]).splitlines()]
    return {("numpy double", f"leaky-{line['batch']}"): line["med"] for line in lines if line["T"] == 36}


def rank2(peers, state):
    text = output(["python3", f"{peers}/rank2_numpy.py", state, "15", "17", "0.1", "3000"])
    return {("numpy double", "rank-2"): float(re.search(r"ms per epoch (\S+)", text).group(1))}


def ours(classpath):
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        result = f"{folder}/result.json"
        output(["java", "-classpath", classpath, "org.openjdk.jmh.Main", "TrainingEpoch", "-p", "kernel=vector",
                "-p", "work=leaky-128,leaky-16,rank-2", "-wi", "4", "-i", "3", "-rf", "json", "-rff", result])
        for run in json.loads(pathlib.Path(result).read_text()):
            median = run["primaryMetric"]["scorePercentiles"]["50.0"] / 1000
            found[("ours " + run["params"]["precision"], run["params"]["work"])] = median
    return found


def classpath():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mvn", "-q", "-P", "benchmarks", "-pl", "benchmarks", "-am", "compile", "dependency:build-classpath",
                        f"-Dmdep.outputFile={folder}/classpath"], check=True, cwd=ROOT)
        return f"{ROOT}/benchmarks/target/classes:" + pathlib.Path(f"{folder}/classpath").read_text().strip()


def main():
    peers, state = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    path = classpath()
    times = {}
    for _ in range(rounds):
        for part in (torch(peers), numpy(peers), rank2(peers, state), ours(path)):
            for key, milliseconds in part.items():
                times.setdefault(key, []).append(milliseconds)
    medians = {key: statistics.median(values) for key, values in times.items()}
    for (name, work), milliseconds in sorted(medians.items(), key=lambda entry: (entry[0][1], entry[0][0])):
        print(f"{work:10} {name:13} {milliseconds:9.3f} ms")
    for work, peer, own, least in (
            ("leaky-128", "torch float", "ours float", 2), ("leaky-128", "torch float", "ours double", 1),
            ("leaky-16", "torch float", "ours float", 6), ("leaky-16", "torch float", "ours double", 4),
            ("leaky-16", "numpy double", "ours double", 1.5), ("rank-2", "numpy double", "ours double", 6)):
        print(f"{work:10} {own} against {peer}: {medians[(peer, work)] / medians[(own, work)]:.1f} (at least {least})")


if __name__ == "__main__":
    main()
