"""The sampled pipeline of thirteen cities in numpy, on a random table of the same size; prints the time elapsed and of the processor, in seconds."""
import sys
import time

import numpy as np

regions, sectors, runs = (int(argument) for argument in sys.argv[1:4])
n, cities = regions * sectors, regions - 1
random = np.random.default_rng(1)
a = random.random((n, n)) * 0.6 / n
final = random.random((n, regions))
inverse = np.linalg.inv(np.eye(n) - a)
required = inverse @ final
output = required.sum(axis=1)
emissions = random.random((regions, sectors))
factors = np.exp(0.07 * random.standard_normal((runs, sectors)))
prices = 46.66 * np.exp(0.26 * random.standard_normal(runs))
ability = random.random(cities)
engel = 0.3 * (1 + 0.1 * random.standard_normal((runs, cities)))
wall, processor = time.perf_counter(), time.process_time()
total = 0.0
for k in range(runs):
    intensity = (emissions * factors[k]).reshape(n) / output
    embodied = (intensity[:, None] * required).reshape(regions, sectors, regions).sum(axis=1)[:cities, :cities]
    net = np.maximum(embodied - embodied.T, 0)
    standard = prices[k] * ability / (1 + np.exp(-engel[k]))
    payments = net * standard[None, :]
    total += (payments.sum(axis=0) - payments.sum(axis=1))[0]
print(time.perf_counter() - wall, time.process_time() - processor)
