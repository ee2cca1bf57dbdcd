"""Reads news and keeps the record of diplomacy."""
