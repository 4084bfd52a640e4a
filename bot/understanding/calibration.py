"""From scores to probabilities, learned on questions that the scoring model had not seen.

Two questions are asked of the same few signals: is this about any of our topics, and is the best topic the right one? Their
answers decide between answering, asking back and saying honestly that we have nothing.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.understanding.linear import Arrays, Vector

_STEPS = 25
_DECAY = 1e-3


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over a handful of signals; the last weight is the constant."""

    weights: Vector

    @classmethod
    def fit(cls, signals: Vector, truth: npt.NDArray[np.bool_], *, share: float | None = None) -> "Logistic":
        """Newton's method. ``share``: how many of the cases shall count as true, where the sample's own share says nothing."""
        inputs = np.hstack([signals, np.ones((len(signals), 1))]).astype(np.float64)
        true = truth.astype(np.float64)
        weight = np.ones(len(true))
        if share is not None and 0 < true.sum() < len(true):
            weight = np.where(truth, share / true.mean(), (1 - share) / (1 - true.mean()))
        found = np.zeros(inputs.shape[1])
        for _ in range(_STEPS):
            p = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
            gradient = inputs.T @ (weight * (true - p)) - _DECAY * len(true) * found
            curve = (inputs * (weight * p * (1 - p))[:, None]).T @ inputs + _DECAY * len(true) * np.eye(len(found))
            found += np.linalg.solve(curve, gradient)
        return cls(found.astype(np.float32))

    def probability(self, signals: Vector) -> float:
        return float(1 / (1 + np.exp(-np.clip(signals @ self.weights[:-1] + self.weights[-1], -30, 30))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """``ours``: the message is about one of our topics; ``right``: the best topic is the right one; ``sharpness``: how scores
    become shares among the candidates; ``danger_sure`` and ``danger_soft``: scores that the budget of false alarms allows."""

    ours: Logistic
    right: Logistic
    sharpness: float
    danger_sure: float
    danger_soft: float

    def dump(self) -> Arrays:
        numbers = np.array([self.sharpness, self.danger_sure, self.danger_soft], dtype=np.float64)
        return {"ours": self.ours.weights, "right": self.right.weights, "numbers": numbers}

    @classmethod
    def load(cls, arrays: Arrays) -> "Calibration":
        sharpness, sure, soft = (float(number) for number in arrays["numbers"])
        return cls(Logistic(arrays["ours"]), Logistic(arrays["right"]), sharpness, sure, soft)


def signals(scores: Vector, entries: npt.NDArray[np.bool_], outside: int | None, known: float, length: int) -> Vector:
    """What calibration looks at: the best entry's score, its distance from the second, the score of having no entry, how much
    of the message consists of words that we know, its length."""
    ours = (
        np.partition(scores[entries], -2)[-2:]
        if entries.sum() > 1
        else np.array([0.0, scores[entries].max(initial=0.0)])
    )
    elsewhere = float(scores[outside]) if outside is not None else 0.0
    best, second = float(ours[1]), float(ours[0])
    return np.array([best, best - second, elsewhere, known, np.log1p(length)], dtype=np.float32)


def best_sharpness(scores: Vector, truth: npt.NDArray[np.int64]) -> float:
    """The factor that makes shares of held-out scores the most truthful."""
    candidates = (4.0, 6.0, 8.0, 10.0, 13.0, 17.0, 22.0, 30.0)
    return min(candidates, key=lambda factor: _surprise(scores * factor, truth))


def _surprise(scores: Vector, truth: npt.NDArray[np.int64]) -> float:
    scores = scores - scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(truth)), truth].mean())


ORDINARY = Calibration(
    ours=Logistic(np.array([4.5, 2.0, -9.0, 1.0, 0.5, -1.5], dtype=np.float32)),
    right=Logistic(np.array([2.8, 3.6, 0.3, 0.3, -0.5, -0.6], dtype=np.float32)),
    sharpness=17.0,
    danger_sure=0.0,
    danger_soft=-0.3,
)
"""About what the starter content gives; for content too small to learn from."""
