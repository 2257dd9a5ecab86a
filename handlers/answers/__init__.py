"""The conversations about questions that people ask: why Signal, is it safe, another app?"""
