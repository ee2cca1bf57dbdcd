"""Measures speed on one core: `python -m benchmarks`.

`articles` makes news of any length, the same for the same seed; `timing` codes it as `communique code`
does, `stages` takes the time of each stage, and `__main__` prints all of it and how cost grows with length.
`variants` makes copies with known truth, and `duplicates` finds them (`python -m benchmarks.duplicates`).
"""
