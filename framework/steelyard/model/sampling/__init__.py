"""Sampling of weights and scores; the only user of chance.

A run of samples is cut into chunks that fit a processor's cache. What a chunk draws depends on the seed, on the
question and on the chunk's own place alone, so that chunks can be worked through in any order and by anyone: the same
seed gives the same result, whoever did the work.
"""
