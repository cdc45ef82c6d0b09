"""Holds saved weights and batches against PyTorch's automatic differentiation and optimisers.

python3 check_in_torch.py README FOLDER...

Each folder holds weights and batches of epochs 0 and 1 and the final weights of a training of two epochs. A line of JSON a
folder says by how much we differ from PyTorch, relative to the norm: loss, task_loss, gradient (of the worst block of either
epoch) and parameters (after one and two updates). The networks are written here as in docs/networks.md, a row a trial. The last
line is what the example in the README prints, run in the folder above the first one.
"""

import contextlib
import io
import json
import os
import re
import sys

import numpy as np
import torch

torch.set_num_threads(1)


def load(folder, name):
    with np.load(f"{folder}/{name}.npz", allow_pickle=False) as file:
        entries = {key: file[key] for key in file.files}
    return json.loads(str(entries.pop("about"))), entries


def tensor(array):
    return torch.tensor(np.asarray(array), dtype=torch.float64)


def forward(network, p, batch):
    """Returns outputs (B, T, O) and states (B, T + 1, N)."""
    x = tensor(batch["input"]) + tensor(batch["input_noise"])
    noise = tensor(batch["state_noise"])
    r = tensor(batch["initial_state"])
    kind, alpha = network["kind"], network.get("alpha")
    # without inputs there are no weights of inputs
    none = torch.zeros(4 * r.shape[1] if kind == "lstm" else r.shape[1], 0, dtype=torch.float64)
    by_input = next((p[key] for key in ("W_in", "U", "C", "W_ih") if key in p), none)
    memory = torch.zeros_like(r)
    off = 1 - torch.eye(r.shape[1], dtype=torch.float64)
    cell = None
    if kind == "lstm" and not noise.any():
        # PyTorch's own, its second bias 0
        cell = lambda h, c, u: torch._VF.lstm_cell(u, (h, c), by_input, p["W_hh"], p["b"], torch.zeros_like(p["b"]))

    def read(state):
        if kind == "rank-k-rnn":
            a = (state @ p["n"].T) @ p["W_out"].T + p["b_out"]
        elif kind == "tanh-rnn":
            a = state @ p["V"].T
        else:
            a = state @ p["W_out"].T + p["b_out"]
        return torch.sigmoid(a) if network["readout"] == "logistic" else a

    states, outputs = [r], []
    for t in range(x.shape[1]):
        u, e = x[:, t], noise[:, t]
        if network["output_is_read"] == "before the update":
            outputs.append(read(r))
        if kind == "leaky-rnn":
            r = (1 - alpha) * r + alpha * torch.tanh(r @ p["W_rec"].T + p["b_rec"] + u @ by_input.T + p["b_in"] + e)
        elif kind == "tanh-rnn":
            s = network["sigma"]
            r = (1 - alpha) * r + alpha * (torch.tanh(s * r) / s @ p["W"].T + u @ by_input.T + e)
        elif kind == "plrnn":
            r = p["A"] * r + torch.relu(r) @ (p["W"] * off).T + u @ by_input.T + p["h"] + e
        elif kind == "rank-k-rnn":
            r = (1 - alpha) * r + alpha * torch.tanh(r @ p["n"].T @ p["m"].T + p["b"] + u @ by_input.T + e)
        elif cell is not None:
            r, memory = cell(r, memory, u)
        else:
            i, f, g, o = (r @ p["W_hh"].T + u @ by_input.T + p["b"] + e).chunk(4, dim=1)
            memory = torch.sigmoid(f) * memory + torch.sigmoid(i) * torch.tanh(g)
            r = torch.sigmoid(o) * torch.tanh(memory)
        if network["output_is_read"] == "after the update":
            outputs.append(read(r))
        states.append(r)
    return torch.stack(outputs, 1), torch.stack(states, 1)


def distance(ours, theirs, floor=0.0):
    """Returns the norm of the difference, relative to the larger of theirs and the floor."""
    theirs = np.asarray(theirs)
    difference = np.linalg.norm((np.asarray(ours, dtype=np.float64) - theirs).ravel())
    scale = max(np.linalg.norm(theirs.ravel()), floor)
    return float(difference / scale) if scale > 0 else float(difference)


def optimiser(training, p):
    if training["optimiser"] == "adam":
        return torch.optim.Adam(
            p.values(), lr=1.0, betas=tuple(training["betas"]), eps=training["epsilon"], weight_decay=training["decay"])
    return torch.optim.SGD(p.values(), lr=1.0, momentum=training["momentum"], weight_decay=training["decay"])


def check(folder):
    about, weights = load(folder, "weights-epoch-0")
    blocks = about["network"]["blocks"]
    for key, shape in blocks.items():
        assert list(weights[key].shape) == shape, (folder, key)
    dtype = "<f4" if about["training"]["precision"] == "float" else "<f8"
    assert all(weights[key].dtype.str == dtype for key in blocks), folder
    assert set(weights) <= set(blocks) | {"initial_state"}, folder
    p = {key: tensor(weights[key]).requires_grad_() for key in blocks}
    assert (set(p) & {"W_in", "U", "C", "W_ih"} != set()) == (about["network"]["inputs"] > 0), folder
    step = optimiser(about["training"], p)
    found = {"loss": 0.0, "task_loss": 0.0, "gradient": 0.0, "parameters": 0.0}
    for epoch, after in ((0, "weights-epoch-1"), (1, "weights-final")):
        about, batch = load(folder, f"batch-epoch-{epoch}")
        training = about["training"]
        assert about["epoch"] == epoch
        if "initial_state" in weights:
            # all trials start in the one state of the weights' file
            assert (batch["initial_state"] == weights["initial_state"]).all(), folder
        assert bool(batch["state_noise"].any()) == (training["state_noise"] > 0), folder
        outputs, states = forward(about["network"], p, batch)
        task = (tensor(batch["weight"]) * (outputs - tensor(batch["target"])) ** 2).mean()
        loss = task + training["tcr"] * ((states[:, 1:] - states[:, :-1]) ** 2).mean()
        step.zero_grad()
        loss.backward()
        whole = torch.sqrt(sum((q.grad**2).sum() for q in p.values())).item()
        found["loss"] = max(found["loss"], distance(batch["loss"], loss.item()))
        found["task_loss"] = max(found["task_loss"], distance(batch["task_loss"], task.item()))
        for key, q in p.items():
            found["gradient"] = max(
                found["gradient"], distance(batch["gradient_" + key], q.grad.numpy(), floor=1e-3 * whole))
        if 0 < training["clip"] < whole:
            for q in p.values():
                q.grad *= training["clip"] / whole
        step.param_groups[0]["lr"] = training["rate"]
        before = {key: q.detach().clone() for key, q in p.items()}
        step.step()
        _, reached = load(folder, after)
        moved = max(float((p[key].detach() - before[key]).abs().max()) if before[key].numel() else 0.0 for key in p)
        assert moved > 0, folder
        for key, q in p.items():
            found["parameters"] = max(found["parameters"], distance(reached[key], q.detach().numpy(), floor=1e-3))
    return found


def example(readme, folder):
    with open(readme, encoding="utf-8") as file:
        code = re.search(r"```python\n(.*?)```", file.read(), re.DOTALL).group(1)
    os.chdir(folder)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {})
    return {"lines": code.count("\n"), "printed": printed.getvalue().split()}


if __name__ == "__main__":
    for each in sys.argv[2:]:
        print(json.dumps({"folder": os.path.basename(each), **check(each)}), flush=True)
    print(json.dumps(example(sys.argv[1], os.path.dirname(sys.argv[2]))))
