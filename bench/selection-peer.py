"""What plain NumPy takes: eigenvectors of as many judgement matrices, and ranks under as many sampled weights."""
import json
import sys
import time

import numpy

alternatives, criteria, raters, samples, rounds = (int(word) for word in sys.argv[1:])
chance = numpy.random.default_rng(1)


def judgements(size):
    weights = chance.uniform(1, 9, size)
    above = numpy.triu(weights[:, None] / weights[None, :] * chance.uniform(0.7, 1.3, (size, size)), 1)
    return above + numpy.tril(1 / numpy.where(above.T == 0, 1, above.T), -1) + numpy.eye(size)


# Each rater's own matrices, and the geometric means of all raters.
sets = [[judgements(size) for _ in range(raters)] for size in [criteria] + [alternatives] * criteria]


def ahp():
    for matrices in sets:
        for matrix in matrices + [numpy.exp(numpy.mean(numpy.log(matrices), axis=0))]:
            values, vectors = numpy.linalg.eig(matrix)
            first = numpy.argmax(values.real)
            vectors[:, first].real / vectors[:, first].real.sum()


tables = numpy.floor(chance.uniform(0, 9, (raters, alternatives, criteria))) / 8


def smaa():
    weights = chance.dirichlet(numpy.ones(criteria), samples)
    chosen = chance.integers(0, raters, samples)
    counts = numpy.zeros((alternatives, alternatives))
    for rater in range(raters):
        scores = weights[chosen == rater] @ tables[rater].T
        order = numpy.argsort(-scores, axis=1)
        for rank in range(alternatives):
            counts[:, rank] += numpy.bincount(order[:, rank], minlength=alternatives)


def processor(work):
    work()
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return sorted(times)[len(times) // 2]


print(json.dumps({"version": numpy.__version__, "ahp": processor(ahp), "smaa": processor(smaa)}))
