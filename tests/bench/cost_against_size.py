#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws permutationBySize of a result file of sharing_bench: cost of a whole solve against the size of the machine.

    tests/bench/cost_against_size.py tests/bench/results.json tests/bench/cost_against_size.svg
"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 460, 90, 30, 60, 70
X_RANGE, Y_RANGE = (8, 32768), (0.1, 10000)  # chips, microseconds


def place(value, low, high, start, end):
    return start + (end - start) * math.log(value / low) / math.log(high / low)


def x_of(chips):
    return place(chips, *X_RANGE, LEFT, WIDTH - RIGHT)


def y_of(microseconds):
    return place(microseconds, *Y_RANGE, HEIGHT - BOTTOM, TOP)


def text(x, y, words, size=13, anchor="middle", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" {more}>{words}</text>'


def line(x1, y1, x2, y2, look):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {look}/>'


def points_of(results):
    scale = {"ns": 1e-3, "us": 1, "ms": 1e3}
    points = [(int(b["run_name"].split("/")[1]), b["cpu_time"] * scale[b["time_unit"]])
              for b in results["benchmarks"]
              if b["run_name"].startswith("permutationBySize/") and b.get("aggregate_name") == "median"]
    return sorted(points)


def draw(points, date):
    grid, axis = 'stroke="#dddddd"', 'stroke="#333333"'
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
           'fill="#222222">', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
           text(WIDTH / 2, 26, "One whole solve: a random permutation, one plane, a flow per chip", 16),
           text(WIDTH / 2, 46, f"median processor time of one thread, {date}; both axes logarithmic", 12)]
    for power in range(4, 15, 2):
        x = x_of(2 ** power)
        out += [line(x, TOP, x, HEIGHT - BOTTOM, grid), text(x, HEIGHT - BOTTOM + 20, f"{2 ** power:,}")]
    for power in range(-1, 5):
        y = y_of(10 ** power)
        out += [line(LEFT, y, WIDTH - RIGHT, y, grid),
                text(LEFT - 8, y + 4, f"{10.0 ** power:,g}" if power < 4 else "10,000", anchor="end")]
    out += [line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, axis),
            line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, axis),
            text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 22, "size of the machine, chips", 14),
            text(0, 0, "time of a solve, microseconds", 14,
                 more=f'transform="translate(24 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)"')]
    first, last = points[0], points[-1]
    slope = last[1] / last[0]  # in proportion to the size, through the last point
    out += [line(x_of(first[0]), y_of(max(first[0] * slope, Y_RANGE[0])), x_of(last[0]), y_of(last[1]),
                 'stroke="#999999" stroke-dasharray="6 5"'),
            text(x_of(160), y_of(160 * slope) - 26, "in proportion to the size", 12, "end", 'fill="#777777"'),
            '<polyline fill="none" stroke="#1f6fb2" stroke-width="2.5" points="' +
            " ".join(f"{x_of(n):.1f},{y_of(t):.1f}" for n, t in points) + '"/>']
    out += [f'<circle cx="{x_of(n):.1f}" cy="{y_of(t):.1f}" r="4" fill="#1f6fb2"/>' for n, t in points]
    for n, t in points[::5]:
        out.append(text(x_of(n) + 8, y_of(t) + 18, f"{t:.3g} µs", 12, "start"))
    return "\n".join(out + ["</svg>", ""])


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        results = json.load(file)
    with open(target, "w", encoding="utf-8") as file:
        file.write(draw(points_of(results), results["context"]["date"][:10]))


main()
