"""Footprint accounts by the full Leontief inverse, as multi-regional packages compute them; prints the best times, elapsed and of the processor, in seconds."""
import sys
import time

import numpy as np

order, regions, repetitions = (int(a) for a in sys.argv[1:4])
sectors = order // regions
rng = np.random.default_rng(1)
x = 50 + 100 * rng.random(order)
Z = rng.random((order, order)) / order * x
Y = np.repeat(((x - Z.sum(axis=1)) / regions)[:, None], regions, axis=1)
F = rng.random((1, order))
home = np.kron(np.eye(regions), np.ones((sectors, 1)))


def accounts():
    A = Z / x
    L = np.linalg.inv(np.eye(order) - A)
    S = F / x
    M = S @ L
    footprints = np.zeros((order, regions))
    consumption = np.zeros((1, order))
    imported = np.zeros((1, order))
    exported = np.zeros((1, order))
    X = L @ Y
    for r in range(regions):
        rows = slice(r * sectors, (r + 1) * sectors)
        own = np.zeros(order)
        own[rows] = 1
        caused = S[0] * X[:, r]
        footprints[:, r] = caused
        consumption += caused
        imported += caused * (1 - own)
        exported[0, rows] += S[0, rows] * (X[rows].sum(axis=1) - X[rows, r])
    return M, home.T @ footprints, consumption, imported, exported


elapsed, processor = float("inf"), float("inf")
for _ in range(repetitions):
    begun, spent = time.perf_counter(), time.process_time()
    accounts()
    elapsed = min(elapsed, time.perf_counter() - begun)
    processor = min(processor, time.process_time() - spent)
print(elapsed, processor)
