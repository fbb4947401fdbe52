"""Many links as few lines: trails that use each link once."""
from collections import defaultdict


def make_trails(links):
    """Lists of places; every link is in exactly one trail."""
    free = defaultdict(list)
    for a, b in sorted(links, reverse=True):
        free[a].append(b)
        free[b].append(a)
    odd_first = sorted(free, key=lambda p: (len(free[p]) % 2 == 0, p))
    trails = []
    for start in odd_first:
        while free[start]:
            trails.append(walk(start, free))
    return trails


def walk(start, free):
    trail = [start]
    while free[trail[-1]]:
        here, following = trail[-1], free[trail[-1]].pop()
        free[following].remove(here)
        trail.append(following)
    return trail
